//! What was made through a partnership and is still there? Also of one that is over, for as long as it is there.

use access::Made;
use domain::{Home, MadeThing, OrganizationId, PartnershipId, RecordName, Refusal};
use serde::Serialize;

use super::list::{List, Source};
use crate::error::Error;

/// Asks for what was made through a partnership.
#[derive(Debug, Clone, Serialize)]
pub struct ListMadeThings {
    pub organization: OrganizationId,
    pub partnership: PartnershipId,
}

/// What was made through a partnership, in its order.
impl List for ListMadeThings {
    type Item = Made;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        let home = self.home();
        let known = from.app.partnership(from.seen, &home, &self.partnership);
        let name = || RecordName::partnership(&self.partnership).resource_name(&home);
        match known.await? {
            Some(_) => Ok(()),
            None => Err(Refusal::not_found(name()).into()),
        }
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Made>, Error> {
        let after: Option<MadeThing> = after.and_then(|key| serde_json::from_str(key).ok());
        let state = &from.seen.view.organization;
        let made = state.made_through(&self.partnership, after.as_ref());
        Ok(made.take(most).collect())
    }

    fn key(last: &Made) -> String {
        // A thing is plain data; if it ever could not be written, the list would begin anew.
        serde_json::to_string(&last.thing).unwrap_or_default()
    }
}
