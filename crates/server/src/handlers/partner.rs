//! PartnerService: the directory, a partner's clients, and who of its people exercises which mandate.

use std::sync::Arc;

use app::App;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::client_assignment::{client_assignment_to_proto, saved_client_assignment};
use crate::convert::done::{consistency_token, effect};
use crate::convert::page::{listed, page_to_proto};
use crate::convert::partner::{client_to_proto, found_to_proto, partner_to_proto, saved_partner};
use crate::fields::parse;
use crate::mutation::written;
use crate::status::status;

pub(crate) struct Partners(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::partner_service_server::PartnerService for Partners {
    async fn get_partner(
        &self,
        request: Request<v1::GetPartnerRequest>,
    ) -> Result<Response<v1::GetPartnerResponse>, Status> {
        let (call, message) = take(request)?;
        let organization = parse(message)?;
        let found = self.0.get_partner(&call, &organization).await;
        let (partner, texts, seen) = found.map_err(status)?;
        Ok(Response::new(v1::GetPartnerResponse {
            partner: Some(partner_to_proto(&partner, &texts)),
            consistency_token: seen.token,
        }))
    }

    async fn update_partner(
        &self,
        request: Request<v1::UpdatePartnerRequest>,
    ) -> Result<Response<v1::UpdatePartnerResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdatePartnerResponse {
            partner: saved_partner(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn enlist_partner(
        &self,
        request: Request<v1::EnlistPartnerRequest>,
    ) -> Result<Response<v1::EnlistPartnerResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::EnlistPartnerResponse {
            partner: saved_partner(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn unlist_partner(
        &self,
        request: Request<v1::UnlistPartnerRequest>,
    ) -> Result<Response<v1::UnlistPartnerResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UnlistPartnerResponse {
            partner: saved_partner(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn list_partners(
        &self,
        request: Request<v1::ListPartnersRequest>,
    ) -> Result<Response<v1::ListPartnersResponse>, Status> {
        let (call, message) = take(request)?;
        let listed = self.0.list_partners(&call, &parse(message)?).await;
        let listed = listed.map_err(status)?;
        let (partners, next_page_token) =
            page_to_proto(&listed, |(partner, texts)| partner_to_proto(partner, texts));
        Ok(Response::new(v1::ListPartnersResponse {
            partners,
            next_page_token,
            consistency_token: listed.seen.token,
        }))
    }

    async fn search_partners(
        &self,
        request: Request<v1::SearchPartnersRequest>,
    ) -> Result<Response<v1::SearchPartnersResponse>, Status> {
        let (call, message) = take(request)?;
        let found = self.0.search_partners(&call, parse(message)?).await;
        let found = found.map_err(status)?;
        Ok(Response::new(v1::SearchPartnersResponse {
            partners: found.into_iter().map(found_to_proto).collect(),
        }))
    }

    async fn list_clients(
        &self,
        request: Request<v1::ListClientsRequest>,
    ) -> Result<Response<v1::ListClientsResponse>, Status> {
        let (call, message) = take(request)?;
        let listed = self.0.list_clients(&call, &parse(message)?).await;
        let listed = listed.map_err(status)?;
        let (clients, next_page_token) =
            page_to_proto(&listed, |client| client_to_proto(client, &listed.seen));
        Ok(Response::new(v1::ListClientsResponse {
            clients,
            next_page_token,
            consistency_token: listed.seen.token,
        }))
    }

    async fn create_client_assignment(
        &self,
        request: Request<v1::CreateClientAssignmentRequest>,
    ) -> Result<Response<v1::CreateClientAssignmentResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateClientAssignmentResponse {
            client_assignment: saved_client_assignment(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_client_assignment(
        &self,
        request: Request<v1::GetClientAssignmentRequest>,
    ) -> Result<Response<v1::GetClientAssignmentResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let found = self.0.get_client_assignment(&call, &organization, &id);
        let (assignment, seen) = found.await.map_err(status)?;
        Ok(Response::new(v1::GetClientAssignmentResponse {
            client_assignment: Some(client_assignment_to_proto(&assignment, &organization)),
            consistency_token: seen.token,
        }))
    }

    async fn list_client_assignments(
        &self,
        request: Request<v1::ListClientAssignmentsRequest>,
    ) -> Result<Response<v1::ListClientAssignmentsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let (client_assignments, next_page_token) = page_to_proto(&page, |item| {
            client_assignment_to_proto(item, &query.organization)
        });
        Ok(Response::new(v1::ListClientAssignmentsResponse {
            client_assignments,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn update_client_assignment(
        &self,
        request: Request<v1::UpdateClientAssignmentRequest>,
    ) -> Result<Response<v1::UpdateClientAssignmentResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdateClientAssignmentResponse {
            client_assignment: saved_client_assignment(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn delete_client_assignment(
        &self,
        request: Request<v1::DeleteClientAssignmentRequest>,
    ) -> Result<Response<v1::DeleteClientAssignmentResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::DeleteClientAssignmentResponse {
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
