//! TeamService: named sets of members that hold grants.

use std::sync::Arc;

use app::App;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::removed_grants;
use crate::convert::page::{listed, page_to_proto};
use crate::convert::team::{moved_members, saved_team, team_to_proto};
use crate::fields::parse;
use crate::mutation::written;
use crate::status::status;

pub(crate) struct Teams(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::team_service_server::TeamService for Teams {
    async fn create_team(
        &self,
        request: Request<v1::CreateTeamRequest>,
    ) -> Result<Response<v1::CreateTeamResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateTeamResponse {
            team: saved_team(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_team(
        &self,
        request: Request<v1::GetTeamRequest>,
    ) -> Result<Response<v1::GetTeamResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let (team, seen) = self
            .0
            .get_team(&call, &organization, &id)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetTeamResponse {
            team: Some(team_to_proto(&team, &organization)),
            consistency_token: seen.token,
        }))
    }

    async fn list_teams(
        &self,
        request: Request<v1::ListTeamsRequest>,
    ) -> Result<Response<v1::ListTeamsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let (teams, next_page_token) =
            page_to_proto(&page, |team| team_to_proto(team, &query.organization));
        Ok(Response::new(v1::ListTeamsResponse {
            teams,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn list_team_members(
        &self,
        request: Request<v1::ListTeamMembersRequest>,
    ) -> Result<Response<v1::ListTeamMembersResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let (team_members, next_page_token) = page_to_proto(&page, |user| v1::TeamMember {
            member: user.member_of(&query.organization).to_string(),
        });
        Ok(Response::new(v1::ListTeamMembersResponse {
            team_members,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn update_team(
        &self,
        request: Request<v1::UpdateTeamRequest>,
    ) -> Result<Response<v1::UpdateTeamResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdateTeamResponse {
            team: saved_team(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn delete_team(
        &self,
        request: Request<v1::DeleteTeamRequest>,
    ) -> Result<Response<v1::DeleteTeamResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::DeleteTeamResponse {
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn add_team_members(
        &self,
        request: Request<v1::AddTeamMembersRequest>,
    ) -> Result<Response<v1::AddTeamMembersResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::AddTeamMembersResponse {
            team: saved_team(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
            added_members: moved_members(&done),
        }))
    }

    async fn remove_team_members(
        &self,
        request: Request<v1::RemoveTeamMembersRequest>,
    ) -> Result<Response<v1::RemoveTeamMembersResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::RemoveTeamMembersResponse {
            team: saved_team(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
            removed_members: moved_members(&done),
        }))
    }
}
