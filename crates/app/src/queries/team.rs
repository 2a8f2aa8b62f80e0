//! Which teams are there, and who is in them?

use std::sync::Arc;

use domain::{Home, OrganizationId, RecordName, Refusal, Team, TeamId, UserId};
use serde::Serialize;

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the teams of an organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListTeams {
    /// Where.
    pub organization: OrganizationId,
    /// Only those with this member.
    pub member: Option<UserId>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Asks for the members of a team.
#[derive(Debug, Clone, Serialize)]
pub struct ListTeamMembers {
    /// Where.
    pub organization: OrganizationId,
    /// Of which team.
    pub team: TeamId,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

impl App {
    /// One team.
    pub async fn get_team(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &TeamId,
    ) -> Result<(Arc<Team>, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let team = existing(&seen, &home, id)?;
        Ok((team, seen))
    }

    /// The members of a team, by id.
    pub async fn list_team_members(
        &self,
        call: &Call,
        query: ListTeamMembers,
    ) -> Result<Page<UserId>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let team = existing(&seen, &home, &query.team)?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after = after.as_deref().and_then(|after| UserId::parse(after).ok());
        let members = team.members.iter();
        let following =
            members.skip_while(|user| after.as_ref().is_some_and(|after| *user <= after));
        let following = following.cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.to_string()
            }),
        )
    }

    /// The teams of an organization, by id.
    pub async fn list_teams(
        &self,
        call: &Call,
        query: ListTeams,
    ) -> Result<Page<Arc<Team>>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after = after.as_deref().and_then(|after| TeamId::parse(after).ok());
        let state = Arc::clone(&seen.view.organization);
        let following = state
            .teams_after(after.as_ref())
            .filter(|team| {
                query
                    .member
                    .as_ref()
                    .is_none_or(|member| team.members.contains(member))
            })
            .cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.id.to_string()
            }),
        )
    }
}

fn existing(seen: &Seen, home: &Home, id: &TeamId) -> Result<Arc<Team>, Refusal> {
    let team = seen.view.organization.team(id).cloned();
    team.ok_or_else(|| Refusal::not_found(RecordName::team(id).resource_name(home)))
}
