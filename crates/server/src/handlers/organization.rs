//! OrganizationService: who owns products and has members.

use std::sync::Arc;

use app::{App, Done};
use decide::queries::role_matrix::role_matrix;
use domain::{Home, Organization};
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::{DEFAULT, take};
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::removed_grants;
use crate::convert::member::removed_teams;
use crate::convert::organization::{organization_to_proto, seen_to_proto};
use crate::convert::page::page_to_proto;
use crate::convert::role_matrix::role_matrix_to_proto;
use crate::fields::parse;
use crate::handlers::member::saved_member;
use crate::mutation::mutation;
use crate::status::status;

pub(crate) struct Organizations(pub(crate) Arc<App>);

fn saved_organization(done: &Done) -> Option<v1::Organization> {
    let saved = done.saved::<Organization>()?;
    Some(organization_to_proto(
        saved,
        &done.view,
        &done.texts,
        saved.stamp.update_time,
    ))
}

#[tonic::async_trait]
impl v1::organization_service_server::OrganizationService for Organizations {
    async fn create_organization(
        &self,
        request: Request<v1::CreateOrganizationRequest>,
    ) -> Result<Response<v1::CreateOrganizationResponse>, Status> {
        let (call, message) = mutation(request)?;
        let wanted = parse(message)?;
        let done = self
            .0
            .create_organization(&call, wanted)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::CreateOrganizationResponse {
            organization: saved_organization(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_organization(
        &self,
        request: Request<v1::GetOrganizationRequest>,
    ) -> Result<Response<v1::GetOrganizationResponse>, Status> {
        let (call, message) = take(request)?;
        let id = parse(message)?;
        let answered = self.0.get_organization(&call, &id).await.map_err(status)?;
        Ok(Response::new(v1::GetOrganizationResponse {
            organization: Some(seen_to_proto(&answered)),
            consistency_token: answered.seen.token,
        }))
    }

    async fn list_organizations(
        &self,
        request: Request<v1::ListOrganizationsRequest>,
    ) -> Result<Response<v1::ListOrganizationsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self
            .0
            .list_organizations(&call, &asked)
            .await
            .map_err(status)?;
        let (organizations, next_page_token) = page_to_proto(&page, seen_to_proto);
        Ok(Response::new(v1::ListOrganizationsResponse {
            organizations,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn update_organization(
        &self,
        request: Request<v1::UpdateOrganizationRequest>,
    ) -> Result<Response<v1::UpdateOrganizationResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::UpdateOrganizationResponse {
            organization: saved_organization(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_role_matrix(
        &self,
        request: Request<v1::GetRoleMatrixRequest>,
    ) -> Result<Response<v1::GetRoleMatrixResponse>, Status> {
        let (call, _) = take(request)?;
        self.0
            .see(&call, &Home::Platform, None, &DEFAULT)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetRoleMatrixResponse {
            roles: role_matrix_to_proto(&role_matrix()),
        }))
    }

    async fn set_change_policy(
        &self,
        request: Request<v1::SetChangePolicyRequest>,
    ) -> Result<Response<v1::SetChangePolicyResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::SetChangePolicyResponse {
            organization: saved_organization(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn set_administrator_limit(
        &self,
        request: Request<v1::SetAdministratorLimitRequest>,
    ) -> Result<Response<v1::SetAdministratorLimitResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::SetAdministratorLimitResponse {
            organization: saved_organization(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn set_branding_approval(
        &self,
        request: Request<v1::SetBrandingApprovalRequest>,
    ) -> Result<Response<v1::SetBrandingApprovalResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::SetBrandingApprovalResponse {
            organization: saved_organization(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn set_quotas(
        &self,
        request: Request<v1::SetQuotasRequest>,
    ) -> Result<Response<v1::SetQuotasResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::SetQuotasResponse {
            organization: saved_organization(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn appoint_legal_representative(
        &self,
        request: Request<v1::AppointLegalRepresentativeRequest>,
    ) -> Result<Response<v1::AppointLegalRepresentativeResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::AppointLegalRepresentativeResponse {
            member: saved_member(&self.0, &done).await?,
            removed_grants,
            omitted_removed_grant_count,
            removed_teams: removed_teams(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
