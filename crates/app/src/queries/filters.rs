//! Is there what a filter names? A name that is written wrong is refused, since an empty list would say that there is
//! nothing.

use access::View;
use domain::{Home, OrganizationId, ProductTypeId, RecordName, Refusal, Subject, UserId};

/// Refuses a product type that the catalog does not have.
pub(super) fn must_know_type(view: &View, id: Option<&ProductTypeId>) -> Result<(), Refusal> {
    match id {
        Some(id) if view.platform.product_type(id).is_none() => {
            let name = RecordName::product_type(id);
            Err(Refusal::not_found(name.resource_name(&Home::Platform)))
        }
        Some(_) | None => Ok(()),
    }
}

/// Refuses something of the organization, unless it is `known`.
pub(super) fn must_be_known(
    known: bool,
    organization: &OrganizationId,
    name: &RecordName,
) -> Result<(), Refusal> {
    if known {
        return Ok(());
    }
    let home = Home::Organization(organization.clone());
    Err(Refusal::not_found(name.resource_name(&home)))
}

/// Refuses a subject of grants that is not there; who asks about themselves need not be a member.
pub(super) fn must_know_subject(
    view: &View,
    organization: &OrganizationId,
    subject: &Subject,
    asks: Option<&UserId>,
) -> Result<(), Refusal> {
    let here = &view.organization;
    let (known, name) = match subject {
        Subject::Member(user) => (
            asks == Some(user) || here.member(user).is_some(),
            RecordName::member(user),
        ),
        Subject::Team(team) => (here.team(team).is_some(), RecordName::team(team)),
        Subject::Partnership(id) => (here.partnership(id).is_some(), RecordName::partnership(id)),
    };
    must_be_known(known, organization, &name)
}
