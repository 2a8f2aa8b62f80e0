//! GrantService: rights on products for members and teams.

use std::sync::Arc;

use app::App;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::{
    grant_of_page, grant_to_proto, identical_grants, opened_products, saved_grants,
};
use crate::convert::page::page_to_proto;
use crate::convert::time::day;
use crate::fields::parse;
use crate::mutation::written;
use crate::status::status;

pub(crate) struct Grants(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::grant_service_server::GrantService for Grants {
    async fn create_grant(
        &self,
        request: Request<v1::CreateGrantRequest>,
    ) -> Result<Response<v1::CreateGrantResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateGrantResponse {
            grant: saved_grants(&done).into_iter().next(),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
            identical_grants: identical_grants(&done),
        }))
    }

    async fn get_grant(
        &self,
        request: Request<v1::GetGrantRequest>,
    ) -> Result<Response<v1::GetGrantResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let (grant, seen, texts) = self
            .0
            .get_grant(&call, &organization, &id)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetGrantResponse {
            grant: Some(grant_to_proto(
                &grant,
                &organization,
                &seen.view.platform,
                &texts,
            )),
            consistency_token: seen.token,
        }))
    }

    async fn list_grants(
        &self,
        request: Request<v1::ListGrantsRequest>,
    ) -> Result<Response<v1::ListGrantsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self.0.list_grants(&call, &asked).await.map_err(status)?;
        let (grants, next_page_token) = page_to_proto(&page, |grant| {
            grant_of_page(grant, &page, &asked.list.organization)
        });
        let uses_known_since = match asked.list.unused_since {
            Some(_) => Some(self.0.uses_known_since().await.map_err(status)?),
            None => None,
        };
        Ok(Response::new(v1::ListGrantsResponse {
            grants,
            next_page_token,
            uses_known_since: uses_known_since.map(day),
            consistency_token: page.seen.token,
        }))
    }

    async fn update_grant(
        &self,
        request: Request<v1::UpdateGrantRequest>,
    ) -> Result<Response<v1::UpdateGrantResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdateGrantResponse {
            grant: saved_grants(&done).into_iter().next(),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn delete_grant(
        &self,
        request: Request<v1::DeleteGrantRequest>,
    ) -> Result<Response<v1::DeleteGrantResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::DeleteGrantResponse {
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn batch_create_grants(
        &self,
        request: Request<v1::BatchCreateGrantsRequest>,
    ) -> Result<Response<v1::BatchCreateGrantsResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::BatchCreateGrantsResponse {
            grants: saved_grants(&done),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
            identical_grants: identical_grants(&done),
        }))
    }

    async fn batch_delete_grants(
        &self,
        request: Request<v1::BatchDeleteGrantsRequest>,
    ) -> Result<Response<v1::BatchDeleteGrantsResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::BatchDeleteGrantsResponse {
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn list_expiring_grants(
        &self,
        request: Request<v1::ListExpiringGrantsRequest>,
    ) -> Result<Response<v1::ListExpiringGrantsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self.0.list_grants(&call, &asked).await.map_err(status)?;
        let (grants, next_page_token) = page_to_proto(&page, |grant| {
            grant_of_page(grant, &page, &asked.list.organization)
        });
        Ok(Response::new(v1::ListExpiringGrantsResponse {
            grants,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }
}
