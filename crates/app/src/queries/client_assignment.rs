//! Which of a partner's people exercise which client's mandate?

use std::sync::Arc;

use domain::{AssignmentId, ClientAssignment, Home, OrganizationId, RecordName, Refusal};
use serde::Serialize;

use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the client assignments of a partner.
#[derive(Debug, Clone, Serialize)]
pub struct ListClientAssignments {
    pub organization: OrganizationId,
    /// Only those for this client.
    pub client: Option<OrganizationId>,
}

impl App {
    /// One client assignment.
    pub async fn get_client_assignment(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &AssignmentId,
    ) -> Result<(Arc<ClientAssignment>, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let assignment = seen.view.organization.client_assignment(id).cloned();
        let name = RecordName::client_assignment(id);
        let assignment = assignment.ok_or_else(|| Refusal::not_found(name.resource_name(&home)))?;
        Ok((assignment, seen))
    }
}

/// The client assignments of a partner, by id.
impl List for ListClientAssignments {
    type Item = Arc<ClientAssignment>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<ClientAssignment>>, Error> {
        let after = after.and_then(|after| AssignmentId::parse(after).ok());
        let state = &from.seen.view.organization;
        let following = state.client_assignments_after(after.as_ref());
        let client = self.client.as_ref();
        let asked_for =
            following.filter(|assignment| client.is_none_or(|client| assignment.client == *client));
        Ok(asked_for.take(most).cloned().collect())
    }

    fn key(assignment: &Arc<ClientAssignment>) -> String {
        assignment.id.to_string()
    }
}
