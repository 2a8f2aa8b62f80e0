//! May this much of a client's mandate be assigned to others? Asked of the evaluator (`access::View::may_assign`).

use domain::{AccessLevel, ClientAssignment, OrganizationRight, Partnership, Refusal};

use crate::preconditions::acting_user;
use crate::use_case::Context;

/// The rights on an organization that a mandate can give.
const OF_A_MANDATE: [OrganizationRight; 5] = [
    OrganizationRight::View,
    OrganizationRight::ManageUsers,
    OrganizationRight::ManageProducts,
    OrganizationRight::UseWallet,
    OrganizationRight::ContactSupport,
];

/// Refuses what the mandate does not give, and what whoever assigns does not hold; `added` is what it would leave more.
pub(crate) fn may_assign(
    context: &Context<'_>,
    partnership: &Partnership,
    added: &ClientAssignment,
) -> Result<(), Refusal> {
    is_of_the_mandate(partnership.access, added)?;
    let actor = acting_user(context)?;
    context.view.may_assign(actor, added)
}

fn is_of_the_mandate(level: AccessLevel, added: &ClientAssignment) -> Result<(), Refusal> {
    let context = |right: &OrganizationRight| match right {
        OrganizationRight::UseWallet => level.entrusts_wallet(),
        right => level.gives(*right),
    };
    let rights = added.organization_rights.iter().copied();
    let wrong: Vec<_> = rights.filter(|right| !context(right)).collect();
    if wrong.is_empty() {
        return Ok(());
    }
    let there_are: Vec<_> = OF_A_MANDATE.into_iter().filter(context).collect();
    Err(Refusal::field(
        "client_assignment.organization_rights",
        format!(
            "must be of what the mandate of {} gives: {} (got {})",
            added.client.resource_name(),
            names(&there_are),
            names(&wrong)
        ),
    ))
}

fn names(rights: &[OrganizationRight]) -> String {
    let names: Vec<_> = rights.iter().map(|right| right.name()).collect();
    names.join(", ")
}
