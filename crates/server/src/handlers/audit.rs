//! AuditService: every change, kept for ever.

use std::sync::Arc;

use app::App;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::audit::{change_to_proto, changes_of_page};
use crate::fields::parse;
use crate::status::status;

/// AuditService.
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
            .list_changes(&call, parse(message)?)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::ListChangesResponse {
            changes: changes_of_page(&page),
            next_page_token: page.next_page_token.unwrap_or_default(),
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
}
