//! ChangeRequestService: an organization asks, the operator decides.

use std::sync::Arc;

use app::App;
use grantor::v1;
use tonic::{Request, Response, Status};

use super::member::saved_member;
use crate::call::take;
use crate::convert::change_request::{
    change_request_of_page, change_request_to_proto, last_comment, saved_change_request,
};
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::{opened_products, removed_grants, saved_grants};
use crate::convert::member::saved_teams;
use crate::convert::page::page_to_proto;
use crate::fields::parse;
use crate::mutation::written;
use crate::status::status;

pub(crate) struct ChangeRequests(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::change_request_service_server::ChangeRequestService for ChangeRequests {
    async fn create_change_request(
        &self,
        request: Request<v1::CreateChangeRequestRequest>,
    ) -> Result<Response<v1::CreateChangeRequestResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateChangeRequestResponse {
            change_request: saved_change_request(&done),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_change_request(
        &self,
        request: Request<v1::GetChangeRequestRequest>,
    ) -> Result<Response<v1::GetChangeRequestResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let found = self
            .0
            .get_change_request(&call, &organization, &id)
            .await
            .map_err(status)?;
        let (request, texts, seen) = found;
        let platform = &seen.view.platform;
        let shown = change_request_to_proto(&request, &organization, platform, &texts);
        Ok(Response::new(v1::GetChangeRequestResponse {
            change_request: Some(shown),
            consistency_token: seen.token,
        }))
    }

    async fn list_change_requests(
        &self,
        request: Request<v1::ListChangeRequestsRequest>,
    ) -> Result<Response<v1::ListChangeRequestsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self
            .0
            .list_change_requests(&call, &asked)
            .await
            .map_err(status)?;
        let (change_requests, next_page_token) =
            page_to_proto(&page, |listed| change_request_of_page(listed, &page));
        Ok(Response::new(v1::ListChangeRequestsResponse {
            change_requests,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn list_my_change_requests(
        &self,
        request: Request<v1::ListMyChangeRequestsRequest>,
    ) -> Result<Response<v1::ListMyChangeRequestsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self
            .0
            .list_change_requests(&call, &asked)
            .await
            .map_err(status)?;
        let (change_requests, next_page_token) =
            page_to_proto(&page, |listed| change_request_of_page(listed, &page));
        Ok(Response::new(v1::ListMyChangeRequestsResponse {
            change_requests,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn add_change_request_comment(
        &self,
        request: Request<v1::AddChangeRequestCommentRequest>,
    ) -> Result<Response<v1::AddChangeRequestCommentResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::AddChangeRequestCommentResponse {
            change_request: saved_change_request(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
            comment: last_comment(&done),
        }))
    }

    async fn start_change_request(
        &self,
        request: Request<v1::StartChangeRequestRequest>,
    ) -> Result<Response<v1::StartChangeRequestResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::StartChangeRequestResponse {
            change_request: saved_change_request(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn apply_change_request(
        &self,
        request: Request<v1::ApplyChangeRequestRequest>,
    ) -> Result<Response<v1::ApplyChangeRequestResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::ApplyChangeRequestResponse {
            change_request: saved_change_request(&done),
            member: saved_member(&self.0, &done).await?,
            grants: saved_grants(&done),
            removed_grants,
            omitted_removed_grant_count,
            changed_teams: saved_teams(&done),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn reject_change_request(
        &self,
        request: Request<v1::RejectChangeRequestRequest>,
    ) -> Result<Response<v1::RejectChangeRequestResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::RejectChangeRequestResponse {
            change_request: saved_change_request(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn cancel_change_request(
        &self,
        request: Request<v1::CancelChangeRequestRequest>,
    ) -> Result<Response<v1::CancelChangeRequestResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CancelChangeRequestResponse {
            change_request: saved_change_request(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
