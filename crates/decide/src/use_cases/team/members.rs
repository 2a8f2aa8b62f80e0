//! Who joins and leaves a team: effect at once, and loss at leave (S2-30).

use std::collections::BTreeSet;

use access::View;
use domain::{Home, OrganizationId, Refusal, Subject, Team, TeamId, UserId};
use serde::Serialize;

use super::{must_manage, team_as_seen};
use crate::rules::rule_01::delegation::may_join;
use crate::taking::taken_from;
use crate::use_case::{Context, Plan, UseCase};

/// Puts members into a team.
#[derive(Debug, Clone, Serialize)]
pub struct AddTeamMembers {
    pub organization: OrganizationId,
    pub id: TeamId,
    pub members: Vec<UserId>,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes members out of a team.
#[derive(Debug, Clone, Serialize)]
pub struct RemoveTeamMembers {
    pub organization: OrganizationId,
    pub id: TeamId,
    pub members: Vec<UserId>,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for AddTeamMembers {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        view.clients_of_team(&self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_manage(context)?;
        let team = team_as_seen(context, &self.id, self.etag.as_deref())?;
        let joining = self.members.iter().filter(|user| !team.has(user));
        let joining: BTreeSet<_> = joining.cloned().collect();
        may_join(context, team, &joining)?;
        let joined = team.with_all(&joining);
        Ok(save(context, joined, joining))
    }
}

impl UseCase for RemoveTeamMembers {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_manage(context)?;
        let team = team_as_seen(context, &self.id, self.etag.as_deref())?;
        let leaving = self.members.iter().filter(|user| team.has(user));
        let leaving: BTreeSet<_> = leaving.cloned().collect();
        let left = team.without_all(&leaving);
        let mut plan = save(context, left, leaving.clone());
        for change in &mut plan.changes {
            for user in &leaving {
                taken_from(context, change, &Subject::Member(user.clone()));
            }
        }
        Ok(plan)
    }
}

fn save(context: &Context<'_>, team: Team, moved: BTreeSet<UserId>) -> Plan {
    let mut change = context.change();
    change.outcome.moved = moved.into_iter().collect();
    change.save(Team {
        stamp: team.stamp.touched(context.moment),
        ..team
    });
    change.into()
}
