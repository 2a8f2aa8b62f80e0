//! AccessService: who may do what on what, and why.

use std::sync::Arc;

use app::App;
use app::queries::access::CheckStream;
use grantor::v1;
use tonic::{Request, Response, Status, Streaming};

use crate::call::take;
use crate::connections::OpenCall;
use crate::convert::access_changes::access_change_to_proto;
use crate::convert::answer::{
    About, accessible_to_proto, accessor_to_proto, decision_to_proto, explained_to_proto,
    held_to_proto, organization_to_proto, path_to_proto, reason_to_proto,
};
use crate::convert::batch::{results_to_proto, unread_to_proto};
use crate::convert::page::{listed, page_to_proto, total_to_proto};
use crate::convert::time::proto;
use crate::fields::parse;
use crate::questions::{Answered, answered};
use crate::status::status;
use crate::watch::{Answers, Changes, answers};

pub(crate) struct Access(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::access_service_server::AccessService for Access {
    type StreamCheckAccessStream = Answered;
    type WatchAccessStream = Answers<v1::WatchAccessResponse>;
    type WatchChangesStream = Answers<v1::WatchChangesResponse>;

    async fn check_access(
        &self,
        request: Request<v1::CheckAccessRequest>,
    ) -> Result<Response<v1::CheckAccessResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let (answer, seen) = self
            .0
            .check_access(&call, &asked.question, &asked.when)
            .await
            .map_err(status)?;
        let path = answer.decision.path.as_ref();
        Ok(Response::new(v1::CheckAccessResponse {
            decision: decision_to_proto(&answer).into(),
            reason: reason_to_proto(answer.reason).into(),
            path: path.map(|path| path_to_proto(path, &About::of(&asked.question))),
            valid_until: answer.decision.valid_until.map(proto),
            evaluate_time: Some(proto(seen.at)),
            consistency_token: seen.token,
        }))
    }

    async fn batch_check_access(
        &self,
        request: Request<v1::BatchCheckAccessRequest>,
    ) -> Result<Response<v1::BatchCheckAccessResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let (questions, unread) = unread_to_proto(asked.questions);
        let batch = self
            .0
            .batch_check_access(&call, &questions, &asked.when)
            .await;
        let consistency_tokens = batch.tokens();
        Ok(Response::new(v1::BatchCheckAccessResponse {
            evaluate_time: batch.at().map(proto),
            results: results_to_proto(batch.answers, batch.errors, &questions, unread),
            consistency_tokens,
        }))
    }

    async fn stream_check_access(
        &self,
        request: Request<Streaming<v1::StreamCheckAccessRequest>>,
    ) -> Result<Response<Answered>, Status> {
        let open = request.extensions().get::<Arc<OpenCall>>().cloned();
        let (call, questions) = take(request)?;
        let checks = CheckStream::open(&self.0, call, open)
            .await
            .map_err(status)?;
        Ok(Response::new(answered(checks, questions)))
    }

    async fn list_accessible_products(
        &self,
        request: Request<v1::ListAccessibleProductsRequest>,
    ) -> Result<Response<v1::ListAccessibleProductsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self
            .0
            .list_accessible_products(&call, &asked)
            .await
            .map_err(status)?;
        let (products, next_page_token) = page_to_proto(&page, |(product, rights)| {
            accessible_to_proto(&asked.list.organization, product, rights)
        });
        Ok(Response::new(v1::ListAccessibleProductsResponse {
            products,
            evaluate_time: Some(proto(page.seen.at)),
            next_page_token,
            total_size: total_to_proto(&page),
            consistency_token: page.seen.token,
        }))
    }

    async fn list_accessible_organizations(
        &self,
        request: Request<v1::ListAccessibleOrganizationsRequest>,
    ) -> Result<Response<v1::ListAccessibleOrganizationsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self
            .0
            .list_accessible_organizations(&call, &asked)
            .await
            .map_err(status)?;
        let (organizations, next_page_token) = page_to_proto(&page, organization_to_proto);
        Ok(Response::new(v1::ListAccessibleOrganizationsResponse {
            organizations,
            evaluate_time: Some(proto(page.seen.at)),
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn list_accessors(
        &self,
        request: Request<v1::ListAccessorsRequest>,
    ) -> Result<Response<v1::ListAccessorsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let about = About::listed(&query);
        let (accessors, next_page_token) =
            page_to_proto(&page, |accessor| accessor_to_proto(accessor, &about));
        Ok(Response::new(v1::ListAccessorsResponse {
            accessors,
            evaluate_time: Some(proto(page.seen.at)),
            next_page_token,
            total_size: total_to_proto(&page),
            consistency_token: page.seen.token,
        }))
    }

    async fn list_rights(
        &self,
        request: Request<v1::ListRightsRequest>,
    ) -> Result<Response<v1::ListRightsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let (home, on) = (&asked.organization, &asked.resource);
        let (listed, seen) = self
            .0
            .list_rights(&call, home, &asked.subject, on, &asked.when)
            .await
            .map_err(status)?;
        let reason = listed
            .reason
            .map_or(v1::AccessReason::Unspecified, reason_to_proto);
        Ok(Response::new(v1::ListRightsResponse {
            rights: held_to_proto(listed.rights, home, on),
            reason: reason.into(),
            valid_until: listed.valid_until.map(proto),
            evaluate_time: Some(proto(seen.at)),
            consistency_token: seen.token,
        }))
    }

    async fn explain_access(
        &self,
        request: Request<v1::ExplainAccessRequest>,
    ) -> Result<Response<v1::ExplainAccessResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let why = self
            .0
            .explain_access(&call, &asked.question, &asked.when)
            .await
            .map_err(status)?;
        Ok(Response::new(explained_to_proto(why, &asked.question)))
    }

    async fn list_access_changes(
        &self,
        request: Request<v1::ListAccessChangesRequest>,
    ) -> Result<Response<v1::ListAccessChangesResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let (page, end) = self
            .0
            .list_access_changes(&call, &asked)
            .await
            .map_err(status)?;
        let here = &asked.list.organization;
        let (access_changes, next_page_token) = page_to_proto(&page, |change| {
            access_change_to_proto(change, here, &page.texts)
        });
        Ok(Response::new(v1::ListAccessChangesResponse {
            access_changes,
            end_time: Some(proto(end)),
            next_page_token,
        }))
    }

    async fn watch_changes(
        &self,
        request: Request<v1::WatchChangesRequest>,
    ) -> Result<Response<Self::WatchChangesStream>, Status> {
        let open = request.extensions().get::<Arc<OpenCall>>().cloned();
        let (call, message) = take(request)?;
        let spec = parse(message)?;
        let watch = self.0.watch(call, spec).await.map_err(status)?;
        let app = Arc::clone(&self.0);
        Ok(Response::new(answers(app, Changes::from(watch), open)))
    }

    async fn watch_access(
        &self,
        request: Request<v1::WatchAccessRequest>,
    ) -> Result<Response<Self::WatchAccessStream>, Status> {
        let open = request.extensions().get::<Arc<OpenCall>>().cloned();
        let (call, message) = take(request)?;
        let organization = parse(message)?;
        let watch = self.0.watch_access(call, organization).await;
        let app = Arc::clone(&self.0);
        Ok(Response::new(answers(app, watch.map_err(status)?, open)))
    }
}
