//! Pages that only say something: what became of it, what is wrong, and what to do now.

use app::queries::invitation::{InvitationStage, ViewedInvitation};
use app::{Error, Filling, StoreError};
use askama::Template;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::{InvitationState, Reason};

use super::frame::{Frame, page as framed};
use crate::status::status;

#[derive(Template)]
#[template(path = "said.html")]
struct Said {
    frame: Frame,
    paragraphs: Vec<String>,
}

/// A page of these phrases.
pub(super) fn page(
    code: StatusCode,
    frame: Frame,
    paragraphs: &[&str],
    places: &[(&'static str, Filling<'_>)],
) -> Response {
    let phrases = frame.phrases;
    let paragraphs = paragraphs.iter().map(|key| phrases.fill(key, places));
    let said = Said {
        paragraphs: paragraphs.collect(),
        frame,
    };
    framed(code, &said.frame, &said)
}

/// What became of an invitation that is not open any more.
pub(super) fn over(frame: Frame, viewed: &ViewedInvitation) -> Response {
    let invitation = &viewed.invitation;
    let (title, text, at) = match (
        &invitation.state,
        InvitationStage::of(invitation, viewed.seen.at),
    ) {
        (InvitationState::Accepted { at, .. }, _) => {
            ("was-accepted-title", "was-accepted-text", *at)
        }
        (InvitationState::Refused { at }, _) => ("was-refused-title", "was-refused-text", *at),
        (InvitationState::Withdrawn { at }, _) => {
            ("was-withdrawn-title", "was-withdrawn-text", *at)
        }
        (InvitationState::Open, _) => (
            "was-expired-title",
            "was-expired-text",
            invitation.expire_time,
        ),
    };
    let at = frame.phrases.moment(at);
    let places = [
        (
            "organization",
            viewed.organization_display_name.as_str().into(),
        ),
        ("at", at.into()),
    ];
    let paragraphs: &[&str] = match invitation.state {
        InvitationState::Accepted { .. } | InvitationState::Refused { .. } => &[text, "page-used"],
        InvitationState::Open | InvitationState::Withdrawn { .. } => &[text],
    };
    page(
        StatusCode::GONE,
        frame.titled(title, &[]),
        paragraphs,
        &places,
    )
}

/// Why it did not work, and what to do now. What exactly stands behind it is for those who manage users.
pub(super) fn refused(frame: Frame, error: Error) -> Response {
    let (code, title, text) = match &error {
        Error::Refused(refusal) => match refusal.reason {
            Reason::NotFound => (StatusCode::NOT_FOUND, "unknown-title", "unknown-text"),
            Reason::SenderMayNoLonger => (StatusCode::CONFLICT, "sender-title", "sender-text"),
            Reason::ShutOut => (StatusCode::CONFLICT, "policy-title", "shut-out-text"),
            Reason::MemberExists => (StatusCode::CONFLICT, "member-title", "member-text"),
            Reason::UserInactive => (StatusCode::CONFLICT, "inactive-title", "inactive-text"),
            Reason::ChangePolicyByRequest => (StatusCode::CONFLICT, "policy-title", "policy-text"),
            Reason::QuotaExceeded => (StatusCode::CONFLICT, "policy-title", "full-text"),
            Reason::PartnerNotListed => (StatusCode::CONFLICT, "policy-title", "unlisted-text"),
            _ => (StatusCode::BAD_REQUEST, "wrong-title", "wrong-text"),
        },
        Error::Store(_)
        | Error::Moved
        | Error::Stopping
        | Error::Loading(_)
        | Error::Interrupted => {
            return later(frame, error);
        }
    };
    page(code, frame.titled(title, &[]), &[text], &[])
}

fn later(frame: Frame, error: Error) -> Response {
    let passing = matches!(
        &error,
        Error::Loading(_)
            | Error::Store(
                StoreError::Contention
                    | StoreError::Busy
                    | StoreError::Slow
                    | StoreError::Deadline
                    | StoreError::OutcomeUnknown
                    | StoreError::Unavailable(_)
                    | StoreError::Format { .. }
            )
    );
    // It writes the cause into the log.
    let _ = status(error);
    let code = if passing {
        StatusCode::SERVICE_UNAVAILABLE
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    let mut response = page(code, frame.titled("later-title", &[]), &["later-text"], &[]);
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from_static("60"));
    response
}

/// What the browser sent is none of our forms.
pub(super) fn unreadable(frame: Frame, code: StatusCode) -> Response {
    page(code, frame.titled("wrong-title", &[]), &["wrong-text"], &[])
}
