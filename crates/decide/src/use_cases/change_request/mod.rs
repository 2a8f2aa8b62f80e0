//! Change requests: an organization asks, the operator decides, and what is applied is one change under all rules.

mod apply;
mod cancel;
mod comment;
mod create;
mod differs;
mod judge;
mod reject;
mod requested_events;
mod spec;
mod start;

use domain::{
    Change, ChangeRequest, ChangeRequestId, Home, Mail, OrganizationRight, Reason, RecordName,
    Refusal, RequestNews, RequestedChange, UserId,
};

use crate::use_case::{Context, Want};

pub use apply::ApplyChangeRequest;
pub use cancel::CancelChangeRequest;
pub use comment::AddChangeRequestComment;
pub use create::CreateChangeRequest;
pub use reject::RejectChangeRequest;
pub use spec::{ChangeSpec, CreationSpec, MemberSpec};
pub use start::StartChangeRequest;

/// Memory keeps no requests; one that is named is read under the lock.
fn wants(home: Home, id: &ChangeRequestId) -> Vec<Want> {
    vec![Want::Record(home, RecordName::change_request(id))]
}

/// The request, where there is one of this id.
fn known<'a>(context: &Context<'a>, id: &ChangeRequestId) -> Option<&'a ChangeRequest> {
    let facts = context.facts;
    facts.record(context.home, &RecordName::change_request(id))
}

/// The request that a call names, as its caller saw it.
fn requested<'a>(
    context: &Context<'a>,
    id: &ChangeRequestId,
    etag: Option<&str>,
) -> Result<&'a ChangeRequest, Refusal> {
    let name = RecordName::change_request(id).resource_name(context.home);
    let request = known(context, id).ok_or_else(|| Refusal::not_found(&name))?;
    crate::etag::must_match(etag, request.stamp, &name)?;
    Ok(request)
}

/// The person whom it is about, as far as there is one: erasing them erases what is said here of them.
fn about<'a>(context: &Context<'a>, request: &'a ChangeRequest) -> Option<&'a UserId> {
    let RequestedChange::CreateUser(creation) = &*request.wanted else {
        return request.about();
    };
    let facts = context.facts;
    let accounts = facts.accounts_of_text(&creation.email.id);
    let user = accounts.and_then(|accounts| accounts.found_by_makers());
    request.about().or(user.map(|user| &user.id))
}

/// Requester and worker are never the same person, and nobody works a request about themselves, or one of an
/// organization in which they act by whatever path.
fn must_be_from_outside(context: &Context<'_>, request: &ChangeRequest) -> Result<(), Refusal> {
    let Some(actor) = &context.who.actor else {
        return Ok(());
    };
    let mut exercised = context.view.partnerships_exercised(actor);
    let why = if request.requester.actor.as_ref() == Some(actor) {
        "opened it"
    } else if about(context, request) == Some(actor) {
        "is the person whom it is about"
    } else if context.organization().member(actor).is_some() {
        "is a member of the organization"
    } else if exercised.next().is_some() {
        "acts there as staff of a partner"
    } else if context.organization().is_shut_out(actor) {
        "is shut out of the organization"
    } else {
        return Ok(());
    };
    Err(Refusal::new(
        Reason::OwnChangeRequest,
        format!(
            "Nobody works a change request that they opened or that is about them, or one of an organization in which \
             they act or from which they are shut out: {} {why}. Another operator can do it.",
            actor.resource_name()
        ),
    )
    .about(RecordName::change_request(&request.id).resource_name(context.home)))
}

/// The person who opened it as a member, while they may still ask for anything here.
fn requester<'a>(context: &Context<'_>, user: Option<&'a UserId>) -> Result<&'a UserId, Refusal> {
    let right = OrganizationRight::ManageUsers;
    let view = context.view;
    let may = user.filter(|user| view.holds(user, right, context.moment.now));
    may.ok_or_else(|| {
        Refusal::new(
            Reason::RequesterMayNoLonger,
            format!(
                "{} does not hold {} here any more.",
                user.map_or_else(
                    || "users/unknown".to_owned(),
                    |user| user.resource_name().to_string()
                ),
                right.name()
            ),
        )
    })
}

/// Saves the request, and tells who opened it. Whoever belongs here no more is not told what goes on here.
fn save(context: &Context<'_>, change: &mut Change, request: ChangeRequest, news: RequestNews) {
    let now = context.moment.now;
    let belongs = |user: &UserId| context.view.holds(user, OrganizationRight::View, now);
    let said_it = matches!(news, RequestNews::Commented(_))
        && request.requester.actor.is_some()
        && request.requester.actor == context.who.actor;
    if request.requester.actor.as_ref().is_some_and(belongs) && !said_it {
        let id = request.id.clone();
        change.mails.push(Mail::ChangeRequest { id, news });
    }
    change.outcome.about = Some(RecordName::change_request(&request.id));
    change.save(request);
}
