//! ServiceAccountService: internal services, what they may do, and their keys.

use std::sync::Arc;

use app::{App, Done};
use decide::use_cases::service_account::RevokeKey;
use domain::{Key, Reason, Refusal, ServiceAccount};
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect};
use crate::convert::page::{listed, page_to_proto};
use crate::convert::service_account::{key_to_proto, service_account_to_proto, used_key_to_proto};
use crate::fields::parse;
use crate::mutation::{mutation, written};
use crate::status::status;

pub(crate) struct ServiceAccounts(pub(crate) Arc<App>);

/// The secret of a new key; a preview has none, and a retry comes too late for it.
fn secret(done: &mut Done) -> Result<String, Status> {
    match done.secret.take() {
        Some(secret) => Ok(secret),
        None if !done.replayed => Ok(String::new()),
        None => {
            let why = "The key was made by an earlier call with this request_id; its secret was shown then and is \
                       not stored. Revoke the key if the secret is lost, and make another with a new request_id.";
            let key = done
                .saved::<Key>()
                .map(|key| key_to_proto(key).name)
                .unwrap_or_default();
            Err(status(
                Refusal::new(Reason::SecretShownOnce, why).about(key).into(),
            ))
        }
    }
}

#[tonic::async_trait]
impl v1::service_account_service_server::ServiceAccountService for ServiceAccounts {
    async fn create_service_account(
        &self,
        request: Request<v1::CreateServiceAccountRequest>,
    ) -> Result<Response<v1::CreateServiceAccountResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateServiceAccountResponse {
            service_account: done.saved::<ServiceAccount>().map(service_account_to_proto),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_service_account(
        &self,
        request: Request<v1::GetServiceAccountRequest>,
    ) -> Result<Response<v1::GetServiceAccountResponse>, Status> {
        let (call, message) = take(request)?;
        let id = parse(message)?;
        let (account, seen) = self
            .0
            .get_service_account(&call, &id)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetServiceAccountResponse {
            service_account: Some(service_account_to_proto(&account)),
            consistency_token: seen.token,
        }))
    }

    async fn list_service_accounts(
        &self,
        request: Request<v1::ListServiceAccountsRequest>,
    ) -> Result<Response<v1::ListServiceAccountsResponse>, Status> {
        let (_, page) = listed(&self.0, request).await?;
        let (service_accounts, next_page_token) =
            page_to_proto(&page, |account| service_account_to_proto(account));
        Ok(Response::new(v1::ListServiceAccountsResponse {
            service_accounts,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn update_service_account(
        &self,
        request: Request<v1::UpdateServiceAccountRequest>,
    ) -> Result<Response<v1::UpdateServiceAccountResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdateServiceAccountResponse {
            service_account: done.saved::<ServiceAccount>().map(service_account_to_proto),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn delete_service_account(
        &self,
        request: Request<v1::DeleteServiceAccountRequest>,
    ) -> Result<Response<v1::DeleteServiceAccountResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::DeleteServiceAccountResponse {
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn create_key(
        &self,
        request: Request<v1::CreateKeyRequest>,
    ) -> Result<Response<v1::CreateKeyResponse>, Status> {
        let (call, message) = mutation(request)?;
        let mut done = self.0.write(call, parse(message)?).await.map_err(status)?;
        Ok(Response::new(v1::CreateKeyResponse {
            secret: secret(&mut done)?,
            key: done.saved::<Key>().map(key_to_proto),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn list_keys(
        &self,
        request: Request<v1::ListKeysRequest>,
    ) -> Result<Response<v1::ListKeysResponse>, Status> {
        let (_, page) = listed(&self.0, request).await?;
        let uses = self.0.credentials().key_uses().await.map_err(status)?;
        let (keys, next_page_token) = page_to_proto(&page, |key| used_key_to_proto(key, &uses));
        Ok(Response::new(v1::ListKeysResponse {
            keys,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn revoke_key(
        &self,
        request: Request<v1::RevokeKeyRequest>,
    ) -> Result<Response<v1::RevokeKeyResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command: RevokeKey = parse(message)?;
        let id = command.key.clone();
        let done = self.0.write(call, command).await.map_err(status)?;
        // One that was revoked already is not saved again.
        let unchanged = || done.view.platform.key(&id).map(AsRef::as_ref);
        let revoked = done.saved::<Key>().or_else(unchanged);
        Ok(Response::new(v1::RevokeKeyResponse {
            key: revoked.map(key_to_proto),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
