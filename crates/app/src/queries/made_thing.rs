//! What was made through a partnership and is still there? Also of one that is over, for as long as it is there.

use std::sync::Arc;

use access::Made;
use domain::{Home, MadeThing, OrganizationId, PartnershipId, RecordName, Refusal};
use serde::Serialize;

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::error::Error;

/// Asks for what was made through a partnership.
#[derive(Debug, Clone, Serialize)]
pub struct ListMadeThings {
    /// The client.
    pub organization: OrganizationId,
    /// Which partnership.
    pub partnership: PartnershipId,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

impl App {
    /// What was made through a partnership, in its order.
    pub async fn list_made_things(
        &self,
        call: &Call,
        query: ListMadeThings,
    ) -> Result<Page<Made>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let known = self.partnership(&seen, &home, &query.partnership).await?;
        if known.is_none() {
            let name = RecordName::partnership(&query.partnership);
            return Err(Refusal::not_found(name.resource_name(&home)).into());
        }
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after: Option<MadeThing> = after.and_then(|key| serde_json::from_str(&key).ok());
        let state = Arc::clone(&seen.view.organization);
        let following = state.made_through(&query.partnership, after.as_ref());
        Ok(self.page_of(call, &query, query.paging.size, seen, following, key))
    }
}

fn key(last: &Made) -> String {
    // A thing is plain data; if it ever could not be written, the list would begin anew.
    serde_json::to_string(&last.thing).unwrap_or_default()
}
