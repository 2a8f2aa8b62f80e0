//! Deletes a client assignment: whom it named loses what it left, at once. Always open (rule 9).

use domain::{AssignmentId, Home, OrganizationId, RecordName, Refusal};
use serde::Serialize;

use super::as_seen;
use crate::taking::taken_from_assignee;
use crate::use_case::{Context, Plan, UseCase};

/// Deletes a client assignment.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteClientAssignment {
    pub organization: OrganizationId,
    pub id: AssignmentId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for DeleteClientAssignment {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = as_seen(context, &self.id, self.etag.as_deref())?;
        let mut change = context.change();
        taken_from_assignee(context, &mut change, &old.assignee);
        change.remove_and_show(old.as_ref().clone());
        change.outcome.about = Some(RecordName::client_assignment(&self.id));
        Ok(change.into())
    }
}
