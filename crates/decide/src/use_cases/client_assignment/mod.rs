//! Client assignments: which of a partner's people exercise which client's mandate, and how much of it.

mod active_partnership;
mod create;
mod delete;
mod update;

use std::sync::Arc;

use domain::{AssignmentId, ClientAssignment, RecordName, Refusal};

use crate::preconditions::{acting_user, found_as_seen};
use crate::use_case::Context;

pub use create::CreateClientAssignment;
pub use delete::DeleteClientAssignment;
pub use update::UpdateClientAssignment;

/// The assignment as the caller saw it.
fn as_seen<'a>(
    context: &'a Context<'_>,
    id: &AssignmentId,
    etag: Option<&str>,
) -> Result<&'a Arc<ClientAssignment>, Refusal> {
    acting_user(context)?;
    found_as_seen(
        context,
        context.organization().client_assignment(id),
        &RecordName::client_assignment(id),
        etag,
        |assignment| assignment.stamp,
    )
}
