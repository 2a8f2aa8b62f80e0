//! Of which mandate is an assignment?

use std::sync::Arc;

use domain::{OrganizationId, Partnership, Reason, Refusal};

use crate::use_case::Context;

/// The active partnership with this client; whether there is such an organization is not told.
pub(super) fn active_partnership(
    context: &Context<'_>,
    client: &OrganizationId,
) -> Result<Arc<Partnership>, Refusal> {
    let partner = context.home.organization();
    let view = context.view.of(client);
    let found = view.as_ref().and_then(|view| {
        let mut all = view.organization.partnerships();
        all.find(|one| one.is_active() && Some(&one.partner) == partner)
            .cloned()
    });
    found.ok_or_else(|| {
        let name = client.resource_name().to_string();
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
