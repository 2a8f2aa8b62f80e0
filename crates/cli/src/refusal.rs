//! What did the server refuse, and what does it advise? Its words, its reason and every field that it blames.

use std::fmt::Write;

use grantor::client::Error;
use tonic::{Response, Status};
use tonic_types::StatusExt;

use super::Failure;
use super::words::visible;

/// What a call answered, or its failure as the end of the command.
pub(super) fn answered<T>(answer: Result<Response<T>, Status>) -> Result<T, Failure> {
    answer.map(Response::into_inner).map_err(refused)
}

/// A call's failure as the end of a command: the message, then a line each for code and reason, blamed fields, unmet
/// conditions and when to try again.
pub(super) fn refused(status: Status) -> Failure {
    let details = status.get_error_details();
    let mut text = said(&Error::from(status));
    for unmet in details
        .precondition_failure()
        .iter()
        .flat_map(|all| &all.violations)
    {
        let _ = write!(
            text,
            "\n  {}: {}",
            visible(&unmet.subject),
            visible(&unmet.description)
        );
    }
    for over in details
        .quota_failure()
        .iter()
        .flat_map(|all| &all.violations)
    {
        let _ = write!(
            text,
            "\n  {}: {}",
            visible(&over.subject),
            visible(&over.description)
        );
    }
    if let Some(delay) = details.retry_info().and_then(|retry| retry.retry_delay) {
        let _ = write!(text, "\n  try again in {} s", delay.as_secs().max(1));
    }
    text.into()
}

/// The message, code and reason, and every blamed field.
pub(super) fn said(error: &Error) -> String {
    let mut text = visible(error.message());
    let _ = write!(text, "\n  {}", error.code_name());
    if !error.reason().is_empty() {
        let _ = write!(text, " ({})", visible(error.reason()));
    }
    for wrong in error.violations() {
        let _ = write!(
            text,
            "\n  {}: {}",
            visible(&wrong.field),
            visible(&wrong.description)
        );
    }
    text
}
