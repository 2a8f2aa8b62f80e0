//! What does a save come to: what of a member's own goes, what stays as it is, and what is given anew?

use std::sync::Arc;

use domain::{
    Change, Grant, GrantId, GrantPlan, OrganizationId, Period, ProductType, ProductTypeId,
    RecordName, Refusal, Rights, ScopeEntry, Stamp, Subject, UserId,
};

use super::places::{Place, is_ended, is_part, nothing, pieces, rest, rights_on, together};
use super::remaining::must_leave_nothing_out;
use crate::rule::Standing;
use crate::use_case::Given;
use crate::use_cases::found::acting_user;
use crate::use_cases::giving;
use crate::use_cases::member::takes_from;
use crate::use_cases::taking::remove_grant;

/// One save: of which member, on one type or all, by the owner of the type or by somebody.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Save<'a> {
    pub(crate) given: &'a Given<'a>,
    pub(crate) user: &'a UserId,
    pub(crate) only: Option<&'a Arc<ProductType>>,
    pub(crate) owner: Option<&'a ProductTypeId>,
}

impl Save<'_> {
    /// The change that leaves the member with the wish. What it need not touch keeps its name, times and note.
    pub(crate) fn replace(
        &self,
        wish: &[(Place, Rights)],
        organization: &OrganizationId,
    ) -> Result<Change, Refusal> {
        let given = self.given;
        let mut change = given.change();
        let mut kept: Vec<(Place, Rights)> = Vec::new();
        let mut others = Vec::new();
        let subject = Subject::Member(self.user.clone());
        for grant in given.organization().grants_of(&subject) {
            let (edited, untouched) = self.split(grant);
            if grant.scope.is_nothing() && self.only.is_none() && !grant.by_owner {
                remove_grant(&mut change, grant);
            }
            if !untouched.is_empty() {
                others.push(Grant {
                    scope: Place::scope(untouched.clone()),
                    ..Grant::clone(grant)
                });
            }
            let rights = self.live(&grant.rights);
            let counts = self.counts(grant);
            let (stays, goes): (Vec<_>, Vec<_>) = edited.into_iter().partition(|place| {
                counts
                    && wish
                        .iter()
                        .any(|(wished, all)| wished == place && is_part(&rights, &self.live(all)))
            });
            kept.extend(stays.iter().cloned().map(|place| (place, rights.clone())));
            if !goes.is_empty() {
                self.shrink(
                    &mut change,
                    grant,
                    untouched.into_iter().chain(stays).collect(),
                );
            }
        }
        if !change.events.is_empty() {
            takes_from(&mut change, organization, self.user);
        }
        for grant in self.missing(wish, &kept)? {
            change.save(grant);
        }
        self.must_be_whole(wish, &others)?;
        change.outcome.about = Some(RecordName::member(self.user));
        Ok(change)
    }

    /// Whether what it gives is held: a grant that is lent no more gives nothing, and the wish is given anew.
    fn counts(&self, grant: &Grant) -> bool {
        let bound_to = grant.bound_to();
        let making = self.given.view.partnerships_of_person(self.user);
        bound_to.is_empty() || bound_to.iter().any(|lender| making.contains(lender))
    }

    /// The places of a grant that this save edits, and the rest of it.
    fn split(&self, grant: &Grant) -> (Vec<Place>, Vec<Place>) {
        let places = pieces(&grant.scope);
        if grant.by_owner != self.owner.is_some() || is_ended(grant, self.given.moment.now) {
            return (Vec::new(), places);
        }
        places.into_iter().partition(|place| self.edits(place))
    }

    /// Of one type: its products, the type and its future products. Of all: everything.
    fn edits(&self, place: &Place) -> bool {
        let Some(only) = self.only else { return true };
        match place {
            Place::Entry(entry) => {
                giving::type_of(self.given, entry).is_some_and(|id| id == only.id)
            }
            Place::All => false,
        }
    }

    fn live(&self, rights: &Rights) -> Rights {
        rights_on(
            rights,
            self.only.map(|only| &only.id),
            &self.given.view.platform,
        )
    }

    /// The grant on these places alone; gone when none is left. Its future products stay those they were.
    fn shrink(&self, change: &mut Change, grant: &Arc<Grant>, places: Vec<Place>) {
        if places.is_empty() {
            return remove_grant(change, grant);
        }
        let stamp = grant.stamp.touched(self.given.moment);
        change.save(Grant {
            scope: Place::scope(places),
            stamp,
            ..Grant::clone(grant)
        });
    }

    /// New grants for what is wished and not kept, as few as say it; each is asked whether it may be given.
    fn missing(
        &self,
        wish: &[(Place, Rights)],
        kept: &[(Place, Rights)],
    ) -> Result<Vec<Grant>, Refusal> {
        let mut plans: Vec<(Rights, Vec<Place>)> = Vec::new();
        for (place, rights) in wish {
            let had = kept.iter().filter(|(had, _)| had == place);
            let had = had.fold(nothing(), |all, (_, rights)| together(&all, rights));
            let rest = rest(&self.live(rights), &had);
            if rest.is_nothing() {
                continue;
            }
            let fits = |(rights, places): &&mut (Rights, Vec<Place>)| {
                *rights == rest && places.iter().chain([place]).all(is_listable)
            };
            match plans.iter_mut().find(fits) {
                Some((_, places)) => places.push(place.clone()),
                None => plans.push((rest, vec![place.clone()])),
            }
        }
        let grants = plans.into_iter().enumerate();
        grants
            .map(|(ordinal, (rights, places))| self.new_grant(ordinal, rights, places))
            .collect()
    }

    fn new_grant(
        &self,
        ordinal: usize,
        rights: Rights,
        places: Vec<Place>,
    ) -> Result<Grant, Refusal> {
        let plan = GrantPlan {
            rights,
            scope: Place::scope(places),
            period: Period::default(),
        };
        match self.owner {
            Some(owner) => self
                .given
                .view
                .rights_apply(&plan.rights, &plan.scope, Some(owner))?,
            None => giving::could_give(self.given, acting_user(self.given)?, &plan)?,
        }
        self.grant(ordinal, plan)
    }

    fn grant(&self, ordinal: usize, plan: GrantPlan) -> Result<Grant, Refusal> {
        let drawn = GrantId::parse(&self.given.draw.id("grant", ordinal));
        let subject = Subject::Member(self.user.clone());
        let by_owner = matches!(self.given.standing, Standing::Service(_));
        Ok(Grant {
            id: drawn.map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?,
            ties: None,
            subject,
            rights: plan.rights,
            scope: plan.scope,
            scope_revision: self.given.moment.revision,
            period: plan.period,
            note: None,
            granted_by: self.given.who.clone(),
            by_owner,
            stamp: Stamp::new(self.given.moment),
        })
    }

    /// No other path gives what the wish leaves out. On externally managed types there is no other path.
    fn must_be_whole(&self, wish: &[(Place, Rights)], others: &[Grant]) -> Result<(), Refusal> {
        if self.owner.is_some() {
            return Ok(());
        }
        let platform = &self.given.view.platform;
        let types: Vec<_> = match self.only {
            Some(only) => vec![Arc::clone(only)],
            None => platform
                .product_types()
                .filter(|known| known.managing_system.is_none())
                .cloned()
                .collect(),
        };
        let wished: Result<Vec<_>, _> = wish
            .iter()
            .enumerate()
            .map(|(ordinal, (place, rights))| {
                let scope = Place::scope(vec![place.clone()]);
                self.grant(
                    ordinal,
                    GrantPlan {
                        rights: rights.clone(),
                        scope,
                        period: Period::default(),
                    },
                )
            })
            .collect();
        must_leave_nothing_out(self.given, self.user, others, &wished?, &types)
    }
}

/// Products alone share a grant: the wire's scope names one thing of any other sort.
fn is_listable(place: &Place) -> bool {
    matches!(place, Place::Entry(ScopeEntry::Product(_)))
}
