//! MemberService: members of organizations, their roles, and their access to products.

use std::sync::Arc;

use app::{App, Done};
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect, organization};
use crate::convert::grant::{opened_products, removed_grants, shortened_saved_grants};
use crate::convert::member::{actions_to_proto, member_to_proto, removed_teams};
use crate::convert::member_access::{access_to_proto, grant_about};
use crate::convert::new_member::{made_members, sent_invitations};
use crate::convert::page::{listed, page_to_proto};
use crate::convert::shut_out::{shut_out_about, shut_out_to_proto};
use crate::fields::parse;
use crate::mutation::{mutation, written};
use crate::status::status;

pub(crate) struct Members(pub(crate) Arc<App>);

/// The member whom a change was about; one who went, as they were.
pub(crate) async fn saved_member(app: &App, done: &Done) -> Result<Option<v1::Member>, Status> {
    let Some(organization) = organization(done) else {
        return Ok(None);
    };
    let found = app.member_of(done).await.map_err(status)?;
    Ok(found.map(|(row, texts)| member_to_proto(&row, organization, &texts)))
}

#[tonic::async_trait]
impl v1::member_service_server::MemberService for Members {
    async fn get_member(
        &self,
        request: Request<v1::GetMemberRequest>,
    ) -> Result<Response<v1::GetMemberResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, user) = parse(message)?;
        let (row, texts, seen) = self
            .0
            .get_member(&call, &organization, &user)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetMemberResponse {
            member: Some(member_to_proto(&row, &organization, &texts)),
            consistency_token: seen.token,
        }))
    }

    async fn list_members(
        &self,
        request: Request<v1::ListMembersRequest>,
    ) -> Result<Response<v1::ListMembersResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self.0.list_members(&call, &asked).await.map_err(status)?;
        let (members, next_page_token) = page_to_proto(&page, |row| {
            member_to_proto(row, &asked.list.organization, &page.texts)
        });
        Ok(Response::new(v1::ListMembersResponse {
            members,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn batch_create_members(
        &self,
        request: Request<v1::BatchCreateMembersRequest>,
    ) -> Result<Response<v1::BatchCreateMembersResponse>, Status> {
        let done = written(&self.0, request).await?;
        let made = self.0.made_members(&done).await.map_err(status)?;
        Ok(Response::new(v1::BatchCreateMembersResponse {
            members: made_members(&done, &made),
            invitations: sent_invitations(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn update_member(
        &self,
        request: Request<v1::UpdateMemberRequest>,
    ) -> Result<Response<v1::UpdateMemberResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::UpdateMemberResponse {
            member: saved_member(&self.0, &done).await?,
            removed_grants,
            omitted_removed_grant_count,
            removed_teams: removed_teams(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn deactivate_member(
        &self,
        request: Request<v1::DeactivateMemberRequest>,
    ) -> Result<Response<v1::DeactivateMemberResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::DeactivateMemberResponse {
            member: saved_member(&self.0, &done).await?,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn reactivate_member(
        &self,
        request: Request<v1::ReactivateMemberRequest>,
    ) -> Result<Response<v1::ReactivateMemberResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::ReactivateMemberResponse {
            member: saved_member(&self.0, &done).await?,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn remove_member(
        &self,
        request: Request<v1::RemoveMemberRequest>,
    ) -> Result<Response<v1::RemoveMemberResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::RemoveMemberResponse {
            member: saved_member(&self.0, &done).await?,
            removed_grants,
            omitted_removed_grant_count,
            removed_teams: removed_teams(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn leave_organization(
        &self,
        request: Request<v1::LeaveOrganizationRequest>,
    ) -> Result<Response<v1::LeaveOrganizationResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::LeaveOrganizationResponse {
            removed_grants,
            omitted_removed_grant_count,
            removed_teams: removed_teams(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn shut_out_user(
        &self,
        request: Request<v1::ShutOutUserRequest>,
    ) -> Result<Response<v1::ShutOutUserResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::ShutOutUserResponse {
            shut_out: shut_out_about(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn lift_shut_out(
        &self,
        request: Request<v1::LiftShutOutRequest>,
    ) -> Result<Response<v1::LiftShutOutResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::LiftShutOutResponse {
            shut_out: shut_out_about(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_shut_out(
        &self,
        request: Request<v1::GetShutOutRequest>,
    ) -> Result<Response<v1::GetShutOutResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, user) = parse(message)?;
        let (shut_out, seen) = self
            .0
            .get_shut_out(&call, &organization, &user)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetShutOutResponse {
            shut_out: Some(shut_out_to_proto(&shut_out, &organization)),
            consistency_token: seen.token,
        }))
    }

    async fn list_shut_outs(
        &self,
        request: Request<v1::ListShutOutsRequest>,
    ) -> Result<Response<v1::ListShutOutsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let (shut_outs, next_page_token) = page_to_proto(&page, |shut_out| {
            shut_out_to_proto(shut_out, &query.organization)
        });
        Ok(Response::new(v1::ListShutOutsResponse {
            shut_outs,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn get_member_actions(
        &self,
        request: Request<v1::GetMemberActionsRequest>,
    ) -> Result<Response<v1::GetMemberActionsResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, user) = parse(message)?;
        let (actions, seen) = self
            .0
            .member_actions(&call, &organization, &user)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetMemberActionsResponse {
            consistency_token: seen.token,
            ..actions_to_proto(actions)
        }))
    }

    async fn get_member_access(
        &self,
        request: Request<v1::GetMemberAccessRequest>,
    ) -> Result<Response<v1::GetMemberAccessResponse>, Status> {
        let (call, message) = take(request)?;
        let query = parse(message)?;
        let organization = query.organization.clone();
        let (access, seen) = self
            .0
            .get_member_access(&call, query)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetMemberAccessResponse {
            access: Some(access_to_proto(&access, &organization, &seen.view.platform)),
            consistency_token: seen.token,
        }))
    }

    async fn replace_member_access(
        &self,
        request: Request<v1::ReplaceMemberAccessRequest>,
    ) -> Result<Response<v1::ReplaceMemberAccessResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let (organization, user, of_type) = (
            command.organization.clone(),
            command.user.clone(),
            command.product_type.clone(),
        );
        let done = self.0.write(call, command).await.map_err(status)?;
        let access = self
            .0
            .access_after(&done, &user, Some(&of_type))
            .map_err(status)?;
        let (saved_grants, omitted_saved_grant_count) = shortened_saved_grants(&done);
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::ReplaceMemberAccessResponse {
            access: Some(access_to_proto(&access, &organization, &done.view.platform)),
            saved_grants,
            omitted_saved_grant_count,
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn replace_all_member_access(
        &self,
        request: Request<v1::ReplaceAllMemberAccessRequest>,
    ) -> Result<Response<v1::ReplaceAllMemberAccessResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let (organization, user) = (command.organization.clone(), command.user.clone());
        let done = self.0.write(call, command).await.map_err(status)?;
        let access = self.0.access_after(&done, &user, None).map_err(status)?;
        let (saved_grants, omitted_saved_grant_count) = shortened_saved_grants(&done);
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::ReplaceAllMemberAccessResponse {
            access: Some(access_to_proto(&access, &organization, &done.view.platform)),
            opened_products: opened_products(&done),
            saved_grants,
            omitted_saved_grant_count,
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn grant_full_access(
        &self,
        request: Request<v1::GrantFullAccessRequest>,
    ) -> Result<Response<v1::GrantFullAccessResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::GrantFullAccessResponse {
            grant: grant_about(&done),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
