//! Which quotas does the file name, and how are they spelled?

use grantor::v1;
use serde::Deserialize;

/// The table `[settings.quotas]`.
#[derive(Debug, Default, Clone, Copy, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct WrittenQuotas {
    grants: Option<i32>,
    managed_grants: Option<i32>,
    scope_entries: Option<i32>,
    tags: Option<i32>,
    teams: Option<i32>,
    team_members: Option<i32>,
    open_invitations: Option<i32>,
    open_proposals: Option<i32>,
    open_change_requests: Option<i32>,
    client_assignments: Option<i32>,
}

impl WrittenQuotas {
    /// The quotas that are named.
    pub(super) fn to_proto(self) -> v1::Quotas {
        v1::Quotas {
            grants: self.grants,
            managed_grants: self.managed_grants,
            scope_entries: self.scope_entries,
            tags: self.tags,
            teams: self.teams,
            team_members: self.team_members,
            open_invitations: self.open_invitations,
            open_proposals: self.open_proposals,
            open_change_requests: self.open_change_requests,
            client_assignments: self.client_assignments,
        }
    }
}

/// Each quota by its path in the settings, with its number.
pub(super) fn each(quotas: &v1::Quotas) -> [(&'static str, Option<i32>); 10] {
    [
        ("quotas.grants", quotas.grants),
        ("quotas.managed_grants", quotas.managed_grants),
        ("quotas.scope_entries", quotas.scope_entries),
        ("quotas.tags", quotas.tags),
        ("quotas.teams", quotas.teams),
        ("quotas.team_members", quotas.team_members),
        ("quotas.open_invitations", quotas.open_invitations),
        ("quotas.open_proposals", quotas.open_proposals),
        ("quotas.open_change_requests", quotas.open_change_requests),
        ("quotas.client_assignments", quotas.client_assignments),
    ]
}
