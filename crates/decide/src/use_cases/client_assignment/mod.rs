//! Client assignments: which of a partner's people exercise which client's mandate, and how much of it.

mod create;
mod delete;
mod leaving;
mod update;

use std::sync::Arc;

use domain::{AssignmentId, ClientAssignment, RecordName, Refusal};

use crate::use_case::Given;
use crate::use_cases::found::{acting_user, found_as_seen};

pub use create::CreateClientAssignment;
pub use delete::DeleteClientAssignment;
pub use update::UpdateClientAssignment;

/// The assignment as the caller saw it.
fn as_seen<'a>(
    given: &'a Given<'_>,
    id: &AssignmentId,
    etag: Option<&str>,
) -> Result<&'a Arc<ClientAssignment>, Refusal> {
    acting_user(given)?;
    found_as_seen(
        given,
        given.organization().client_assignment(id),
        &RecordName::client_assignment(id),
        etag,
        |assignment| assignment.stamp,
    )
}
