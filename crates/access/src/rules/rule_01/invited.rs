//! Whose are the open invitations that a change reaches? Whose an email is stands in rows: it is asked before.

use std::collections::{BTreeMap, BTreeSet};

use domain::{
    Change, Invitation, InvitationId, Record, ScopeEntry, Subject, TeamId, Timestamp, UserId,
};

use crate::state::OrganizationState;
use crate::view::View;

/// Whose account has the confirmed email of an invitation.
#[derive(Debug, Clone, Default)]
pub struct Invited(BTreeMap<InvitationId, UserId>);

impl FromIterator<(InvitationId, UserId)> for Invited {
    fn from_iter<I: IntoIterator<Item = (InvitationId, UserId)>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}

impl Invited {
    pub(super) fn of(&self, id: &InvitationId) -> Option<UserId> {
        self.0.get(id).cloned()
    }

    pub(super) fn is(&self, id: &InvitationId, user: &UserId) -> bool {
        self.0.get(id) == Some(user)
    }
}

/// The open invitations whose content or reach the change touches: of these it must be known whose they are.
pub fn invitations_reached<'a>(
    after: &'a View,
    change: &Change,
    at: Timestamp,
) -> Vec<&'a Invitation> {
    let here = &after.organization;
    let open = here.open_invitations().filter(|open| open.is_open(at));
    let touched = Touched::by(change);
    let reached = open.filter(|open| touched.reaches(open, here));
    reached.map(AsRef::as_ref).collect()
}

/// Through what a change can reach invitations.
#[derive(Default)]
struct Touched<'a> {
    invitations: BTreeSet<&'a InvitationId>,
    /// Teams that are given something.
    teams: BTreeSet<&'a TeamId>,
    products: bool,
}

impl<'a> Touched<'a> {
    fn by(change: &'a Change) -> Self {
        let mut touched = Self::default();
        for record in change.saved() {
            match record {
                Record::Invitation(saved) => {
                    touched.invitations.insert(&saved.id);
                }
                Record::Grant(grant) => {
                    if let Subject::Team(team) = &grant.subject {
                        touched.teams.insert(team);
                    }
                }
                Record::Product(_) => touched.products = true,
                _ => {}
            }
        }
        touched
    }

    fn reaches(&self, open: &Invitation, here: &OrganizationState) -> bool {
        self.invitations.contains(&open.id)
            || open.teams.iter().any(|team| self.teams.contains(team))
            // Whatever label it got, these are the invitations that could give something through one.
            || (self.products && names_labels(open, here))
    }
}

fn names_labels(open: &Invitation, here: &OrganizationState) -> bool {
    let plans = open.grants.iter().map(|plan| &plan.scope);
    let technical = open.role.areas().and_then(|areas| areas.technical.as_ref());
    let teams = open.teams.iter().cloned().map(Subject::Team);
    let of_teams = teams.flat_map(|team| here.grants_of(&team).collect::<Vec<_>>());
    plans
        .chain(technical)
        .any(|scope| scope.entries().iter().any(ScopeEntry::is_label))
        || of_teams
            .into_iter()
            .any(|grant| grant.scope.entries().iter().any(ScopeEntry::is_label))
}
