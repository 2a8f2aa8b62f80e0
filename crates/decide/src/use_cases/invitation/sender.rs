//! Could whoever sent the invitation still make that change now? Acceptance carries it out only then.

use domain::{
    Caller, Invitation, OrganizationRight, Reason, Refusal, Role, ServiceAccountId,
    ServiceScopeKind, UserId,
};

use crate::grant_spec::must_apply;
use crate::rule::{has, operates};
use crate::rules::rule_01::delegation::could_give;
use crate::rules::rule_02::partner_must_not_make_person;
use crate::rules::rule_03::{Maker, may_hand_out, may_make};
use crate::rules::rule_04::must_have_room;
use crate::rules::rule_12::may_lift;
use crate::use_case::Context;

/// Judges the sender as for making the change now: `manage_users` and rules 1, 2, 3 and 4. What exactly the sender
/// lacks is not told to the invited person, who is an outsider still.
pub(super) fn must_still_may(
    context: &Context<'_>,
    invitation: &Invitation,
    invited: &UserId,
) -> Result<(), Refusal> {
    let by_sender = invitation
        .sender
        .actor
        .as_ref()
        .is_some_and(|sender| still_may(context, invitation, sender, invited).is_ok());
    let may = by_sender || maker_still_may(context, invitation).is_ok();
    if may {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::SenderMayNoLonger,
        "Whoever sent the invitation may not make that change any more, so it is not carried out and stays open. \
         Ask the organization for a new invitation by somebody who may.",
    ))
}

/// The service account by which the invitation was sent.
pub(super) fn sending_account(invitation: &Invitation) -> Option<&ServiceAccountId> {
    match &invitation.sender.caller {
        Caller::Service { account, .. } => Some(account),
        Caller::CommandLine | Caller::LinkPage => None,
    }
}

/// Whether the operator or the service who asked instead of making a member could still make one of this role: rules 3 and
/// 4. They give nothing but the role.
fn maker_still_may(context: &Context<'_>, invitation: &Invitation) -> Result<(), Refusal> {
    let is_bare = invitation.grants.is_empty()
        && invitation.teams.is_empty()
        && invitation.request.is_none()
        && !invitation.lift_shut_out;
    let maker = maker(context, invitation).filter(|_| is_bare);
    let Some(maker) = maker else {
        return Err(Refusal::new(
            Reason::ScopeMissing,
            "Whoever sent it makes nobody a member here any more.",
        ));
    };
    may_make(context.view, maker, &invitation.role)?;
    match invitation.role {
        Role::Administrator(_) => {
            must_have_room(context.view, Some(invitation), context.moment.now)
        }
        Role::LegalRepresentative | Role::Collaborator | Role::External => Ok(()),
    }
}

/// As whom its sender could make members now: as the operator, or by the scope of a service.
fn maker(context: &Context<'_>, invitation: &Invitation) -> Option<Maker> {
    let account = sending_account(invitation)?;
    let account = context.view.platform.service_account(account)?;
    let actor = invitation.sender.actor.as_ref();
    if operates(context.view, account, actor, context.home) {
        return Some(Maker::Operator);
    }
    let keeps = actor.is_none() && has(account, &ServiceScopeKind::UsersWrite, context.home);
    keeps.then_some(Maker::Service)
}

/// The same for this person, and rules 2 and 12: a partner's staff make nobody a member who belongs to the partner,
/// and who lets somebody in again gives what stands behind it.
fn still_may(
    context: &Context<'_>,
    invitation: &Invitation,
    sender: &UserId,
    invited: &UserId,
) -> Result<(), Refusal> {
    may_send(context, invitation, sender)?;
    partner_must_not_make_person(context.view, sender, invited)?;
    if invitation.lift_shut_out && context.organization().is_shut_out(invited) {
        may_lift(context.view, sender, invited, context.moment.now)?;
    }
    Ok(())
}

/// Whether this person could make the invitation now, and if not, what they lack.
pub(super) fn may_send(
    context: &Context<'_>,
    invitation: &Invitation,
    sender: &UserId,
) -> Result<(), Refusal> {
    let now = context.moment.now;
    let right = OrganizationRight::ManageUsers;
    if !context.view.holds(sender, right, now) {
        return Err(Refusal::new(
            Reason::RightMissing,
            format!(
                "{} does not hold {} any more.",
                sender.resource_name(),
                right.name()
            ),
        ));
    }
    // Rule 1 is not asked of who opened a request: the operator's decision stands in its place.
    let by_request = invitation.request.is_some();
    may_hand_out(context.view, sender, &invitation.role)?;
    if let Role::Administrator(_) = invitation.role {
        must_have_room(context.view, Some(invitation), now)?;
    }
    for plan in invitation.live_plans(now) {
        if by_request {
            must_apply(context, plan, None)?;
        } else {
            could_give(context, sender, plan)?;
        }
    }
    if by_request {
        return Ok(());
    }
    invitation
        .teams
        .iter()
        .try_for_each(|team| context.view.may_put_into_team(sender, team, now))
}
