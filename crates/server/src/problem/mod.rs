//! Why a call failed, as it is told: the code, the reason, the words, and what else its caller can use.
//!
//! How it is told knows only who answers: `status.rs` for gRPC, `page/said.rs` for a browser, `convert/batch.rs` for one
//! question among many.

mod store;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::time::Duration;

use app::Error;
use domain::{Refusal, Violation};
use grantor::v1::ErrorReason;
use tonic::Code;

pub(crate) use self::table::wire;

/// What a database or a bug said is not in it: that goes to the log.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct Problem {
    /// Of `google.rpc.Code`; gRPC's name for it is as good as one of our own.
    pub(crate) code: Code,
    pub(crate) reason: ErrorReason,
    pub(crate) message: String,
    pub(crate) metadata: BTreeMap<&'static str, String>,
    pub(crate) about: Option<About>,
    /// It is worth trying again, from then on.
    pub(crate) again_in: Option<Duration>,
}

/// What it is about: each code has its own kind.
#[derive(Debug)]
pub(crate) enum About {
    /// The wrong fields of the request.
    Fields(Vec<Violation>),
    /// What is not as it would have to be, and why.
    State(Vec<Violation>),
    /// Whose quota is used up.
    Quota(String),
    /// A thing that is there, or is not, or is none of theirs.
    Resource(String),
}

impl Problem {
    fn new(code: Code, reason: ErrorReason, message: impl Into<String>) -> Self {
        Self {
            code,
            reason,
            message: message.into(),
            metadata: BTreeMap::new(),
            about: None,
            again_in: None,
        }
    }

    fn unavailable(message: impl Into<String>) -> Self {
        Self::new(Code::Unavailable, ErrorReason::StoreUnavailable, message)
    }

    fn internal(message: impl Into<String>) -> Self {
        Self::new(Code::Internal, ErrorReason::Internal, message)
    }

    fn again_in(mut self, wait: Duration) -> Self {
        self.again_in = Some(wait);
        self
    }

    /// What a call hears that a server which starts cannot keep waiting any longer.
    pub(crate) fn starting() -> Self {
        Self::unavailable("This server starts, and has not read its database yet. Try again.")
            .again_in(Duration::from_secs(1))
    }

    /// An answer that is not sent, as stock clients would not take it.
    pub(crate) fn answer_too_large() -> Self {
        Self::new(
            Code::ResourceExhausted,
            ErrorReason::AnswerTooLarge,
            "The answer would be 4 MiB or more. Ask for less: a smaller page_size, one type, product or right. If it \
             was a change, it was made, and the audit says what it did.",
        )
    }

    /// What stands beside the code of a refusal.
    fn about(&self, subject: String, violations: Vec<Violation>) -> Option<About> {
        use ErrorReason as R;
        match (self.code, self.reason) {
            (Code::InvalidArgument, _) => {
                (!violations.is_empty()).then_some(About::Fields(violations))
            }
            (Code::FailedPrecondition, _) if violations.is_empty() => {
                Some(About::State(vec![Violation {
                    field: subject,
                    description: self.message.clone(),
                }]))
            }
            (Code::FailedPrecondition, _) => Some(About::State(violations)),
            // It is nobody's quota that is used up.
            (_, R::Overloaded | R::WorkBudgetExceeded | R::MemoryFull) => None,
            (Code::ResourceExhausted, _) => Some(About::Quota(subject)),
            (Code::NotFound | Code::AlreadyExists | Code::PermissionDenied, _) => {
                (!subject.is_empty()).then_some(About::Resource(subject))
            }
            _ => None,
        }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(refusal) => refusal.into(),
            Error::Store(cause) => cause.into(),
            Error::Moved => Self::unavailable(
                "What the call rests on kept changing under it; nothing was done. Try again.",
            ),
            Error::Stopping => Self::unavailable(
                "This server stops. Go on at another one; a watch resumes from its last position.",
            )
            .again_in(Duration::ZERO),
            Error::Loading(home) => Self::unavailable(format!(
                "{} is being read into memory, which takes longer than this call. The reading goes on; try again.",
                home.resource_name()
            ))
            .again_in(Duration::from_secs(1)),
            Error::Interrupted => {
                tracing::error!("the task of a call ended before it answered");
                Self::internal("The call was interrupted by a fault in Grantor.")
            }
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let (code, reason) = wire(refusal.reason);
        let at_once = (code == Code::Unavailable).then_some(Duration::ZERO);
        let problem = Self {
            metadata: refusal.metadata,
            again_in: refusal.again_in.or(at_once),
            ..Self::new(code, reason, refusal.message)
        };
        let subject = refusal.resource.unwrap_or_default();
        let about = problem.about(subject, refusal.violations);
        Self { about, ..problem }
    }
}
