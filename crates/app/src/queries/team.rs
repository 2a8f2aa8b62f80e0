//! Which teams are there, and who is in them?

use std::sync::Arc;

use domain::{Home, OrganizationId, RecordName, Refusal, Team, TeamId, UserId};
use serde::Serialize;

use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the teams of an organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListTeams {
    pub organization: OrganizationId,
    /// Only those with this member.
    pub member: Option<UserId>,
}

/// Asks for the members of a team.
#[derive(Debug, Clone, Serialize)]
pub struct ListTeamMembers {
    pub organization: OrganizationId,
    /// Of which team.
    pub team: TeamId,
}

impl App {
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
}

/// The teams of an organization, by id.
impl List for ListTeams {
    type Item = Arc<Team>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Team>>, Error> {
        let after = after.and_then(|after| TeamId::parse(after).ok());
        let teams = from.seen.view.organization.teams_after(after.as_ref());
        let member = self.member.as_ref();
        let asked_for =
            teams.filter(|team| member.is_none_or(|member| team.members.contains(member)));
        Ok(asked_for.take(most).cloned().collect())
    }

    fn key(team: &Arc<Team>) -> String {
        team.id.to_string()
    }
}

/// The members of a team, by id.
impl List for ListTeamMembers {
    type Item = UserId;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        existing(from.seen, &self.home(), &self.team)?;
        Ok(())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<UserId>, Error> {
        let after = after.and_then(|after| UserId::parse(after).ok());
        let team = existing(from.seen, &self.home(), &self.team)?;
        let members = team.members.iter();
        let following =
            members.skip_while(|user| after.as_ref().is_some_and(|after| *user <= after));
        Ok(following.take(most).cloned().collect())
    }

    fn key(user: &UserId) -> String {
        user.to_string()
    }
}

fn existing(seen: &Seen, home: &Home, id: &TeamId) -> Result<Arc<Team>, Refusal> {
    let team = seen.view.organization.team(id).cloned();
    team.ok_or_else(|| Refusal::not_found(RecordName::team(id).resource_name(home)))
}
