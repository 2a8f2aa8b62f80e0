//! What did the server refuse, and what does it advise? Its words, its reason and every field that it blames.

use std::fmt::Write;

use tonic::Status;
use tonic_types::StatusExt;

use super::Failure;
use super::words::visible;

/// As the end of a command.
pub(super) fn refused(status: Status) -> Failure {
    said(&status).into()
}

/// The message, then a line each for code and reason, blamed fields, unmet conditions and when to try again.
pub(super) fn said(status: &Status) -> String {
    let details = status.get_error_details();
    let mut text = visible(status.message());
    let reason = details.error_info().map(|info| info.reason.as_str());
    let reason = reason
        .map(|reason| format!(" ({reason})"))
        .unwrap_or_default();
    let _ = write!(text, "\n  {:?}{reason}", status.code());
    for wrong in details
        .bad_request()
        .iter()
        .flat_map(|bad| &bad.field_violations)
    {
        let _ = write!(
            text,
            "\n  {}: {}",
            visible(&wrong.field),
            visible(&wrong.description)
        );
    }
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
    text
}
