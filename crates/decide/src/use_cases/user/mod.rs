//! What can happen to an account: it is a person's own, never an organization's (rule 6).

mod confirm_email;
mod erase;
mod first_act;
mod person;
mod register;
mod state;
mod update;

use domain::{Member, Reason, Refusal, Role, User, UserId, UserState};

use super::etag::must_match;
use crate::rule::Standing;
use crate::use_case::Given;

pub use confirm_email::{ConfirmEmail, EmailConfirmation, confirmation_invalid};
pub use erase::{EraseUser, EraseUserIn};
pub use first_act::NoteFirstAct;
pub use person::Person;
pub(crate) use person::{MadeBy, found_by_makers, must_have_room_for_claim};
pub use register::{RegisterUser, Registration};
pub use state::{DeactivateUser, ReactivateUser};
pub use update::UpdateUser;

/// The account that the call is about, if it is still as the caller saw it.
fn found<'a>(given: &'a Given<'_>, id: &UserId, seen: Option<&str>) -> Result<&'a User, Refusal> {
    let user = known(given, id)?;
    must_match(seen, user.stamp, &format!("users/{id}"))?;
    Ok(user)
}

/// The user whom a call names, in whatever state, or NOT_FOUND.
pub(crate) fn known<'a>(given: &'a Given<'_>, id: &UserId) -> Result<&'a User, Refusal> {
    given
        .facts
        .user(id)
        .ok_or_else(|| Refusal::not_found(format!("users/{id}")))
}

/// Refuses what an account in this state cannot do; `rule` says in words what it would have to be.
pub(crate) fn wrong_state(user: &User, rule: &str) -> Refusal {
    let state = state_name(user.state);
    Refusal::new(
        Reason::UserInactive,
        format!("users/{} is {state}. {rule}", user.id),
    )
    .about(format!("users/{}", user.id))
    .with("state", state)
}

/// Refuses a person whom the operator has stopped, or who is erased.
pub(crate) fn must_be_active(user: &User) -> Result<(), Refusal> {
    if user.is_active() {
        return Ok(());
    }
    Err(wrong_state(
        user,
        "Only an active account can do this; an operator can reactivate one that is not erased.",
    ))
}

/// The state in the wire's spelling.
fn state_name(state: UserState) -> &'static str {
    match state {
        UserState::Active => "ACTIVE",
        UserState::Deactivated => "DEACTIVATED",
        UserState::Erased => "ERASED",
    }
}

/// Rule 5: nobody erases themselves while others need them as the last who can act as legal representative. The
/// operator may always.
fn must_leave_none_alone(given: &Given<'_>, user: &UserId) -> Result<(), Refusal> {
    if !matches!(given.standing, Standing::Own(_)) {
        return Ok(());
    }
    let has_others = |name: &String| {
        let mut all = given.facts.organizations().iter();
        all.any(|(id, organization)| {
            let mut members = organization.members();
            *name == format!("organizations/{id}") && members.any(|member| member.user != *user)
        })
    };
    let mut left = left_without_representative(given, user);
    left.retain(has_others);
    if left.is_empty() {
        return Ok(());
    }
    let names = left.join(", ");
    Err(Refusal::new(
        Reason::LastLegalRepresentative,
        format!(
            "users/{user} is the last active legal representative of {names}, where others are members. Make another \
             one first, or ask the operator, who may erase the account."
        ),
    )
    .about(format!("users/{user}"))
    .with("organizations", names))
}

/// The organizations that this person stands for and in which, without them, nobody can act as legal representative.
fn left_without_representative(given: &Given<'_>, user: &UserId) -> Vec<String> {
    let stands = |member: &Member| member.is_active() && member.role == Role::LegalRepresentative;
    let mut left = Vec::new();
    for (id, organization) in given.facts.organizations() {
        let mut representatives = organization.members().filter(|member| stands(member));
        let acts = |other: &UserId| other != user && given.view.users.is_active(other);
        if organization
            .member(user)
            .is_some_and(|member| stands(member))
            && !representatives.any(|representative| acts(&representative.user))
        {
            left.push(format!("organizations/{id}"));
        }
    }
    left
}
