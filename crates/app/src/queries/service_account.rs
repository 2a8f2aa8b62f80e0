//! Which internal services call Grantor, and with which keys?

use std::sync::Arc;

use domain::{Home, Key, Refusal, ServiceAccount, ServiceAccountId};
use serde::Serialize;

use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the service accounts.
#[derive(Debug, Clone, Serialize)]
pub struct ListServiceAccounts {}

/// Asks for the keys of a service account.
#[derive(Debug, Clone, Serialize)]
pub struct ListKeys {
    pub account: ServiceAccountId,
}

impl App {
    /// One service account.
    pub async fn get_service_account(
        &self,
        call: &Call,
        id: &ServiceAccountId,
    ) -> Result<(Arc<ServiceAccount>, Seen), Error> {
        let seen = self
            .see(call, &Home::Platform, None, &Consistency::default())
            .await?;
        let account = Arc::clone(existing(&seen, id)?);
        Ok((account, seen))
    }
}

/// The service accounts, by id.
impl List for ListServiceAccounts {
    type Item = Arc<ServiceAccount>;

    fn home(&self) -> Home {
        Home::Platform
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<ServiceAccount>>, Error> {
        let accounts = from.seen.view.platform.service_accounts();
        let following =
            accounts.filter(|listed| after.is_none_or(|after| listed.id.as_str() > after));
        Ok(following.take(most).cloned().collect())
    }

    fn key(account: &Arc<ServiceAccount>) -> String {
        account.id.to_string()
    }
}

/// The keys of a service account, by id; those that no longer work too.
impl List for ListKeys {
    type Item = Arc<Key>;

    fn home(&self) -> Home {
        Home::Platform
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        existing(from.seen, &self.account)?;
        Ok(())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Key>>, Error> {
        let keys = from.seen.view.platform.keys_of(&self.account);
        let following = keys.filter(|listed| after.is_none_or(|after| listed.id.as_str() > after));
        Ok(following.take(most).cloned().collect())
    }

    fn key(listed: &Arc<Key>) -> String {
        listed.id.to_string()
    }
}

fn existing<'a>(seen: &'a Seen, id: &ServiceAccountId) -> Result<&'a Arc<ServiceAccount>, Refusal> {
    let found = seen.view.platform.service_account(id);
    found.ok_or_else(|| Refusal::not_found(id.resource_name()))
}
