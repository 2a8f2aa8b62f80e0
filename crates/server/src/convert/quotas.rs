//! Quotas on the wire.

use decide::use_cases::edit::Edit;
use domain::{Quota, QuotaEdits, Quotas};
use grantor::v1;

use super::edit::Mask;
use crate::fields::Fields;

/// The path of all quotas in the mask of an update of the settings; it stands for each of them.
pub(crate) const WHOLE: &str = "quotas";

/// All quotas, each with the number that `number` says.
pub(crate) fn quotas_to_proto(number: impl Fn(Quota) -> Option<u32>) -> v1::Quotas {
    let number = |quota| number(quota).map(|number| i32::try_from(number).unwrap_or(i32::MAX));
    v1::Quotas {
        grants: number(Quota::Grants),
        managed_grants: number(Quota::ManagedGrants),
        scope_entries: number(Quota::ScopeEntries),
        tags: number(Quota::Tags),
        teams: number(Quota::Teams),
        team_members: number(Quota::TeamMembers),
        open_invitations: number(Quota::OpenInvitations),
        open_proposals: number(Quota::OpenProposals),
        open_change_requests: number(Quota::OpenChangeRequests),
        client_assignments: number(Quota::ClientAssignments),
    }
}

/// Those of one organization, where it has any of its own.
pub(crate) fn own_quotas_to_proto(quotas: &Quotas) -> Option<v1::Quotas> {
    let some = !quotas.is_empty();
    some.then(|| quotas_to_proto(|quota| quotas.get(quota)))
}

fn written(wire: &v1::Quotas, quota: Quota) -> Option<i32> {
    match quota {
        Quota::Grants => wire.grants,
        Quota::ManagedGrants => wire.managed_grants,
        Quota::ScopeEntries => wire.scope_entries,
        Quota::Tags => wire.tags,
        Quota::Teams => wire.teams,
        Quota::TeamMembers => wire.team_members,
        Quota::OpenInvitations => wire.open_invitations,
        Quota::OpenProposals => wire.open_proposals,
        Quota::OpenChangeRequests => wire.open_change_requests,
        Quota::ClientAssignments => wire.client_assignments,
    }
}

/// What an update says of quotas: `path` is that of one in its mask, `field` that of all in the request.
pub(crate) fn quota_edits(
    fields: &mut Fields,
    mask: &Mask,
    path: fn(Quota) -> String,
    field: &str,
    wire: Option<v1::Quotas>,
) -> Option<QuotaEdits> {
    // Without a mask quotas count one by one, so that those left empty stay.
    let whole = matches!(mask.edit(WHOLE, false, || Some(())), Some(Edit::Set(())));
    let wire = wire.unwrap_or_default();
    let edits = Quota::ALL.map(|quota| {
        let number = written(&wire, quota);
        let mut value = || in_range(fields, &format!("{field}.{}", quota.name()), number);
        let edit = if whole {
            value().map(Edit::Set)
        } else {
            mask.edit(&path(quota), number.is_some(), value)
        };
        edit.map(|edit| (quota, edit))
    });
    let edits: Option<Vec<_>> = edits.into_iter().collect();
    let named = edits?.into_iter().filter_map(|(quota, edit)| match edit {
        Edit::Keep => None,
        Edit::Set(number) => Some((quota, number)),
    });
    Some(named.collect())
}

/// Absent resets it.
fn in_range(fields: &mut Fields, field: &str, number: Option<i32>) -> Option<Option<u32>> {
    let Some(number) = number else {
        return Some(None);
    };
    let number = u32::try_from(number).ok();
    let number = number.filter(|number| Quota::RANGE.contains(number));
    if number.is_none() {
        fields.reject(field, "must be 1 to 10000000, or not set");
    }
    number.map(Some)
}
