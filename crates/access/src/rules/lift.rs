//! Rule 12: lifting gives, to one of an active partner's people, that whole mandate and wallet, assigned to them or not.

use domain::{
    AccessLevel, OrganizationRight, Partnership, PartnershipId, Period, Reason, Refusal, Rights,
    Scope, Subject, Timestamp, UserId,
};

use super::contain::Belongings;
use super::delegation::Delegation;
use crate::accessor::Membership;
use crate::staff::given_by;
use crate::view::View;

impl View {
    /// The active partnerships with a partner one of whose people the user is, or was since the proposal: what shutting
    /// out and lifting ask.
    pub fn partnerships_reaching(&self, user: &UserId) -> Vec<PartnershipId> {
        let active = self.organization.active_partnerships().iter();
        let reaching = active.filter(|partnership| self.was_person_of(user, partnership));
        reaching.map(|partnership| partnership.id.clone()).collect()
    }

    /// Whether the actor holds, by their own membership, all that these partnerships would open to the user again.
    pub fn may_open_mandates(
        &self,
        actor: &UserId,
        user: &UserId,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let accessor = self.accessor(actor).ok();
        let membership = accessor.and_then(|accessor| accessor.membership);
        let reaching = self.partnerships_reaching(user);
        let active = self.organization.active_partnerships().iter();
        let mut opened = active.filter(|partnership| reaching.contains(&partnership.id));
        opened
            .try_for_each(|partnership| self.must_hold_mandate(actor, membership, partnership, at))
    }

    fn must_hold_mandate(
        &self,
        actor: &UserId,
        membership: Option<Membership<'_>>,
        partnership: &Partnership,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let mut given = OrganizationRight::ALL.into_iter();
        let held = |right: OrganizationRight| {
            membership.is_some_and(|membership| right.comes_with(&membership.member.role))
        };
        if let Some(right) =
            given.find(|right| given_by(partnership.access, *right) && !held(*right))
        {
            return Err(not_held(actor, right, partnership));
        }
        let holdings =
            membership.map_or_else(Vec::new, |membership| self.of_membership(actor, membership));
        let holdings = Belongings::from_iter(holdings);
        if let AccessLevel::Full { .. } = partnership.access {
            let everything = Delegation {
                rights: &Rights::All,
                scope: &Scope::All,
                period: Period::default(),
                scope_revision: self.organization.revision().saturating_add(1),
            };
            return self.must_hold(actor, &holdings, &everything, at);
        }
        let mandate = Subject::Partnership(partnership.id.clone());
        let mut grants = self.organization.grants_of(&mandate);
        grants.try_for_each(|grant| self.must_hold(actor, &holdings, &Delegation::of(&grant), at))
    }
}

fn not_held(actor: &UserId, right: OrganizationRight, partnership: &Partnership) -> Refusal {
    Refusal::new(
        Reason::GivesMoreThanHeld,
        format!(
            "Nobody gives what they do not hold: letting in again one of the people of {} gives them all \
             of what that partner is entrusted with, and {} does not hold {} by a role of their own. It \
             comes with: {}.",
            partnership.partner.resource_name(),
            actor.resource_name(),
            right.name(),
            right.held_by()
        ),
    )
    .with("right", right.name())
}
