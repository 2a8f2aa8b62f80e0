//! How much of each quota does an organization use (rule 13)?

use domain::{Quota, TeamId, Timestamp};

use super::OrganizationState;

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
                let waiting = self.invitations.iter();
                waiting.filter(|invitation| invitation.is_open(now)).count()
            }
            Quota::OpenProposals => {
                let waiting = self.partnerships.iter();
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
