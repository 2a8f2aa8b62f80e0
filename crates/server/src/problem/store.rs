//! What does a caller hear of the store that could not, and what does the operator?

use std::time::Duration;

use app::{FORMAT, StoreError};
use domain::{Home, Reason, Refusal};
use grantor::v1::ErrorReason;
use tonic::Code;

use super::Problem;

impl From<StoreError> for Problem {
    fn from(cause: StoreError) -> Self {
        log(&cause);
        match cause {
            StoreError::Contention | StoreError::Busy | StoreError::Slow => Self::new(
                Code::Aborted,
                ErrorReason::Contention,
                "Too many changes of the same organization at once. Send the same request again.",
            )
            .again_in(Duration::from_millis(100)),
            StoreError::Deadline => Self::new(
                Code::DeadlineExceeded,
                ErrorReason::DeadlinePassed,
                "Time ran out. Whether the change was made is not known; the same request with the same request_id tells.",
            ),
            StoreError::IdTaken(name) => id_taken(name).into(),
            StoreError::RequestReused => Refusal::new(
                Reason::RequestIdReused,
                "request_id was used for another request within 24 hours. Send a new one.",
            )
            .into(),
            StoreError::NoHome(home @ Home::Organization(_)) => {
                Refusal::not_found(home.resource_name()).into()
            }
            StoreError::OutcomeUnknown => Self::unavailable(
                "The database went away while committing. Whether the change was made is not known; the same request with the same request_id tells.",
            ),
            StoreError::Unavailable(_) => Self::unavailable(
                "The database cannot be reached, so nothing is allowed and nothing was changed. Try again.",
            )
            .again_in(Duration::from_secs(1)),
            StoreError::Clock { changed, now, .. } => Self::new(
                Code::FailedPrecondition,
                ErrorReason::ClockBehind,
                format!(
                    "The last change here is of {changed}, and the clock of the database says {now}: it was ahead \
                     then, or is behind now. The operator sets it right (grantor audit verify says where)."
                ),
            ),
            StoreError::Format { home, format } => newer(&home, format),
            StoreError::Corrupt(_) => Self::new(
                Code::DataLoss,
                ErrorReason::HistoryBroken,
                "The change log does not verify; it is not answered from until the operator has looked (grantor audit verify).",
            ),
            StoreError::NoHome(Home::Platform | Home::People)
            | StoreError::Config(_)
            | StoreError::Misuse(_) => {
                Self::internal("A fault in Grantor. The operator finds it in the log.")
            }
        }
    }
}

fn id_taken(name: String) -> Refusal {
    let message =
        format!("{name} is taken, or was once; ids are never used again. Choose another.");
    Refusal::new(Reason::IdTaken, message).about(name)
}

/// Another server may be of the version that it takes.
fn newer(home: &Home, format: u32) -> Problem {
    Problem::unavailable(format!(
        "What is stored of {} has format {format}, and this server reads formats 1 to {FORMAT}: it answers nothing of \
         it and changes nothing. Upgrade it; a newer server can be asked meanwhile.",
        home.resource_name()
    ))
    .again_in(Duration::from_secs(1))
}

/// What only the operator can set right.
fn log(cause: &StoreError) {
    match cause {
        StoreError::Unavailable(_) => tracing::error!(%cause, "the store is away"),
        StoreError::Clock { .. } => {
            tracing::error!(%cause, "nothing is written while the database's clock is behind the log");
        }
        StoreError::Format { .. } => {
            tracing::error!(%cause, "this server is older than what is stored");
        }
        StoreError::Corrupt(_) => tracing::error!(%cause, "the change log does not verify"),
        StoreError::Config(_) | StoreError::Misuse(_) => {
            tracing::error!(%cause, "a fault in the store");
        }
        StoreError::Contention
        | StoreError::Busy
        | StoreError::Slow
        | StoreError::Deadline
        | StoreError::OutcomeUnknown
        | StoreError::IdTaken(_)
        | StoreError::RequestReused
        | StoreError::NoHome(_) => {}
    }
}
