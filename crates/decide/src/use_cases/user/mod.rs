//! What can happen to an account: it is a person's own, never an organization's (rule 6).

mod confirm_email;
mod erase;
mod first_act;
mod register;
mod state;
mod update;

use domain::{Refusal, User, UserId};

use crate::etag::must_match;
use crate::use_case::Context;

pub use confirm_email::{ConfirmEmail, EmailConfirmation, confirmation_invalid};
pub use erase::{EraseUser, EraseUserIn};
pub use first_act::NoteFirstAct;
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
    must_match(seen, user.stamp, &id.resource_name().to_string())?;
    Ok(user)
}

/// The user whom a call names, in whatever state, or NOT_FOUND.
pub(crate) fn known<'a>(context: &'a Context<'_>, id: &UserId) -> Result<&'a User, Refusal> {
    context
        .facts
        .user(id)
        .ok_or_else(|| Refusal::not_found(id.resource_name()))
}
