//! What goes along when something is deleted, in the same change (rule 10): grants, administrators' scopes, and what open
//! invitations would give.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::{
    Areas, Assignee, Change, Grant, GrantPlan, Invitation, Latch, Member, Partnership,
    PartnershipState, RecordName, Refusal, Role, Scope, ScopeEntry, Subject, Team, TeamId,
};

use super::partnership::tell_of_mandate;
use crate::rules::rule_10::may_take_along;
use crate::use_case::Given;

/// Takes the entry out of everything that lists it. A grant that lists nothing else goes; a narrowed administrator
/// who has nothing else is left with nothing, never with all.
/// Refused where that is not for the acting user to take from whoever has it. Partners are told.
pub(crate) fn drop_entry(
    given: &Given<'_>,
    change: &mut Change,
    gone: &ScopeEntry,
) -> Result<(), Refusal> {
    may_take_along(given, gone)?;
    taken_through(given, change, gone);
    for grant in given.organization().grants_naming(gone) {
        tell_of_mandate(given, change, &grant.subject);
        match grant.scope.without(gone) {
            Some(scope) if !scope.is_nothing() => {
                // The scope only lost what is gone: which products are future ones stays as it was.
                change.save(Grant {
                    scope,
                    stamp: grant.stamp.touched(given.moment),
                    ..grant.as_ref().clone()
                });
            }
            _ => remove_grant(change, &grant),
        }
    }
    for member in given.organization().members() {
        if let Some(role) = role_without(&member.role, gone) {
            change.save(Member {
                role,
                stamp: member.stamp.touched(given.moment),
                ..member.as_ref().clone()
            });
        }
    }
    save_invitations(given, change, |invitation| {
        let role = role_without(&invitation.role, gone);
        let grants = plans_without(&invitation.grants, gone);
        (role.is_some() || grants.is_some()).then(|| Invitation {
            role: role.unwrap_or_else(|| invitation.role.clone()),
            grants: grants.unwrap_or_else(|| invitation.grants.clone()),
            ..invitation.clone()
        })
    });
    save_proposals(given, change, gone);
    Ok(())
}

/// Takes the team's grants, its place in open invitations, and the clients assigned to it.
pub(crate) fn drop_team(given: &Given<'_>, change: &mut Change, team: &Team) {
    let subject = Subject::Team(team.id.clone());
    taken_from(given, change, &subject);
    for grant in given.organization().grants_of(&subject) {
        remove_grant(change, grant);
    }
    drop_assignments(given, change, &Assignee::Team(team.id.clone()));
    save_invitations(given, change, |invitation| {
        let teams = teams_without(&invitation.teams, &team.id)?;
        Some(Invitation {
            teams,
            ..invitation.clone()
        })
    });
}

/// Takes the clients assigned to a member or team that goes: whoever has that id later starts from nothing.
pub(crate) fn drop_assignments(given: &Given<'_>, change: &mut Change, assignee: &Assignee) {
    let assigned = given.organization().client_assignments();
    for assignment in assigned.filter(|assignment| assignment.assignee == *assignee) {
        change.remove(RecordName::client_assignment(&assignment.id));
    }
}

/// Removes the grant. The answer, a retry's too, shows what went.
pub(crate) fn remove_grant(change: &mut Change, grant: &Arc<Grant>) {
    change.remove_and_show(grant.as_ref().clone());
}

/// Something is taken from whoever holds grants through the entry and from administrators narrowed to it.
pub(crate) fn taken_through(given: &Given<'_>, change: &mut Change, entry: &ScopeEntry) {
    let grants = given.organization().grants_naming(entry);
    let holders = grants.iter().map(|grant| grant.subject.clone());
    let members = given.organization().members();
    let narrowed = members.filter(|member| lists(&member.role, entry));
    let narrowed = narrowed.map(|member| Subject::Member(member.user.clone()));
    // Each once: a team can hold thousands of grants through it.
    let subjects: BTreeSet<_> = holders.chain(narrowed).collect();
    taken_from_all(given, change, &subjects);
}

/// Something is taken from the subject: from the member, or from each member of the team.
pub(crate) fn taken_from(given: &Given<'_>, change: &mut Change, subject: &Subject) {
    taken_from_all(given, change, [subject]);
}

fn taken_from_all<'s>(
    given: &Given<'_>,
    change: &mut Change,
    subjects: impl IntoIterator<Item = &'s Subject>,
) {
    let Some(organization) = given.home.organization() else {
        return;
    };
    let latch = |user: &domain::UserId| Latch::Member(organization.clone(), user.clone());
    for subject in subjects {
        match subject {
            Subject::Member(user) => change.takes_from.push(latch(user)),
            Subject::Team(team) => {
                let team = given.organization().team(team);
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
pub(crate) fn taken_from_assignee(given: &Given<'_>, change: &mut Change, assignee: &Assignee) {
    let subject = match assignee {
        Assignee::Member(user) => Subject::Member(user.clone()),
        Assignee::Team(team) => Subject::Team(team.clone()),
    };
    taken_from(given, change, &subject);
}

pub(crate) fn lists(role: &Role, entry: &ScopeEntry) -> bool {
    let scope = role.areas().and_then(|areas| areas.technical.as_ref());
    scope.is_some_and(|scope| scope.entries().contains(entry))
}

/// The role without the entry in its TECHNICAL; `None` if it did not list it.
fn role_without(role: &Role, gone: &ScopeEntry) -> Option<Role> {
    let areas = role.areas()?;
    let technical = areas.technical.as_ref()?.without(gone)?;
    Some(Role::Administrator(Areas {
        technical: Some(technical),
        ..areas.clone()
    }))
}

/// The plans without the entry; `None` if none listed it. One that listed nothing else goes, as its grant would.
fn plans_without(plans: &[GrantPlan], gone: &ScopeEntry) -> Option<Vec<GrantPlan>> {
    plans
        .iter()
        .any(|plan| plan.scope.entries().contains(gone))
        .then(|| {
            plans
                .iter()
                .filter_map(|plan| {
                    let scope: Scope = plan
                        .scope
                        .without(gone)
                        .unwrap_or_else(|| plan.scope.clone());
                    let goes = scope.is_nothing() && !plan.scope.is_nothing();
                    (!goes).then(|| GrantPlan {
                        scope,
                        ..plan.clone()
                    })
                })
                .collect()
        })
}

fn teams_without(teams: &[TeamId], gone: &TeamId) -> Option<Vec<TeamId>> {
    teams
        .contains(gone)
        .then(|| teams.iter().filter(|team| *team != gone).cloned().collect())
}

fn save_invitations(
    given: &Given<'_>,
    change: &mut Change,
    without: impl Fn(&Invitation) -> Option<Invitation>,
) {
    for invitation in given.organization().open_invitations() {
        if let Some(left) = without(invitation) {
            let stamp = left.stamp.touched(given.moment);
            change.save(Invitation { stamp, ..left });
        }
    }
}

/// Proposals that wait for an answer offer nothing that is gone.
fn save_proposals(given: &Given<'_>, change: &mut Change, gone: &ScopeEntry) {
    for proposal in given.organization().partnerships() {
        let offered = plans_without(&proposal.offered, gone);
        let waits = proposal.state == PartnershipState::Invited;
        if let (true, Some(offered)) = (waits, offered) {
            change.save(Partnership {
                offered,
                stamp: proposal.stamp.touched(given.moment),
                ..proposal.as_ref().clone()
            });
        }
    }
}
