//! Rule 10: what goes along with something that is deleted, from others than the one deleted, is asked as if it were taken
//! from them directly.

use domain::{OrganizationRight, Refusal, ScopeEntry, Subject};

use super::rule_03::may_change;
use crate::rule::Standing;
use crate::use_case::Given;
use crate::use_cases::found::{acting_user, must_hold};

/// Refuses to delete what others hold something through, unless whoever deletes it may take that from each of them.
/// Of the operator and of a service that deletes a product nothing is asked.
pub(crate) fn may_take_along(given: &Given<'_>, gone: &ScopeEntry) -> Result<(), Refusal> {
    if let Standing::Operator | Standing::Service(_) = given.standing {
        return Ok(());
    }
    let actor = acting_user(given)?;
    for grant in given.organization().grants_naming(gone) {
        // What a partnership holds is for who manages partners.
        let (right, holder) = match &grant.subject {
            Subject::Partnership(id) => {
                let holder = format!("partnerships/{id}");
                (OrganizationRight::ManagePartners, holder)
            }
            Subject::Member(user) => (OrganizationRight::ManageUsers, format!("users/{user}")),
            Subject::Team(team) => (OrganizationRight::ManageUsers, format!("teams/{team}")),
        };
        must_take(given, right, &holder)?;
    }
    let narrowed = given.organization().members().filter(|member| {
        let technical = member.role.areas();
        let technical = technical.and_then(|areas| areas.technical.as_ref());
        technical.is_some_and(|scope| scope.entries().contains(gone))
    });
    for member in narrowed {
        let holder = format!("users/{}", member.user);
        must_take(given, OrganizationRight::ManageUsers, &holder)?;
        may_change(given.view, actor, member)?;
    }
    Ok(())
}

fn must_take(given: &Given<'_>, right: OrganizationRight, holder: &str) -> Result<(), Refusal> {
    let what = format!("Deleting this takes from {holder} what they hold through it, which");
    must_hold(given, right, &what)
}
