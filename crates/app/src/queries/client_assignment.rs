//! Which of a partner's people exercise which client's mandate?

use std::sync::Arc;

use domain::{AssignmentId, ClientAssignment, Home, OrganizationId, RecordName, Refusal};
use serde::Serialize;

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the client assignments of a partner.
#[derive(Debug, Clone, Serialize)]
pub struct ListClientAssignments {
    /// The partner.
    pub organization: OrganizationId,
    /// Only those for this client.
    pub client: Option<OrganizationId>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
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

    /// The client assignments of a partner, by id.
    pub async fn list_client_assignments(
        &self,
        call: &Call,
        query: ListClientAssignments,
    ) -> Result<Page<Arc<ClientAssignment>>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after = after
            .as_deref()
            .and_then(|after| AssignmentId::parse(after).ok());
        let state = Arc::clone(&seen.view.organization);
        let asked_for = |assignment: &&Arc<ClientAssignment>| {
            let client = query.client.as_ref();
            client.is_none_or(|client| assignment.client == *client)
        };
        let following = state
            .client_assignments_after(after.as_ref())
            .filter(asked_for)
            .cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.id.to_string()
            }),
        )
    }
}
