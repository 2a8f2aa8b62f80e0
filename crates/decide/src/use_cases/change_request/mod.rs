//! Change requests: an organization asks, the operator decides, and what is applied is one change under all rules.

mod apply;
mod cancel;
mod carry_out;
mod comment;
mod create;
mod differs;
mod judge;
mod reject;
mod start;
mod wish;

use domain::{
    Change, ChangeRequest, ChangeRequestId, Home, Mail, OrganizationRight, Reason, RecordName,
    Refusal, RequestNews, RequestedChange, UserId,
};

use crate::use_case::{Given, Want};

pub use apply::ApplyChangeRequest;
pub use cancel::CancelChangeRequest;
pub use comment::AddChangeRequestComment;
pub use create::CreateChangeRequest;
pub use reject::RejectChangeRequest;
pub use start::StartChangeRequest;
pub use wish::{ChangeWish, CreationWish, MemberWish};

/// Memory keeps no requests; one that is named is read under the lock.
fn wants(home: Home, id: &ChangeRequestId) -> Vec<Want> {
    vec![Want::Record(home, RecordName::change_request(id))]
}

/// The request, where there is one of this id.
fn known<'a>(given: &Given<'a>, id: &ChangeRequestId) -> Option<&'a ChangeRequest> {
    let facts = given.facts;
    facts.record(given.home, &RecordName::change_request(id))
}

/// The request that a call names, as its caller saw it.
fn found<'a>(
    given: &Given<'a>,
    id: &ChangeRequestId,
    etag: Option<&str>,
) -> Result<&'a ChangeRequest, Refusal> {
    let name = RecordName::change_request(id).resource_name(given.home);
    let request = known(given, id).ok_or_else(|| Refusal::not_found(&name))?;
    super::etag::must_match(etag, request.stamp, &name)?;
    Ok(request)
}

/// The person whom it is about, as far as there is one: erasing them erases what is said here of them.
fn about<'a>(given: &Given<'a>, request: &'a ChangeRequest) -> Option<&'a UserId> {
    let RequestedChange::CreateUser(creation) = &request.wanted else {
        return request.about();
    };
    let facts = given.facts;
    let accounts = facts.accounts_of_text(&creation.email.id);
    let user = accounts.and_then(|accounts| accounts.found_by_makers());
    request.about().or(user.map(|user| &user.id))
}

/// Requester and worker are never the same person, and nobody works a request about themselves, or one of an
/// organization in which they act by whatever path.
fn must_be_from_outside(given: &Given<'_>, request: &ChangeRequest) -> Result<(), Refusal> {
    let Some(actor) = &given.who.actor else {
        return Ok(());
    };
    let mut exercised = given.view.partnerships_exercised(actor);
    let why = if request.requester.actor.as_ref() == Some(actor) {
        "opened it"
    } else if about(given, request) == Some(actor) {
        "is the person whom it is about"
    } else if given.organization().member(actor).is_some() {
        "is a member of the organization"
    } else if exercised.next().is_some() {
        "acts there as staff of a partner"
    } else if given.organization().is_shut_out(actor) {
        "is shut out of the organization"
    } else {
        return Ok(());
    };
    Err(Refusal::new(
        Reason::OwnChangeRequest,
        format!(
            "Nobody works a change request that they opened or that is about them, or one of an organization in which \
             they act or from which they are shut out: users/{actor} {why}. Another operator can do it."
        ),
    )
    .about(RecordName::change_request(&request.id).resource_name(given.home)))
}

/// The person who opened it as a member, while they may still ask for anything here.
fn requester<'a>(given: &Given<'_>, user: Option<&'a UserId>) -> Result<&'a UserId, Refusal> {
    let right = OrganizationRight::ManageUsers;
    let view = given.view;
    let may = user.filter(|user| view.holds(user, right, given.moment.now));
    may.ok_or_else(|| {
        Refusal::new(
            Reason::RequesterMayNoLonger,
            format!(
                "users/{} does not hold {} here any more.",
                user.map_or("unknown", UserId::as_str),
                right.name()
            ),
        )
    })
}

/// Saves the request, and tells who opened it. Whoever belongs here no more is not told what goes on here.
fn save(given: &Given<'_>, change: &mut Change, request: ChangeRequest, news: RequestNews) {
    let now = given.moment.now;
    let belongs = |user: &UserId| given.view.holds(user, OrganizationRight::View, now);
    let said_it = matches!(news, RequestNews::Commented(_))
        && request.requester.actor.is_some()
        && request.requester.actor == given.who.actor;
    if request.requester.actor.as_ref().is_some_and(belongs) && !said_it {
        let id = request.id.clone();
        change.mails.push(Mail::ChangeRequest { id, news });
    }
    change.outcome.about = Some(RecordName::change_request(&request.id));
    change.save(request);
}
