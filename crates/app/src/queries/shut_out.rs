//! Who is shut out and no member?

use std::sync::Arc;

use domain::{Home, OrganizationId, RecordName, Refusal, ShutOut, UserId};
use serde::Serialize;

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for those whom an organization has shut out and who are no members of it.
#[derive(Debug, Clone, Serialize)]
pub struct ListShutOuts {
    /// Where.
    pub organization: OrganizationId,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

impl App {
    /// One who is shut out.
    pub async fn get_shut_out(
        &self,
        call: &Call,
        organization: &OrganizationId,
        user: &UserId,
    ) -> Result<(Arc<ShutOut>, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let known = seen.view.organization.shut_out(user).cloned();
        let name = || RecordName::shut_out(user).resource_name(&home);
        Ok((known.ok_or_else(|| Refusal::not_found(name()))?, seen))
    }

    /// Those who are shut out, by user id.
    pub async fn list_shut_outs(
        &self,
        call: &Call,
        query: ListShutOuts,
    ) -> Result<Page<Arc<ShutOut>>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after = after.as_deref().and_then(|after| UserId::parse(after).ok());
        let state = Arc::clone(&seen.view.organization);
        let following = state.shut_outs_after(after.as_ref()).cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.user.to_string()
            }),
        )
    }
}
