//! How much may one organization have of what grows? The quotas of rule 13: their defaults, and who set others.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// Something of which an organization may have only so much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Quota {
    /// Grants, but those of externally managed types.
    Grants,
    /// Grants that the owners of externally managed types gave: what those do takes nothing from the organization's own.
    ManagedGrants,
    /// Entries in the scopes of all grants and of administrators.
    ScopeEntries,
    /// Different tags, on products and in those scopes.
    Tags,
    /// Teams.
    Teams,
    /// Members of one team.
    TeamMembers,
    /// Invitations that wait for an answer.
    OpenInvitations,
    /// Proposals of partnerships that wait for an answer.
    OpenProposals,
    /// Change requests that are not settled.
    OpenChangeRequests,
    /// Client assignments, of a partner.
    ClientAssignments,
}

impl Quota {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 10] = [
        Self::Grants,
        Self::ManagedGrants,
        Self::ScopeEntries,
        Self::Tags,
        Self::Teams,
        Self::TeamMembers,
        Self::OpenInvitations,
        Self::OpenProposals,
        Self::OpenChangeRequests,
        Self::ClientAssignments,
    ];

    /// What one can be set to.
    pub const RANGE: RangeInclusive<u32> = 1..=10_000_000;

    /// Its name, as in the settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Grants => "grants",
            Self::ManagedGrants => "managed_grants",
            Self::ScopeEntries => "scope_entries",
            Self::Tags => "tags",
            Self::Teams => "teams",
            Self::TeamMembers => "team_members",
            Self::OpenInvitations => "open_invitations",
            Self::OpenProposals => "open_proposals",
            Self::OpenChangeRequests => "open_change_requests",
            Self::ClientAssignments => "client_assignments",
        }
    }

    /// What there are so many of, in words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Grants => "grants",
            Self::ManagedGrants => "grants of externally managed types",
            Self::ScopeEntries => "entries in the scopes of grants and administrators",
            Self::Tags => "different tags on products and in scopes",
            Self::Teams => "teams",
            Self::TeamMembers => "members",
            Self::OpenInvitations => "open invitations",
            Self::OpenProposals => "open proposals",
            Self::OpenChangeRequests => "open change requests",
            Self::ClientAssignments => "client assignments",
        }
    }

    /// How many there may be where nobody has set a number.
    pub fn unless_set(self) -> u32 {
        match self {
            Self::Grants | Self::ManagedGrants => 100_000,
            Self::ScopeEntries => 200_000,
            Self::Tags | Self::ClientAssignments => 10_000,
            Self::Teams => 5000,
            Self::TeamMembers => 20_000,
            Self::OpenInvitations | Self::OpenChangeRequests => 1000,
            Self::OpenProposals => 100,
        }
    }
}

/// The quotas that somebody has set; the others are as if nobody had.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Quotas(BTreeMap<Quota, u32>);

/// What an update says of quotas: for each that it names the number, or that nobody has set one from now on.
pub type QuotaEdits = BTreeMap<Quota, Option<u32>>;

impl Quotas {
    /// The number, where one is set.
    pub fn get(&self, quota: Quota) -> Option<u32> {
        self.0.get(&quota).copied()
    }

    /// The number that holds: the one that is set, or else the default.
    pub fn in_force(&self, quota: Quota) -> u32 {
        self.get(quota).unwrap_or_else(|| quota.unless_set())
    }

    /// Whether none is set.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The quotas after an update.
    #[must_use]
    pub fn edited(&self, edits: &QuotaEdits) -> Self {
        let mut edited = self.clone();
        for (quota, number) in edits {
            match number {
                Some(number) => edited.0.insert(*quota, *number),
                None => edited.0.remove(quota),
            };
        }
        edited
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_sets_and_resets_what_it_names_and_leaves_the_others() {
        let set =
            Quotas::default().edited(&[(Quota::Teams, Some(3)), (Quota::Tags, Some(4))].into());
        let edited = set.edited(&[(Quota::Tags, None), (Quota::Grants, Some(5))].into());
        let numbers =
            [Quota::Teams, Quota::Tags, Quota::Grants].map(|quota| edited.in_force(quota));
        assert_eq!(numbers, [3, 10_000, 5]);
    }

    #[test]
    fn every_default_can_be_set() {
        let defaults = Quota::ALL.map(Quota::unless_set);
        assert!(defaults.iter().all(|number| Quota::RANGE.contains(number)));
    }
}
