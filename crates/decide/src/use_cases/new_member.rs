//! Somebody becomes a member, with all that was chosen for them before, in the change that makes them one.

use domain::{Change, GrantPlan, Member, Panel, Refusal, Role, Subject, Team, TeamId, UserId, Who};

use crate::grant_spec;
use crate::rules::rule_12::{lift, may_come_in};
use crate::use_case::Context;

/// A new member and what was chosen for them.
#[derive(Debug)]
pub(crate) struct NewMember<'a> {
    pub(crate) user: &'a UserId,
    pub(crate) role: &'a Role,
    pub(crate) panel: Panel,
    pub(crate) grants: Vec<&'a GrantPlan>,
    pub(crate) teams: &'a [TeamId],
    pub(crate) granted_by: &'a Who,
    /// Whether it lifts that they are shut out.
    pub(crate) lifts_shut_out: bool,
}

impl NewMember<'_> {
    /// The membership, and what comes with it.
    pub(crate) fn join(&self, context: &Context<'_>, change: &mut Change) -> Result<(), Refusal> {
        may_come_in(context, self.user, self.lifts_shut_out)?;
        lift(context, change, self.user);
        let (user, role) = (self.user.clone(), self.role.clone());
        change.save(Member::new(user, role, self.panel, context.moment));
        let subject = Subject::Member(self.user.clone());
        for (ordinal, plan) in self.grants.iter().enumerate() {
            let plan = (ordinal, GrantPlan::clone(plan));
            change.save(grant_spec::new_grant(
                context,
                &subject,
                plan,
                self.granted_by,
            )?);
        }
        let scopes = self.grants.iter().map(|plan| &plan.scope);
        change.outcome.opened_products = grant_spec::opened(context, scopes);
        for id in self.teams {
            if let Some(team) = context.organization().team(id) {
                change.save(Team {
                    stamp: team.stamp.touched(context.moment),
                    ..team.with(self.user)
                });
            }
        }
        Ok(())
    }
}
