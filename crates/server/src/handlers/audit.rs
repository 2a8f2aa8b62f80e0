//! AuditService: every change, kept for ever.

use std::sync::Arc;

use app::App;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::audit::{change_to_proto, resource_change};
use crate::convert::page::page_to_proto;
use crate::fields::parse;
use crate::status::status;

pub(crate) struct Audit(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::audit_service_server::AuditService for Audit {
    async fn list_changes(
        &self,
        request: Request<v1::ListChangesRequest>,
    ) -> Result<Response<v1::ListChangesResponse>, Status> {
        let (call, message) = take(request)?;
        let page = self
            .0
            .list_changes(&call, &parse(message)?)
            .await
            .map_err(status)?;
        let (changes, next_page_token) = page_to_proto(&page, |logged| {
            change_to_proto(logged, &page.texts, &page.seen)
        });
        Ok(Response::new(v1::ListChangesResponse {
            changes,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn get_change(
        &self,
        request: Request<v1::GetChangeRequest>,
    ) -> Result<Response<v1::GetChangeResponse>, Status> {
        let (call, message) = take(request)?;
        let (home, revision) = parse(message)?;
        let (logged, texts, seen) = self
            .0
            .get_change(&call, &home, revision)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetChangeResponse {
            change: Some(change_to_proto(&logged, &texts, &seen)),
            consistency_token: seen.token,
        }))
    }

    async fn list_resource_changes(
        &self,
        request: Request<v1::ListResourceChangesRequest>,
    ) -> Result<Response<v1::ListResourceChangesResponse>, Status> {
        let (call, message) = take(request)?;
        let listed = self.0.list_resource_changes(&call, &parse(message)?).await;
        let (logged, page) = listed.map_err(status)?;
        let (resource_changes, next_page_token) = page_to_proto(&page, |event| {
            resource_change(event, &logged, &page.texts, &page.seen)
        });
        Ok(Response::new(v1::ListResourceChangesResponse {
            resource_changes,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }
}
