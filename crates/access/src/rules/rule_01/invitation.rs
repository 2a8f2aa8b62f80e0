//! What an open invitation to somebody's email would make theirs.

use std::sync::Arc;

use domain::{Grant, GrantId, GrantPlan, Invitation, Moment, ScopeEntry, Subject, TeamId, UserId};

use super::transition::Transition;
use crate::rules::contain::Belongings;
use crate::rules::delegation::Delegation;

impl Transition<'_> {
    /// An invitation of the user's is new, or says more than it did.
    pub(super) fn invitation_grows(&self, after: &Invitation) -> Option<String> {
        if !after.is_open(self.at) {
            return None;
        }
        let before = self.before.organization.invitation(&after.id);
        let before = before.filter(|before| before.is_open(self.at));
        let within = before.is_some_and(|before| {
            let held: Belongings<'_> = before
                .grants
                .iter()
                .map(|plan| self.delegation(plan).held())
                .collect();
            let mut plans = after.grants.iter();
            self.before.role_contains(&before.role, &after.role)
                && after.teams.iter().all(|team| before.teams.contains(team))
                && plans.all(|plan| {
                    self.before
                        .is_within(&self.delegation(plan), &held, self.at)
                })
        });
        (!within).then(|| {
            format!(
                "by the invitation {}, a membership as {}",
                after.id,
                after.role.name()
            )
        })
    }

    fn delegation<'g>(&self, plan: &'g GrantPlan) -> Delegation<'g> {
        Delegation {
            rights: &plan.rights,
            scope: &plan.scope,
            period: plan.period,
            scope_revision: self.before.organization.revision(),
        }
    }

    pub(super) fn is_invited_to(&self, user: &UserId, team: &TeamId) -> bool {
        self.invited_to(team).any(|invited| invited == *user)
    }

    /// Whose open invitations name this team.
    pub(super) fn invited_to<'s>(&'s self, team: &TeamId) -> impl Iterator<Item = UserId> + 's {
        let team = team.clone();
        let open = self.open_invitations();
        open.filter(move |open| open.teams.contains(&team))
            .filter_map(|open| self.invited.of(&open.id))
    }

    /// Whose open invitations would give something through this label.
    pub(super) fn invited_through(&self, label: &ScopeEntry) -> Vec<UserId> {
        let open = self.open_invitations();
        let whose = open.filter_map(|open| self.invited.of(&open.id));
        let through = |user: &UserId| {
            let mut planned = self.planned_for(user).into_iter();
            planned.any(|grant| grant.scope.lists(label))
        };
        whose.filter(through).collect()
    }

    /// The grants that the user's open invitations would make, and those of the teams that they name.
    pub(super) fn planned_for(&self, user: &UserId) -> Vec<Grant> {
        let here = &self.after.organization;
        let open = self.open_invitations();
        let mine = open.filter(|open| self.invited.is(&open.id, user));
        let mut planned = Vec::new();
        for open in mine {
            let plans = open.grants.iter();
            planned.extend(plans.filter_map(|plan| self.planned(user, open, plan)));
            for team in &open.teams {
                let of_team = here.grants_of(&Subject::Team(team.clone()));
                planned.extend(of_team.map(Arc::unwrap_or_clone));
            }
        }
        planned
    }

    /// The grant that a plan would become.
    fn planned(&self, user: &UserId, open: &Invitation, plan: &GrantPlan) -> Option<Grant> {
        let moment = Moment {
            revision: self.before.organization.revision(),
            now: self.at,
        };
        let id = GrantId::parse(open.id.as_str()).ok()?;
        let subject = Subject::Member(user.clone());
        Some(plan.clone().grant(id, subject, open.sender.clone(), moment))
    }

    fn open_invitations(&self) -> impl Iterator<Item = &Invitation> {
        let open = self.after.organization.open_invitations();
        let open = open.filter(|open| open.is_open(self.at));
        open.map(AsRef::as_ref)
    }
}
