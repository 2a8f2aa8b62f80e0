//! Somebody becomes a member, with all that was chosen for them before, in the change that makes them one.

use domain::{
    Change, Grant, GrantId, GrantPlan, Member, MemberState, Panel, Refusal, Role, Stamp, Subject,
    Team, TeamId, UserId, Who,
};

use super::granting;
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
        change.save(Member {
            made_through: Vec::new(),
            made_by: None,
            changed_role: None,
            user: self.user.clone(),
            role: self.role.clone(),
            state: MemberState::Active,
            chosen_panel: self.panel,
            stamp: Stamp::new(context.moment),
        });
        for (ordinal, plan) in self.grants.iter().enumerate() {
            change.save(new_grant(
                context,
                self.user,
                (ordinal, plan),
                self.granted_by,
            )?);
        }
        let scopes = self.grants.iter().map(|plan| &plan.scope);
        change.outcome.opened_products = granting::opened(context, scopes);
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

/// The grant that a plan becomes. Future products are those made after this change.
pub(crate) fn new_grant(
    context: &Context<'_>,
    user: &UserId,
    (ordinal, plan): (usize, &GrantPlan),
    granted_by: &Who,
) -> Result<Grant, Refusal> {
    let drawn = GrantId::parse(&context.seed.id("grant", ordinal));
    Ok(Grant {
        id: drawn.map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?,
        subject: Subject::Member(user.clone()),
        rights: plan.rights.clone(),
        scope: plan.scope.clone(),
        scope_revision: context.moment.revision,
        period: plan.period,
        note: None,
        granted_by: granted_by.clone(),
        by_owner: false,
        ties: None,
        stamp: Stamp::new(context.moment),
    })
}
