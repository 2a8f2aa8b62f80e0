//! What can happen to an organization itself: its birth, its settings, and who stands for it.

mod appoint;
mod create;
mod settings;
mod update;

use domain::{Organization, OrganizationId, RESERVED_ORGANIZATION_IDS, Reason, Refusal};

use crate::etag::must_match;
use crate::use_case::Context;

pub use appoint::AppointLegalRepresentative;
pub use create::{CreateOrganization, NewOrganization};
pub use settings::{SetAdministratorLimit, SetBrandingApproval, SetChangePolicy, SetQuotas};
pub use update::{BrandingEdit, UpdateOrganization};

/// Refuses ids that name something else in keys and resource names, and one that an organization has.
pub(crate) fn must_be_free(context: &Context<'_>, id: &OrganizationId) -> Result<(), Refusal> {
    if RESERVED_ORGANIZATION_IDS.contains(&id.as_str()) {
        return Err(Refusal::field(
            "organization_id",
            format!(
                "{id} is reserved, as are: {}. Choose another",
                RESERVED_ORGANIZATION_IDS.join(", ")
            ),
        ));
    }
    if context.organization().organization().is_none() {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::IdTaken,
        format!("{} is there already; ids are never used again. Choose another, or leave organization_id empty and the server makes one.", id.resource_name()),
    )
    .about(id.resource_name()))
}

/// The organization that the call is about, if it is still as the caller saw it.
fn existing<'a>(context: &'a Context<'_>, seen: Option<&str>) -> Result<&'a Organization, Refusal> {
    let name = context
        .home
        .organization()
        .map(|id| id.resource_name().to_string())
        .unwrap_or_default();
    let organization = context
        .organization()
        .organization()
        .ok_or_else(|| Refusal::not_found(&name))?;
    must_match(seen, organization.stamp, &name)?;
    Ok(organization)
}
