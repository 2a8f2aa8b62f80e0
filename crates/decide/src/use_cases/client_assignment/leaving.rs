//! May this be left to that person? Rule 1 for client assignments.

use std::sync::Arc;

use domain::{
    AccessLevel, ClientAssignment, LeftKinds, OrganizationId, OrganizationRight, Partnership,
    Reason, Refusal,
};

use crate::use_case::Given;
use crate::use_cases::found::acting_user;

/// The rights on an organization that a mandate can give.
const OF_A_MANDATE: [OrganizationRight; 5] = [
    OrganizationRight::View,
    OrganizationRight::ManageUsers,
    OrganizationRight::ManageProducts,
    OrganizationRight::UseWallet,
    OrganizationRight::ContactSupport,
];

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

/// Refuses what the mandate does not give, and what whoever assigns does not hold; `added` is what it would leave more.
pub(super) fn may_leave(
    given: &Given<'_>,
    partnership: &Partnership,
    added: &ClientAssignment,
) -> Result<(), Refusal> {
    is_of_the_mandate(partnership.access, added)?;
    let actor = acting_user(given)?;
    given.view.may_assign(actor, added)
}

fn is_of_the_mandate(level: AccessLevel, added: &ClientAssignment) -> Result<(), Refusal> {
    let given = |right: &OrganizationRight| match right {
        OrganizationRight::UseWallet => level.entrusts_wallet(),
        right => level.gives(*right),
    };
    let rights = added.left_rights.iter().copied();
    let wrong: Vec<_> = rights.filter(|right| !given(right)).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let there_are: Vec<_> = OF_A_MANDATE.into_iter().filter(given).collect();
    Err(Refusal::field(
        "client_assignment.organization_rights",
        format!(
            "must be of what the mandate of organizations/{} gives: {} (got {})",
            added.client,
            names(&there_are),
            names(&wrong)
        ),
    ))
}

fn names(rights: &[OrganizationRight]) -> String {
    let names: Vec<_> = rights.iter().map(|right| right.name()).collect();
    names.join(", ")
}
