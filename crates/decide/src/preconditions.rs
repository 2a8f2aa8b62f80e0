//! Is the noun there, is its id free, is it still what the caller saw, does who asks hold the right? The first questions of
//! every use case.

use std::sync::Arc;

use domain::{OrganizationRight, Reason, RecordName, Refusal, Stamp, UserId};

use super::etag::must_match;
use crate::use_case::Context;

/// The noun, or NOT_FOUND under its resource name.
pub(crate) fn must_exist<T>(
    context: &Context<'_>,
    noun: Option<T>,
    name: &RecordName,
) -> Result<T, Refusal> {
    noun.ok_or_else(|| Refusal::not_found(name.resource_name(context.home)))
}

/// Refuses an id that a noun of memory has; one that was used before is refused when it is stored.
pub(crate) fn must_be_free<T>(
    context: &Context<'_>,
    noun: Option<T>,
    name: &RecordName,
) -> Result<(), Refusal> {
    if noun.is_none() {
        return Ok(());
    }
    let resource = name.resource_name(context.home);
    Err(Refusal::new(
        Reason::IdTaken,
        format!("{resource} is there already; an id is used once. Choose another, or leave it out to get one."),
    )
    .about(resource))
}

/// The noun as the caller saw it: there, and unchanged since its etag was read.
pub(crate) fn found_as_seen<'a, T>(
    context: &Context<'_>,
    noun: Option<&'a Arc<T>>,
    name: &RecordName,
    etag: Option<&str>,
    stamp: impl FnOnce(&T) -> Stamp,
) -> Result<&'a Arc<T>, Refusal> {
    let noun = must_exist(context, noun, name)?;
    must_be_seen(context, etag, stamp(noun), name)?;
    Ok(noun)
}

/// Refuses when the caller saw another version than the one that is there now.
pub(crate) fn must_be_seen(
    context: &Context<'_>,
    etag: Option<&str>,
    stamp: Stamp,
    name: &RecordName,
) -> Result<(), Refusal> {
    must_match(etag, stamp, &name.resource_name(context.home))
}

/// The acting user, where only members change the organization and neither the operator nor a service may.
pub(crate) fn acting_user<'a>(context: &Context<'a>) -> Result<&'a UserId, Refusal> {
    context.authority.user().ok_or_else(|| {
        let whose = context.home.organization().map_or_else(String::new, |id| format!(" of {}", id.resource_name()));
        Refusal::new(
            Reason::ActingUserRequired,
            format!(
                "{} is done by the people{whose}, so it needs one of them. Send metadata x-grantor-acting-user: users/ID.",
                context.method
            ),
        )
    })
}

/// Refuses, unless the acting user holds this right; `what` needs it, at the beginning of the sentence.
pub(crate) fn must_hold(
    context: &Context<'_>,
    right: OrganizationRight,
    what: &str,
) -> Result<(), Refusal> {
    let actor = acting_user(context)?;
    if context.view.holds(actor, right, context.moment.now) {
        return Ok(());
    }
    let organization = context.home.organization();
    let name = organization.map_or_else(String::new, |id| id.resource_name().to_string());
    Err(Refusal::new(
        Reason::RightMissing,
        format!(
            "{what} needs the right {} on {name}, which {} does not hold. It comes with: {}.",
            right.name(),
            actor.resource_name(),
            right.held_by()
        ),
    )
    .about(name)
    .with("right", right.name()))
}
