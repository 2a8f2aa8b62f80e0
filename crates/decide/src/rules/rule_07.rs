//! Rule 7: where do users come from, and of which organization is a new one a member?
//!
//! Whoever is invited, or created by a request, becomes a member there by `use_cases::new_member`, and nothing is born for
//! them. Whose last membership goes keeps the account: no use case of members writes `users`.

use domain::{Change, DisplayName, Member, Organization, OrganizationId, Personal, UserId};

use crate::person::Person;
use crate::use_case::Context;

/// Whoever is created without invitation or request gets an organization, and is its legal representative.
pub(crate) fn gets_own_organization(
    context: &Context<'_>,
    change: &mut Change,
    user: UserId,
    organization: &OrganizationId,
    display_name: Personal,
) {
    change.save(Organization::new(
        organization.clone(),
        display_name,
        context.moment,
    ));
    change.save(Member::legal_representative(user, context.moment));
}

/// It has their own name where none is chosen. A name made of the person's own goes when they are erased; one that was
/// chosen stays.
pub(crate) fn own_name(
    context: &Context<'_>,
    change: &mut Change,
    (user, person): (&UserId, &Person),
    chosen: Option<&DisplayName>,
) -> Personal {
    match chosen {
        Some(chosen) => context.personal(change, None, chosen.as_str()),
        None => context.personal(change, Some(user), &person.full_name()),
    }
}
