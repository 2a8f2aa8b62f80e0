//! Rule 10: what is deleted takes along, in the same change, the grants, administrators' scopes, and what open invitations
//! would give. What goes from others than the one deleted is asked as if it were taken from them directly.

use domain::{
    Areas, Assignee, Change, Grant, GrantPlan, Invitation, Member, OrganizationId,
    OrganizationRight, Partnership, PartnershipState, RecordName, Refusal, Role, Scope, ScopeEntry,
    Subject, Team, TeamId,
};

use super::rule_03::may_change;
use super::rule_12::remove_member;
use crate::rule::Authority;
use crate::use_case::Context;
use crate::use_cases::member::takes_from;
use crate::use_cases::partnership::tell_of_mandate;
use crate::use_cases::preconditions::{acting_user, must_hold};
use crate::use_cases::promotion::strip;
use crate::use_cases::taking::{remove_grant, taken_from, taken_through};

/// Refuses to delete what others hold something through, unless whoever deletes it may take that from each of them.
/// Of the operator and of a service that deletes a product nothing is asked.
fn may_take_along(context: &Context<'_>, gone: &ScopeEntry) -> Result<(), Refusal> {
    if let Authority::Operator | Authority::Service(_) = context.authority {
        return Ok(());
    }
    let actor = acting_user(context)?;
    for grant in context.organization().grants_naming(gone) {
        // What a partnership holds is for who manages partners.
        let (right, holder) = match &grant.subject {
            Subject::Partnership(id) => {
                let holder = format!("partnerships/{id}");
                (OrganizationRight::ManagePartners, holder)
            }
            Subject::Member(user) => (OrganizationRight::ManageUsers, format!("users/{user}")),
            Subject::Team(team) => (OrganizationRight::ManageUsers, format!("teams/{team}")),
        };
        must_take(context, right, &holder)?;
    }
    let narrowed = context.organization().members().filter(|member| {
        let technical = member.role.areas();
        let technical = technical.and_then(|areas| areas.technical.as_ref());
        technical.is_some_and(|scope| scope.entries().contains(gone))
    });
    for member in narrowed {
        let holder = format!("users/{}", member.user);
        must_take(context, OrganizationRight::ManageUsers, &holder)?;
        may_change(context.view, actor, member)?;
    }
    Ok(())
}

fn must_take(context: &Context<'_>, right: OrganizationRight, holder: &str) -> Result<(), Refusal> {
    let what = format!("Deleting this takes from {holder} what they hold through it, which");
    must_hold(context, right, &what)
}

/// Takes the entry out of everything that lists it. A grant that lists nothing else goes; a narrowed administrator
/// who has nothing else is left with nothing, never with all.
/// Refused where that is not for the acting user to take from whoever has it. Partners are told.
pub(crate) fn drop_entry(
    context: &Context<'_>,
    change: &mut Change,
    gone: &ScopeEntry,
) -> Result<(), Refusal> {
    may_take_along(context, gone)?;
    taken_through(context, change, gone);
    for grant in context.organization().grants_naming(gone) {
        tell_of_mandate(context, change, &grant.subject);
        match grant.scope.without(gone) {
            Some(scope) if !scope.is_nothing() => {
                // The scope only lost what is gone: which products are future ones stays as it was.
                change.save(Grant {
                    scope,
                    stamp: grant.stamp.touched(context.moment),
                    ..grant.as_ref().clone()
                });
            }
            _ => remove_grant(change, &grant),
        }
    }
    for member in context.organization().members() {
        if let Some(role) = role_without(&member.role, gone) {
            change.save(Member {
                role,
                stamp: member.stamp.touched(context.moment),
                ..member.as_ref().clone()
            });
        }
    }
    save_invitations(context, change, |invitation| {
        let role = role_without(&invitation.role, gone);
        let grants = plans_without(&invitation.grants, gone);
        (role.is_some() || grants.is_some()).then(|| Invitation {
            role: role.unwrap_or_else(|| invitation.role.clone()),
            grants: grants.unwrap_or_else(|| invitation.grants.clone()),
            ..invitation.clone()
        })
    });
    save_proposals(context, change, gone);
    Ok(())
}

/// Takes the team's grants, its place in open invitations, and the clients assigned to it.
pub(crate) fn drop_team(context: &Context<'_>, change: &mut Change, team: &Team) {
    let subject = Subject::Team(team.id.clone());
    taken_from(context, change, &subject);
    for grant in context.organization().grants_of(&subject) {
        remove_grant(change, grant);
    }
    drop_assignments(context, change, &Assignee::Team(team.id.clone()));
    save_invitations(context, change, |invitation| {
        let teams = teams_without(&invitation.teams, &team.id)?;
        Some(Invitation {
            teams,
            ..invitation.clone()
        })
    });
}

/// Takes the member out with all grants and team memberships. The member is saved as they were right before, so that the
/// answer, a retry's too, can show who went.
pub(crate) fn take_out(
    context: &Context<'_>,
    organization: &OrganizationId,
    member: &Member,
) -> Change {
    let user = &member.user;
    let mut change = context.change();
    strip(context, &mut change, user);
    drop_assignments(context, &mut change, &Assignee::Member(user.clone()));
    for grant in context
        .organization()
        .grants_of(&Subject::Member(user.clone()))
        .filter(|grant| grant.by_owner)
    {
        remove_grant(&mut change, grant);
    }
    remove_member(context, &mut change, member);
    takes_from(&mut change, organization, user);
    change
}

/// Takes the clients assigned to a member or team that goes: whoever has that id later starts from nothing.
pub(crate) fn drop_assignments(context: &Context<'_>, change: &mut Change, assignee: &Assignee) {
    let assigned = context.organization().client_assignments();
    for assignment in assigned.filter(|assignment| assignment.assignee == *assignee) {
        change.remove(RecordName::client_assignment(&assignment.id));
    }
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
    context: &Context<'_>,
    change: &mut Change,
    without: impl Fn(&Invitation) -> Option<Invitation>,
) {
    for invitation in context.organization().open_invitations() {
        if let Some(left) = without(invitation) {
            let stamp = left.stamp.touched(context.moment);
            change.save(Invitation { stamp, ..left });
        }
    }
}

/// Proposals that wait for an answer offer nothing that is gone.
fn save_proposals(context: &Context<'_>, change: &mut Change, gone: &ScopeEntry) {
    for proposal in context.organization().partnerships() {
        let offered = plans_without(&proposal.offered, gone);
        let waits = proposal.state == PartnershipState::Invited;
        if let (true, Some(offered)) = (waits, offered) {
            change.save(Partnership {
                offered,
                stamp: proposal.stamp.touched(context.moment),
                ..proposal.as_ref().clone()
            });
        }
    }
}
