//! Pages that only say something: what became of it, what is wrong, and what to do now.

use app::Filling;
use app::queries::invitation::{InvitationStage, ViewedInvitation};
use askama::Template;
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use domain::InvitationState;
use grantor::v1::ErrorReason;
use tonic::Code;

use super::frame::{Frame, page as framed};
use crate::problem::Problem;

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
pub(super) fn refused(frame: Frame, problem: &Problem) -> Response {
    use ErrorReason as R;
    let (title, text) = match problem.reason {
        R::NotFound => ("unknown-title", "unknown-text"),
        R::SenderMayNoLonger => ("sender-title", "sender-text"),
        R::ShutOut => ("policy-title", "shut-out-text"),
        R::MemberExists => ("member-title", "member-text"),
        R::UserInactive => ("inactive-title", "inactive-text"),
        R::ChangePolicyByRequest => ("policy-title", "policy-text"),
        R::QuotaExceeded => ("policy-title", "full-text"),
        R::PartnerNotListed => ("policy-title", "unlisted-text"),
        R::StoreUnavailable
        | R::Contention
        | R::DeadlinePassed
        | R::ClockBehind
        | R::HistoryBroken
        | R::Internal => return later(frame, problem),
        _ => return unreadable(frame, StatusCode::BAD_REQUEST),
    };
    told(frame, problem, title, text)
}

/// A problem in these words.
pub(super) fn told(frame: Frame, problem: &Problem, title: &str, text: &str) -> Response {
    page(http(problem.code), frame.titled(title, &[]), &[text], &[])
}

fn later(frame: Frame, problem: &Problem) -> Response {
    let code = http(problem.code);
    let code = if code.is_server_error() {
        code
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    };
    let mut response = page(code, frame.titled("later-title", &[]), &["later-text"], &[]);
    response
        .headers_mut()
        .insert(RETRY_AFTER, HeaderValue::from_static("60"));
    response
}

/// What a browser hears of each code: whether it is the link, what stands in its way, or the server.
fn http(code: Code) -> StatusCode {
    match code {
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::AlreadyExists | Code::FailedPrecondition | Code::ResourceExhausted => {
            StatusCode::CONFLICT
        }
        Code::InvalidArgument
        | Code::OutOfRange
        | Code::Unauthenticated
        | Code::PermissionDenied => StatusCode::BAD_REQUEST,
        Code::Aborted | Code::DeadlineExceeded | Code::Unavailable => {
            StatusCode::SERVICE_UNAVAILABLE
        }
        Code::Ok
        | Code::Cancelled
        | Code::Unknown
        | Code::Unimplemented
        | Code::Internal
        | Code::DataLoss => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// What the browser sent is none of our forms.
pub(super) fn unreadable(frame: Frame, code: StatusCode) -> Response {
    page(code, frame.titled("wrong-title", &[]), &["wrong-text"], &[])
}
