//! Rule 12: whom does an organization shut out, what may they still do there, and who lifts it?
//!
//! That no path works for them is the evaluator's (`access`), as is what lifting gives of mandates (`may_open_mandates`).
//! Each use case says itself whether they may do it all the same (`UseCase::open_to_shut_out`).

use access::{Delegation, View};
use domain::{
    Change, Member, OrganizationId, OrganizationRight, Reason, RecordName, Refusal, Role, ShutOut,
    Stamp, Subject, Timestamp, UserCreation, UserId,
};

use super::manager::{Manager, manager};
use super::rule_01::delegation::raises_self;
use crate::use_case::Context;

/// Whether the actor may shut this person out: through a partnership nobody of another partner's people.
pub(crate) fn may_shut_out(view: &View, actor: &UserId, user: &UserId) -> Result<(), Refusal> {
    let through = view.acts_through(actor, OrganizationRight::ManageUsers);
    let theirs = view.partnerships_reaching(user);
    if through.is_empty() || theirs.iter().all(|id| through.contains(id)) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership nobody shuts out another partner's people: {} is one of these, and \
             {} acts as staff of a partner. Ask somebody of the organization who manages users.",
            user.resource_name(),
            actor.resource_name()
        ),
    ))
}

/// Whether the actor may let this person in again: never themselves, never one of a partner's people through a
/// partnership, and of these nobody whose partner is entrusted with more than the actor holds.
pub(crate) fn may_lift(
    view: &View,
    actor: &UserId,
    user: &UserId,
    at: Timestamp,
) -> Result<(), Refusal> {
    if actor == user {
        return Err(raises_self(actor, "lets themselves in again"));
    }
    let of_a_partner = !view.partnerships_reaching(user).is_empty();
    if of_a_partner && manager(view, actor)? == Manager::Partner {
        return Err(Refusal::new(
            Reason::PartnerMayNot,
            format!(
                "Through a partnership nobody lets in again one of a partner's people: {} is one of these, \
                 and {} acts as staff of a partner. Ask a legal representative of the organization.",
                user.resource_name(),
                actor.resource_name()
            ),
        ));
    }
    view.may_open_mandates(actor, user, at)
}

/// Whether the actor may give a member back what is theirs here, all that their grants and teams hold, and what a partner
/// of whom they are one is entrusted with.
pub(crate) fn may_give_back(
    view: &View,
    actor: &UserId,
    target: &Member,
    at: Timestamp,
) -> Result<(), Refusal> {
    let here = &view.organization;
    let user = &target.user;
    may_lift(view, actor, user, at)?;
    for grant in here.grants_of(&Subject::Member(user.clone())) {
        // What the owner of an externally managed type gave is the owner's affair.
        if !grant.by_owner && !grant.period.is_over(at) {
            view.may_give(actor, &Delegation::of(&grant), at)?;
        }
    }
    for team in here.teams_of(user) {
        view.may_put_into_team(actor, &team.id, at)?;
    }
    if target.role == Role::External {
        return Ok(());
    }
    view.may_give_assignments_to(actor, user)
}

/// Who is no member is shut out by who manages users by their own role, not as somebody's staff.
pub(crate) fn must_manage_themselves(context: &Context<'_>, actor: &UserId) -> Result<(), Refusal> {
    let right = OrganizationRight::ManageUsers;
    let own = context.organization().member(actor);
    if own.is_some_and(|member| right.comes_with(&member.role)) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership nobody shuts out who is no member: {} does not hold {} by a role of \
             their own. It comes with: {}.",
            actor.resource_name(),
            right.name(),
            right.held_by()
        ),
    )
    .with("right", right.name()))
}

/// Who is no member is shut out as one of a partner's people, past ones included.
pub(crate) fn must_be_a_partners(
    context: &Context<'_>,
    organization: &OrganizationId,
    user: &UserId,
) -> Result<(), Refusal> {
    if context.view.partnerships_reaching(user).is_empty() {
        return Err(nobody_here(organization, user));
    }
    Ok(())
}

/// The same words whether there is such a user or not.
fn nobody_here(organization: &OrganizationId, user: &UserId) -> Refusal {
    let name = user.resource_name().to_string();
    Refusal::new(
        Reason::NotFound,
        format!(
            "{name} is neither a member of {} nor one of the people of an active partner of \
             it, so there is nobody to shut out.",
            organization.resource_name()
        ),
    )
    .about(name)
}

/// Of members it is their state that says it.
pub(crate) fn is_a_member(member: &str, instead: &str) -> Refusal {
    Refusal::new(
        Reason::MemberExists,
        format!("{member} is a member: use MemberService.{instead}."),
    )
    .about(member)
}

/// Takes a membership away. That the member was shut out outlives it.
pub(crate) fn remove_member(context: &Context<'_>, change: &mut Change, member: &Member) {
    change.remove_and_show(member.clone());
    if !member.is_active() {
        change.save(ShutOut {
            user: member.user.clone(),
            stamp: Stamp::new(context.moment),
        });
    }
}

/// Before somebody becomes a member: nobody who is shut out does, unless what makes them one lifts it.
pub(crate) fn may_come_in(
    context: &Context<'_>,
    user: &UserId,
    lifts: bool,
) -> Result<(), Refusal> {
    if lifts || !context.organization().is_shut_out(user) {
        return Ok(());
    }
    Err(shut_out(context, user))
}

/// Lifts it of who is no member, where it stands.
pub(crate) fn lift(context: &Context<'_>, change: &mut Change, user: &UserId) {
    if context.organization().shut_out(user).is_some() {
        change.remove(RecordName::shut_out(user));
    }
}

/// Refuses whoever acts and is shut out: they change nothing here, whatever else lets them call.
pub(crate) fn must_not_be_shut_out(context: &Context<'_>) -> Result<(), Refusal> {
    match &context.who.actor {
        Some(actor) if context.organization().is_shut_out(actor) => Err(shut_out(context, actor)),
        Some(_) | None => Ok(()),
    }
}

fn shut_out(context: &Context<'_>, user: &UserId) -> Refusal {
    let home = context.home.organization();
    let home = home.map_or_else(String::new, |id| id.resource_name().to_string());
    Refusal::new(
        Reason::ShutOut,
        format!(
            "{home} has shut out {}, who changes nothing there and becomes no member until that is lifted. \
             Somebody who manages its users can lift it (MemberService.LiftShutOut, or an invitation with \
             lift_shut_out).",
            user.resource_name()
        ),
    )
    .about(home)
}

/// Whom the organization has shut out is not even asked, unless the request lifts it and its requester may.
pub(crate) fn may_let_in(
    context: &Context<'_>,
    creation: &UserCreation,
    asker: &UserId,
    user: &UserId,
) -> Result<(), Refusal> {
    if creation.lift_shut_out && context.organization().is_shut_out(user) {
        may_lift(context.view, asker, user, context.moment.now)?;
    }
    may_come_in(context, user, creation.lift_shut_out)
}
