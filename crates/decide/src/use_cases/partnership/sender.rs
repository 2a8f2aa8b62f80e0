//! Could whoever sent the proposal still propose it now? Acceptance carries it out only then.

use domain::{OrganizationRight, Partnership, Reason, Refusal};

use crate::rules::rule_01::delegation::could_give;
use crate::use_case::Context;

/// Judges the sender as for proposing it now: `manage_partners`, and rule 1 for each grant. What exactly the sender
/// lacks is not told to the partner, who is an outsider still.
pub(super) fn must_still_may(
    context: &Context<'_>,
    partnership: &Partnership,
) -> Result<(), Refusal> {
    let now = context.moment.now;
    let right = OrganizationRight::ManagePartners;
    let sender = partnership.sender.actor.as_ref();
    let may = sender
        .filter(|sender| context.view.holds(sender, right, now))
        .is_some_and(|sender| {
            let mut plans = partnership.live_plans(now);
            plans.all(|plan| could_give(context, sender, plan).is_ok())
        });
    if may {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::SenderMayNoLonger,
        "Whoever sent the proposal may not make that change any more, so it is not carried out and stays open. \
         Ask the client to have it sent again by somebody who may.",
    ))
}
