//! Who may act on an organization at all, and what their membership brings with it?

use std::sync::Arc;

use domain::UserId;

use crate::decision::DecisionReason;
use crate::state::{IndexedMember, IndexedTeam};
use crate::view::View;

/// Somebody who may act there: a member, or staff of an active partner, or both.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Accessor<'a> {
    pub(crate) user: &'a UserId,
    /// Their own membership.
    pub(crate) membership: Option<Membership<'a>>,
}

/// A membership that works.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Membership<'a> {
    pub(crate) indexed: &'a IndexedMember,
    pub(crate) member: &'a Arc<domain::Member>,
}

impl View {
    /// The person who asks, if they may act at all, or why they may not.
    #[inline]
    pub(crate) fn accessor<'a>(&'a self, user: &'a UserId) -> Result<Accessor<'a>, DecisionReason> {
        let indexed = self.organization.indexed_member(user);
        let membership = indexed.filter(|_| self.is_reached(user));
        let membership = membership.and_then(|indexed| {
            let member = indexed.member.as_ref()?;
            Some(Membership { indexed, member })
        });
        if membership.is_none() && self.mandates(user).next().is_none() {
            return Err(DecisionReason::NotAMember);
        }
        if !self.people.is_active(user) {
            return Err(DecisionReason::UserInactive);
        }
        // Whom the organization has shut out has nothing there, through whatever: who is no member, no mandate either.
        if self
            .organization
            .is_shut_out_as(user, membership.is_none_or(|it| it.indexed.is_active))
        {
            return Err(DecisionReason::MemberInactive);
        }
        Ok(Accessor { user, membership })
    }

    /// Whether paths of the user through this organization count.
    #[inline]
    fn is_reached(&self, user: &UserId) -> bool {
        // Nearly always nothing is narrowed, and the organization's name is not looked at.
        self.narrowed.reach.is_none()
            || self
                .organization
                .organization()
                .is_some_and(|here| self.narrowed.counts(user, &here.id))
    }

    /// The teams of a member that count, bound places only while what they are bound to counts.
    pub(crate) fn teams_of<'a>(
        &'a self,
        user: &'a UserId,
        membership: Membership<'a>,
    ) -> impl Iterator<Item = &'a IndexedTeam> + use<'a> {
        let teams = membership.indexed.teams.iter();
        let indexed_teams = teams.filter_map(|team| self.organization.indexed_team(team));
        indexed_teams.filter(move |indexed| {
            let bound_to = indexed
                .team
                .as_ref()
                .map_or(&[][..], |team| team.bound_to(user));
            bound_to.is_empty() || self.binding_counts(user, bound_to)
        })
    }
}
