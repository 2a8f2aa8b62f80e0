//! The naive model's whole answer: allowed or not, why, and until when, by asking at every moment that means something.

use access::DecisionReason;
use domain::{OrganizationId, OrganizationRight, Product, Reach, Timestamp, UserId};

use crate::facts;
use crate::naive::{Facts, by_role};

/// What the model answers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Answer {
    pub(crate) reason: DecisionReason,
    pub(crate) allowed: bool,
    pub(crate) until: Option<Timestamp>,
}

impl Answer {
    fn of(why: Result<DecisionReason, DecisionReason>) -> Self {
        Self {
            reason: why.unwrap_or_else(|lacking| lacking),
            allowed: why.is_ok(),
            until: None,
        }
    }
}

impl Facts {
    /// Why whatever this user asks is denied, if it is: who are they here?
    fn is_somebody(&self, user: &UserId) -> Result<(), DecisionReason> {
        let member = self.member(user);
        let shut_out = self.shut_out.contains(user);
        if member.is_none() && (shut_out || !self.is_staff(user)) {
            return Err(DecisionReason::NotAMember);
        }
        if self.inactive.contains(user) {
            return Err(DecisionReason::UserInactive);
        }
        if shut_out || member.is_some_and(|member| !member.is_active()) {
            return Err(DecisionReason::MemberInactive);
        }
        Ok(())
    }

    /// The answers about a live right of a product at these moments, which are in order and have among them each at which
    /// a grant begins or ends.
    pub(crate) fn over_time(
        &self,
        user: &UserId,
        product: &Product,
        right: &str,
        moments: &[Timestamp],
    ) -> Vec<Answer> {
        let why =
            |at: &Timestamp| self.why(user, product, right, &|grant| grant.period.covers(*at));
        let allowed_by: Vec<_> = moments.iter().map(why).collect();
        let changes_after = |place: usize| {
            let is = allowed_by[place].is_some();
            let changes = (place..moments.len()).find(|then| allowed_by[*then].is_some() != is);
            changes.map(|then| moments[then])
        };
        let answer = |(place, allowed): (usize, &Option<DecisionReason>)| {
            let was = allowed_by[..place].iter().any(Option::is_some);
            let answer = Answer::of(allowed.ok_or_else(|| self.lacking(user, product, was)));
            Answer {
                until: changes_after(place),
                ..answer
            }
        };
        allowed_by.iter().enumerate().map(answer).collect()
    }

    /// Why nothing allows it; `was` where something did before.
    fn lacking(&self, user: &UserId, product: &Product, was: bool) -> DecisionReason {
        if let Err(nobody) = self.is_somebody(user) {
            return nobody;
        }
        let areas = self.member(user).and_then(|member| member.role.areas());
        if was {
            DecisionReason::Ended
        } else if self.type_of(product).managing_system.is_some() {
            DecisionReason::Managed
        } else if let Some(areas) = areas {
            match areas.technical {
                None => DecisionReason::AreaMissing,
                Some(_) => DecisionReason::OutOfReach,
            }
        } else {
            DecisionReason::NoPath
        }
    }

    /// The answer about asking for help with a product.
    pub(crate) fn about_help(&self, user: &UserId, product: &Product) -> Answer {
        let role = self.member(user).map(|member| &member.role);
        let by_role = role.is_some_and(|role| by_role(role, product));
        self.standing(user, by_role, OrganizationRight::ContactSupport)
    }

    /// The answer about a right on the organization.
    pub(crate) fn about_organization(&self, user: &UserId, right: OrganizationRight) -> Answer {
        let role = self.member(user).map(|member| &member.role);
        let by_role = role.is_some_and(|role| right.comes_with(role));
        self.standing(user, by_role, right)
    }

    fn standing(&self, user: &UserId, by_role: bool, mandate: OrganizationRight) -> Answer {
        Answer::of(self.is_somebody(user).and_then(|()| {
            if by_role {
                Ok(DecisionReason::Role)
            } else if self.holds_by_partnership(user, mandate) {
                Ok(DecisionReason::Partnership)
            } else {
                Err(DecisionReason::NoPath)
            }
        }))
    }

    /// The answer about a product that there is not.
    pub(crate) fn about_unknown(&self, user: &UserId) -> Answer {
        let somebody = self.is_somebody(user);
        Answer::of(somebody.and(Err(DecisionReason::ProductUnknown)))
    }

    /// What counts of this user where the calling account reaches only so far: what allows is left out, what denies is not.
    pub(crate) fn within_reach(mut self, user: &UserId, reach: &Reach) -> Self {
        if !reach.covers(&facts::acme()) {
            let (mine, rest): (Vec<_>, _) = self
                .members
                .into_iter()
                .partition(|member| member.user == *user);
            self.members = rest;
            let asleep = mine.into_iter().filter(|member| !member.is_active());
            self.shut_out.extend(asleep.map(|member| member.user));
        }
        let partners = self.companies.iter().map(|company| company.id.clone());
        self.not_counted = partners.filter(|id| !reach.covers(id)).collect();
        self
    }

    /// What counts without any mandate.
    pub(crate) fn without_mandates(mut self) -> Self {
        let partners = self.companies.iter().map(|company| company.id.clone());
        self.not_counted = partners.collect::<Vec<OrganizationId>>();
        self
    }
}
