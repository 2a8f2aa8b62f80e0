//! Who is shut out and no member?

use std::sync::Arc;

use domain::{Home, OrganizationId, RecordName, Refusal, ShutOut, UserId};
use serde::Serialize;

use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for those whom an organization has shut out and who are no members of it.
#[derive(Debug, Clone, Serialize)]
pub struct ListShutOuts {
    pub organization: OrganizationId,
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
}

/// Those who are shut out, by user id.
impl List for ListShutOuts {
    type Item = Arc<ShutOut>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<ShutOut>>, Error> {
        let after = after.and_then(|after| UserId::parse(after).ok());
        let following = from.seen.view.organization.shut_outs_after(after.as_ref());
        Ok(following.take(most).cloned().collect())
    }

    fn key(shut_out: &Arc<ShutOut>) -> String {
        shut_out.user.to_string()
    }
}
