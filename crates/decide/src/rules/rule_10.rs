//! Rule 10: what is deleted takes along, in the same change, the grants, administrators' scopes, and what open invitations
//! would give. What goes from others than the one deleted is asked as if it were taken from them directly.

use domain::{
    Assignee, Change, Member, OrganizationId, OrganizationRight, RecordName, Refusal, ScopeEntry,
    Subject, Team,
};

use super::rule_03::may_change;
use super::rule_12::remove_member;
use crate::partner_contacts::tell_of_mandate;
use crate::preconditions::{acting_user, must_hold};
use crate::promotion::strip;
use crate::rule::Authority;
use crate::taking::takes_from;
use crate::taking::{remove_grant, taken_from, taken_through};
use crate::use_case::Context;

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
                let holder = id.local_name().to_string();
                (OrganizationRight::ManagePartners, holder)
            }
            Subject::Member(user) => (
                OrganizationRight::ManageUsers,
                user.resource_name().to_string(),
            ),
            Subject::Team(team) => (
                OrganizationRight::ManageUsers,
                team.local_name().to_string(),
            ),
        };
        must_take(context, right, &holder)?;
    }
    let members = context.organization().members();
    for member in members.filter(|member| member.role.lists(gone)) {
        let holder = member.user.resource_name().to_string();
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
                change.save(grant.narrowed(scope, context.moment));
            }
            _ => remove_grant(change, &grant),
        }
    }
    for member in context.organization().members() {
        if let Some(role) = member.role.without(gone) {
            change.save(member.in_role(role, context.moment));
        }
    }
    let open = context.organization().open_invitations();
    for left in open.filter_map(|open| open.without(gone, context.moment)) {
        change.save(left);
    }
    // Proposals that wait for an answer offer nothing that is gone.
    let proposed = context.organization().partnerships();
    let proposed = proposed.filter(|proposed| proposed.is_unanswered());
    for left in proposed.filter_map(|proposed| proposed.without(gone, context.moment)) {
        change.save(left);
    }
    Ok(())
}

/// Takes the team's grants, its place in open invitations, and the clients assigned to it.
pub(crate) fn drop_team(context: &Context<'_>, change: &mut Change, team: &Team) {
    let subject = Subject::Team(team.id.clone());
    taken_from(context, change, &subject);
    for grant in context.organization().grants_of(&subject) {
        remove_grant(change, &grant);
    }
    drop_assignments(context, change, &Assignee::Team(team.id.clone()));
    let open = context.organization().open_invitations();
    for left in open.filter_map(|open| open.without_team(&team.id, context.moment)) {
        change.save(left);
    }
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
        remove_grant(&mut change, &grant);
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
