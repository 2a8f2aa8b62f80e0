//! What can happen to an account: it is a person's own, never an organization's (rule 6).

mod confirm_email;
mod erase;
mod first_act;
mod person;
mod register;
mod state;
mod update;

use domain::{Reason, Refusal, User, UserId, UserState};

use super::etag::must_match;
use crate::use_case::Context;

pub use confirm_email::{ConfirmEmail, EmailConfirmation, confirmation_invalid};
pub use erase::{EraseUser, EraseUserIn};
pub use first_act::NoteFirstAct;
pub(crate) use person::MadeBy;
pub use person::Person;
pub use register::{RegisterUser, Registration};
pub use state::{DeactivateUser, ReactivateUser};
pub use update::UpdateUser;

/// The account that the call is about, if it is still as the caller saw it.
fn existing<'a>(
    context: &'a Context<'_>,
    id: &UserId,
    seen: Option<&str>,
) -> Result<&'a User, Refusal> {
    let user = known(context, id)?;
    must_match(seen, user.stamp, &format!("users/{id}"))?;
    Ok(user)
}

/// The user whom a call names, in whatever state, or NOT_FOUND.
pub(crate) fn known<'a>(context: &'a Context<'_>, id: &UserId) -> Result<&'a User, Refusal> {
    context
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
