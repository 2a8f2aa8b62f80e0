//! Teams: made, named, deleted, and who is in them.

mod members;

use std::sync::Arc;

use domain::{DisplayName, Home, OrganizationId, RecordName, Refusal, Stamp, Team, TeamId};
use serde::Serialize;

pub use members::{AddTeamMembers, RemoveTeamMembers};

use super::edit::Edit;
use crate::preconditions::{acting_user, found_as_seen, must_be_free};
use crate::rules::rule_09::must_be_direct;
use crate::rules::rule_10::drop_team;
use crate::use_case::{Context, Plan, UseCase};

/// Makes a team without members and grants.
#[derive(Debug, Clone, Serialize)]
pub struct CreateTeam {
    pub organization: OrganizationId,
    /// The caller's id for it; the server makes one where there is none.
    pub id: Option<TeamId>,
    /// Its name for people.
    pub display_name: DisplayName,
}

/// Changes the name of a team.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateTeam {
    pub organization: OrganizationId,
    pub id: TeamId,
    /// Its name for people.
    pub display_name: Edit<DisplayName>,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Deletes a team and the grants that it holds.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteTeam {
    pub organization: OrganizationId,
    pub id: TeamId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for CreateTeam {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_manage(context)?;
        let id = match &self.id {
            Some(id) => id.clone(),
            None => TeamId::parse(&context.seed.id("team", 0))
                .map_err(|invalid| Refusal::field("team_id", invalid.to_string()))?,
        };
        must_be_free(
            context,
            context.organization().team(&id),
            &RecordName::team(&id),
        )?;
        let mut change = context.change();
        change.save(Team {
            id,
            display_name: self.display_name.clone(),
            members: Vec::new(),
            bound: Vec::new(),
            made_through: Vec::new(),
            made_by: None,
            made_places: Vec::new(),
            stamp: Stamp::new(context.moment),
        });
        Ok(change.into())
    }
}

impl UseCase for UpdateTeam {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_manage(context)?;
        let old = team_as_seen(context, &self.id, self.etag.as_deref())?;
        let mut change = context.change();
        change.save(Team {
            display_name: self.display_name.over(&old.display_name),
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

impl UseCase for DeleteTeam {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_manage(context)?;
        let team = team_as_seen(context, &self.id, self.etag.as_deref())?;
        let mut change = context.change();
        drop_team(context, &mut change, team);
        change.remove(RecordName::team(&self.id));
        change.outcome.about = Some(RecordName::team(&self.id));
        Ok(change.into())
    }
}

/// Teams belong to those who manage users, where the organization changes access itself.
fn must_manage(context: &Context<'_>) -> Result<(), Refusal> {
    acting_user(context)?;
    must_be_direct(context)
}

fn team_as_seen<'a>(
    context: &'a Context<'_>,
    id: &TeamId,
    etag: Option<&str>,
) -> Result<&'a Arc<Team>, Refusal> {
    found_as_seen(
        context,
        context.organization().team(id),
        &RecordName::team(id),
        etag,
        |team| team.stamp,
    )
}
