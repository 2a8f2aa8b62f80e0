//! Which internal services call Grantor, and with which keys?

use std::sync::Arc;

use domain::{Home, Key, Refusal, ServiceAccount, ServiceAccountId};
use serde::Serialize;

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the service accounts.
#[derive(Debug, Clone, Serialize)]
pub struct ListServiceAccounts {
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Asks for the keys of a service account.
#[derive(Debug, Clone, Serialize)]
pub struct ListKeys {
    /// Whose.
    pub account: ServiceAccountId,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
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

    /// The service accounts, by id.
    pub async fn list_service_accounts(
        &self,
        call: &Call,
        query: ListServiceAccounts,
    ) -> Result<Page<Arc<ServiceAccount>>, Error> {
        let seen = self
            .see(call, &Home::Platform, None, &query.consistency)
            .await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let platform = Arc::clone(&seen.view.platform);
        let following = platform
            .service_accounts()
            .filter(|listed| {
                after
                    .as_deref()
                    .is_none_or(|after| listed.id.as_str() > after)
            })
            .cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.id.to_string()
            }),
        )
    }

    /// The keys of a service account, by id; those that no longer work too.
    pub async fn list_keys(&self, call: &Call, query: ListKeys) -> Result<Page<Arc<Key>>, Error> {
        let seen = self
            .see(call, &Home::Platform, None, &query.consistency)
            .await?;
        existing(&seen, &query.account)?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let platform = Arc::clone(&seen.view.platform);
        let following = platform
            .keys_of(&query.account)
            .filter(|listed| {
                after
                    .as_deref()
                    .is_none_or(|after| listed.id.as_str() > after)
            })
            .cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.id.to_string()
            }),
        )
    }
}

fn existing<'a>(seen: &'a Seen, id: &ServiceAccountId) -> Result<&'a Arc<ServiceAccount>, Refusal> {
    let found = seen.view.platform.service_account(id);
    found.ok_or_else(|| Refusal::not_found(format!("serviceAccounts/{id}")))
}
