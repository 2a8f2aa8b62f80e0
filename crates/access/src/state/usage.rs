//! How much of each quota does an organization use (rule 13)? Counted as things come and go, so that nobody has to go
//! through all of them to know.

use domain::{
    ChangeRequest, ChangeRequestId, Grant, Member, Product, Quota, Role, Scope, ScopeEntry, Tag,
    TeamId, Timestamp,
};
use imbl::OrdSet;

use super::{OrganizationState, Table};

/// What the sizes of the tables do not tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Usage {
    /// Of the grants, those of externally managed types.
    managed_grants: usize,
    /// In the scopes of grants and administrators.
    scope_entries: usize,
    /// How often each tag is named: on products, and in those scopes.
    tags: Table<Tag, usize>,
    /// The change requests that are not settled.
    open_requests: OrdSet<ChangeRequestId>,
}

/// Whether something comes or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Comes,
    Goes,
}

impl Turn {
    pub(super) fn count(self, counted: &mut usize, by: usize) {
        *counted = match self {
            Self::Comes => counted.saturating_add(by),
            Self::Goes => counted.saturating_sub(by),
        };
    }
}

impl Usage {
    /// In the scopes of grants and administrators.
    pub(super) fn scope_entries(&self) -> usize {
        self.scope_entries
    }

    pub(super) fn grant(&mut self, turn: Turn, grant: &Grant) {
        turn.count(&mut self.managed_grants, usize::from(grant.by_owner));
        self.scope(turn, &grant.scope);
    }

    pub(super) fn member(&mut self, turn: Turn, member: &Member) {
        if let Role::Administrator(areas) = &member.role
            && let Some(scope) = &areas.technical
        {
            self.scope(turn, scope);
        }
    }

    pub(super) fn product(&mut self, turn: Turn, product: &Product) {
        for tag in &product.tags {
            self.tag(turn, tag);
        }
    }

    /// Requests stay for ever; they are only open or not.
    pub(super) fn request(&mut self, request: &ChangeRequest) {
        if request.is_open() {
            self.open_requests.insert(request.id.clone());
        } else {
            self.open_requests.remove(&request.id);
        }
    }

    fn scope(&mut self, turn: Turn, scope: &Scope) {
        let entries = scope.entries();
        turn.count(&mut self.scope_entries, entries.len());
        for entry in entries {
            if let ScopeEntry::Tag(tag) = entry {
                self.tag(turn, tag);
            }
        }
    }

    fn tag(&mut self, turn: Turn, tag: &Tag) {
        match turn {
            Turn::Comes => *self.tags.entry(tag.clone()).or_default() += 1,
            Turn::Goes => {
                let named = self.tags.get_mut(tag).map(|named| {
                    turn.count(named, 1);
                    *named
                });
                if named == Some(0) {
                    self.tags.remove(tag);
                }
            }
        }
    }
}

impl OrganizationState {
    /// How much of a quota of the whole organization it uses at this moment; of one of each team, 0.
    pub fn usage(&self, quota: Quota, now: Timestamp) -> usize {
        let usage = &self.usage;
        match quota {
            Quota::Grants => self.grants.len().saturating_sub(usage.managed_grants),
            Quota::ManagedGrants => usage.managed_grants,
            Quota::ScopeEntries => usage.scope_entries,
            Quota::Tags => usage.tags.len(),
            Quota::Teams => self.teams.len(),
            Quota::TeamMembers => 0,
            // Their time ends them without a change, so these are looked through, those whose time is over too.
            Quota::OpenInvitations => {
                let waiting = self.invitations.values();
                waiting.filter(|invitation| invitation.is_open(now)).count()
            }
            Quota::OpenProposals => {
                let waiting = self.partnerships.values();
                waiting.filter(|proposal| proposal.is_open(now)).count()
            }
            Quota::OpenChangeRequests => usage.open_requests.len(),
            Quota::ClientAssignments => self.assignments.len(),
        }
    }

    /// How many members a team has; none where there is no such team.
    pub fn team_size(&self, team: &TeamId) -> usize {
        self.teams.get(team).map_or(0, |team| team.members.len())
    }
}
