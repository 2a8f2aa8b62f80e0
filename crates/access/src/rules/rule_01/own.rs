//! What is somebody's own here, and does it contain something? Bound or not, begun or not, asleep or not.

use std::sync::Arc;

use domain::{
    Areas, Grant, OrganizationRight, PartnershipId, Role, Scope, Subject, Timestamp, UserId,
};

use super::transition::Transition;
use crate::rules::contain::{Belongings, Holding};
use crate::rules::delegation::Delegation;
use crate::rules::holdings::{EVERY_PRODUCT, everything_on};
use crate::view::View;

/// Whether what is bound so is bound no less than before; what becomes unbound lies in nothing that was bound.
pub(super) fn is_bound_within(after: &[PartnershipId], before: &[PartnershipId]) -> bool {
    before.is_empty() || (!after.is_empty() && after.iter().all(|id| before.contains(id)))
}

impl Transition<'_> {
    /// Whether a grant lies within the same one before, or within the role before.
    pub(super) fn contains_grant(&self, user: &UserId, grant: &Grant) -> bool {
        let delegation = Delegation::of(grant);
        let same = self.before.organization.grant(&grant.id);
        let same = same.filter(|same| {
            same.subject == grant.subject && is_bound_within(grant.bound_to(), same.bound_to())
        });
        let contains =
            |holdings: Belongings<'_>| self.before.is_within(&delegation, &holdings, self.at);
        same.is_some_and(|same| contains(Belongings::from_iter([Delegation::of(&same).held()])))
            || contains(self.before.held_by_role(user).into_iter().collect())
    }
}

impl View {
    /// Whether one role gives every right on the organization and on products that another does.
    pub(super) fn role_contains(&self, mine: &Role, theirs: &Role) -> bool {
        let mut rights = OrganizationRight::ALL.into_iter();
        let organization = rights.all(|right| right.comes_with(mine) || !right.comes_with(theirs));
        organization && self.technical_contains(&areas(mine), &areas(theirs))
    }

    /// What the user holds on products by their role.
    pub(super) fn held_by_role<'a>(&'a self, user: &UserId) -> Vec<Holding<'a>> {
        let member = self.organization.member(user);
        match member
            .filter(|member| member.is_active())
            .map(|member| &member.role)
        {
            Some(Role::LegalRepresentative) => vec![everything_on(&EVERY_PRODUCT)],
            Some(Role::Administrator(areas)) => areas.technical.iter().map(everything_on).collect(),
            Some(Role::Collaborator | Role::External) | None => Vec::new(),
        }
    }

    /// All that is the user's own on products; with `bound`, what is bound to a partnership too.
    pub(super) fn own_holdings<'a>(
        &'a self,
        user: &UserId,
        bound: bool,
        at: Timestamp,
    ) -> Belongings<'a> {
        let own = self.own_grants(user, at).into_iter();
        let own = own.filter(|(_, is_bound)| bound || !is_bound);
        let own = own.map(|(grant, _)| Holding::of_grant(grant));
        self.held_by_role(user).into_iter().chain(own).collect()
    }

    /// Each grant of the user and of each team of theirs that has not ended, and whether it is bound.
    pub(super) fn own_grants(&self, user: &UserId, at: Timestamp) -> Vec<(Arc<Grant>, bool)> {
        let here = &self.organization;
        let own = here.grants_of(&Subject::Member(user.clone()));
        let own = own.map(|grant| {
            let is_bound = !grant.bound_to().is_empty();
            (grant, is_bound)
        });
        let by_teams = here.teams_of(user).flat_map(|team| {
            let is_bound = !team.bound_to(user).is_empty();
            let grants = here.grants_of(&Subject::Team(team.id.clone()));
            grants.map(move |grant| (grant, is_bound))
        });
        let lasts = |(grant, _): &(Arc<Grant>, bool)| !grant.period.is_over(at);
        own.chain(by_teams)
            .filter(lasts)
            .filter(|(grant, _)| !grant.by_owner)
            .collect()
    }
}

/// What the role gives on products, as an administrator's area.
fn areas(role: &Role) -> Areas {
    let technical = match role {
        Role::LegalRepresentative => Some(Scope::All),
        Role::Administrator(areas) => areas.technical.clone(),
        Role::Collaborator | Role::External => None,
    };
    Areas {
        technical,
        ..Areas::default()
    }
}
