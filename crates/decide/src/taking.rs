//! From whom does a change take something? It is answered only when nobody can rest on that any more.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::{Assignee, Change, Grant, Latch, OrganizationId, ScopeEntry, Subject, UserId};

use crate::use_case::Context;

/// Removes the grant. The answer, a retry's too, shows what went.
pub(crate) fn remove_grant(change: &mut Change, grant: &Arc<Grant>) {
    change.remove_and_show(grant.as_ref().clone());
}

/// What a change takes from this member, so that it is answered only when nobody can rest on it any more.
pub(crate) fn takes_from(change: &mut Change, organization: &OrganizationId, user: &UserId) {
    change
        .takes_from
        .push(Latch::Member(organization.clone(), user.clone()));
}

/// Something is taken from whoever holds grants through the entry and from administrators narrowed to it.
pub(crate) fn taken_through(context: &Context<'_>, change: &mut Change, entry: &ScopeEntry) {
    let grants = context.organization().grants_naming(entry);
    let holders = grants.iter().map(|grant| grant.subject.clone());
    let members = context.organization().members();
    let narrowed = members.filter(|member| member.role.lists(entry));
    let narrowed = narrowed.map(|member| Subject::Member(member.user.clone()));
    // Each once: a team can hold thousands of grants through it.
    let subjects: BTreeSet<_> = holders.chain(narrowed).collect();
    taken_from_all(context, change, &subjects);
}

/// Something is taken from the subject: from the member, or from each member of the team.
pub(crate) fn taken_from(context: &Context<'_>, change: &mut Change, subject: &Subject) {
    taken_from_all(context, change, [subject]);
}

fn taken_from_all<'s>(
    context: &Context<'_>,
    change: &mut Change,
    subjects: impl IntoIterator<Item = &'s Subject>,
) {
    let Some(organization) = context.home.organization() else {
        return;
    };
    let latch = |user: &UserId| Latch::Member(organization.clone(), user.clone());
    for subject in subjects {
        match subject {
            Subject::Member(user) => change.takes_from.push(latch(user)),
            Subject::Team(team) => {
                let team = context.organization().team(team);
                let members = team.iter().flat_map(|team| &team.members);
                change.takes_from.extend(members.map(latch));
            }
            // Writes of the partner's staff are made under this home's own lock.
            Subject::Partnership(_) => {}
        }
    }
    change.takes_from.sort_unstable();
    change.takes_from.dedup();
}

/// The same, where a client assignment named the member or team.
pub(crate) fn taken_from_assignee(context: &Context<'_>, change: &mut Change, assignee: &Assignee) {
    let subject = match assignee {
        Assignee::Member(user) => Subject::Member(user.clone()),
        Assignee::Team(team) => Subject::Team(team.clone()),
    };
    taken_from(context, change, &subject);
}
