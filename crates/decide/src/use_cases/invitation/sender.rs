//! Could whoever sent the invitation still make that change now? Acceptance carries it out only then.

use domain::{
    Caller, Invitation, OrganizationRight, Reason, Refusal, Role, ServiceAccountId,
    ServiceScopeKind, UserId,
};

use crate::grant_spec::must_apply;
use crate::rule::has;
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
    let may = match (&invitation.sender.actor, sending_account(invitation)) {
        (Some(sender), _) => still_may(context, invitation, sender, invited).is_ok(),
        (None, Some(account)) => service_still_may(context, invitation, account).is_ok(),
        (None, None) => false,
    };
    if may {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::SenderMayNoLonger,
        "Whoever sent the invitation may not make that change any more, so it is not carried out and stays open. \
         Ask the organization for a new invitation by somebody who may.",
    ))
}

/// The service account that sent the invitation by itself.
pub(super) fn sending_account(invitation: &Invitation) -> Option<&ServiceAccountId> {
    match (&invitation.sender.actor, &invitation.sender.caller) {
        (None, Caller::Service { account, .. }) => Some(account),
        (Some(_), _) | (None, Caller::CommandLine | Caller::LinkPage) => None,
    }
}

/// Whether the account could still send it: its scope, and rules 3 and 4.
fn service_still_may(
    context: &Context<'_>,
    invitation: &Invitation,
    account: &ServiceAccountId,
) -> Result<(), Refusal> {
    let scope = ServiceScopeKind::UsersWrite;
    let known = context.view.platform.service_account(account);
    if !known.is_some_and(|account| has(account, &scope, context.home)) {
        return Err(Refusal::new(
            Reason::ScopeMissing,
            format!(
                "{} does not have the scope {scope} any more.",
                account.resource_name()
            ),
        ));
    }
    may_make(context.view, Maker::Service, &invitation.role)?;
    match invitation.role {
        Role::Administrator(_) => {
            must_have_room(context.view, Some(invitation), context.moment.now)
        }
        Role::LegalRepresentative | Role::Collaborator | Role::External => Ok(()),
    }
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
