//! May this be left to that person? Rule 1 for client assignments.

use std::sync::Arc;

use domain::{
    AccessLevel, Assignee, LeftKinds, OrganizationId, OrganizationRight, Partnership, Reason,
    Refusal, Role, UserId,
};

use crate::use_case::Given;
use crate::use_cases::giving::raises_self;
use crate::use_cases::member::acting_member;

/// The rights on an organization that a mandate can give.
const OF_A_MANDATE: [OrganizationRight; 5] = [
    OrganizationRight::View,
    OrganizationRight::ManageUsers,
    OrganizationRight::ManageProducts,
    OrganizationRight::UseWallet,
    OrganizationRight::ContactSupport,
];

/// What an assignment would add.
pub(super) struct Left<'a> {
    pub(super) client: &'a OrganizationId,
    pub(super) assignee: &'a Assignee,
    pub(super) rights: Vec<OrganizationRight>,
}

/// Whether one leaves all that the other does.
pub(super) fn leaves(one: LeftKinds, other: LeftKinds) -> bool {
    one.and(other) == one
}

/// The active partnership with this client; whether there is such an organization is not told.
pub(super) fn active_partnership(
    given: &Given<'_>,
    client: &OrganizationId,
) -> Result<Arc<Partnership>, Refusal> {
    let partner = given.home.organization();
    let view = given.view.of(client);
    let found = view.as_ref().and_then(|view| {
        let mut all = view.organization.partnerships();
        all.find(|one| one.is_active() && Some(&one.partner) == partner)
            .cloned()
    });
    found.ok_or_else(|| {
        let name = format!("organizations/{client}");
        Refusal::new(
            Reason::PartnershipNotActive,
            format!(
                "No partnership with {name} is active, so there is no mandate to exercise. An open proposal has to be \
                 accepted first (AcceptProposal)."
            ),
        )
        .about(name)
    })
}

impl Left<'_> {
    /// Refuses what the mandate does not give, and what whoever assigns does not hold.
    pub(super) fn may_be(
        &self,
        given: &Given<'_>,
        partnership: &Partnership,
    ) -> Result<(), Refusal> {
        self.is_of_the_mandate(partnership.access)?;
        let actor = acting_member(given)?;
        self.is_not_for(given, &actor.user)?;
        let wallet = self.rights.contains(&OrganizationRight::UseWallet);
        if wallet && !OrganizationRight::UseWallet.comes_with(&actor.role) {
            return Err(self.wallet_not_held(&actor.user, &actor.role));
        }
        self.is_not_shut_out(given, &actor.user)
    }

    fn is_of_the_mandate(&self, level: AccessLevel) -> Result<(), Refusal> {
        let given = |right: &OrganizationRight| match right {
            OrganizationRight::UseWallet => level.entrusts_wallet(),
            right => level.gives(*right),
        };
        let wrong: Vec<_> = self.rights.iter().filter(|right| !given(right)).collect();
        if wrong.is_empty() {
            return Ok(());
        }
        let names = |rights: &mut dyn Iterator<Item = &OrganizationRight>| {
            rights
                .map(|right| right.name())
                .collect::<Vec<_>>()
                .join(", ")
        };
        let there_are = names(&mut OF_A_MANDATE.iter().filter(|right| given(right)));
        Err(Refusal::field(
            "client_assignment.organization_rights",
            format!(
                "must be of what the mandate of organizations/{} gives: {there_are} (got {})",
                self.client,
                names(&mut wrong.into_iter())
            ),
        ))
    }

    fn is_not_for(&self, given: &Given<'_>, actor: &UserId) -> Result<(), Refusal> {
        let names_them = match self.assignee {
            Assignee::Member(user) => user == actor,
            Assignee::Team(team) => given
                .organization()
                .team(team)
                .is_some_and(|team| team.members.contains(actor)),
        };
        if names_them {
            return Err(raises_self(actor, "assigns a client to themselves"));
        }
        Ok(())
    }

    fn wallet_not_held(&self, actor: &UserId, role: &Role) -> Refusal {
        Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "Nobody gives what they do not hold: users/{actor}, {}, does not use the wallet of organizations/{}. \
                 Who could: {}.",
                role.name(),
                self.client,
                OrganizationRight::UseWallet.held_by()
            ),
        )
        .with("right", OrganizationRight::UseWallet.name())
    }

    /// Whom the client has deactivated holds nothing there through any partnership.
    fn is_not_shut_out(&self, given: &Given<'_>, actor: &UserId) -> Result<(), Refusal> {
        let view = given.view.of(self.client);
        let member = view
            .as_ref()
            .and_then(|view| view.organization.member(actor));
        if member.is_none_or(|member| member.is_active()) {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "Nobody gives what they do not hold: organizations/{} has deactivated users/{actor}, who holds \
                 nothing there. Somebody else who acts for the partner can assign.",
                self.client
            ),
        ))
    }
}
