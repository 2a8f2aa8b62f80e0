//! Could whoever sent the invitation still make that change now? Acceptance carries it out only then.

use domain::{Invitation, OrganizationRight, Reason, Refusal, Role, UserId};

use super::live_plans;
use crate::rules::rule_02::may_make_person;
use crate::rules::rule_03::may_hand_out;
use crate::rules::rule_04::must_have_room;
use crate::rules::rule_12::may_lift;
use crate::use_case::Given;
use crate::use_cases::giving::{could_give, must_apply};

/// Judges the sender as for making the change now: `manage_users` and rules 1, 2, 3 and 4. What exactly the sender
/// lacks is not told to the invited person, who is an outsider still.
pub(super) fn must_still_may(
    given: &Given<'_>,
    invitation: &Invitation,
    invited: &UserId,
) -> Result<(), Refusal> {
    let sender = invitation.sender.actor.as_ref();
    if sender.is_some_and(|sender| still_may(given, invitation, sender, invited).is_ok()) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::SenderMayNoLonger,
        "Whoever sent the invitation may not make that change any more, so it is not carried out and stays open. \
         Ask the organization for a new invitation by somebody who may.",
    ))
}

/// The same for this person, and rules 2 and 12: a partner's staff make nobody a member who belongs to the partner,
/// and who lets somebody in again gives what stands behind it.
fn still_may(
    given: &Given<'_>,
    invitation: &Invitation,
    sender: &UserId,
    invited: &UserId,
) -> Result<(), Refusal> {
    may_send(given, invitation, sender)?;
    may_make_person(given.view, sender, invited)?;
    if invitation.lift_shut_out && given.organization().is_shut_out(invited) {
        may_lift(given.view, sender, invited, given.moment.now)?;
    }
    Ok(())
}

/// Whether this person could make the invitation now, and if not, what they lack.
pub(super) fn may_send(
    given: &Given<'_>,
    invitation: &Invitation,
    sender: &UserId,
) -> Result<(), Refusal> {
    let now = given.moment.now;
    let right = OrganizationRight::ManageUsers;
    if !given.view.holds(sender, right, now) {
        return Err(Refusal::new(
            Reason::RightMissing,
            format!("users/{sender} does not hold {} any more.", right.name()),
        ));
    }
    // Rule 1 is not asked of who opened a request: the operator's decision stands in its place.
    let by_request = invitation.request.is_some();
    may_hand_out(given.view, sender, &invitation.role)?;
    if let Role::Administrator(_) = invitation.role {
        must_have_room(given.view, Some(invitation), now)?;
    }
    for plan in live_plans(invitation, now) {
        if by_request {
            must_apply(given, plan, None)?;
        } else {
            could_give(given, sender, plan)?;
        }
    }
    if by_request {
        return Ok(());
    }
    invitation
        .teams
        .iter()
        .try_for_each(|team| given.view.may_put_into_team(sender, team, now))
}
