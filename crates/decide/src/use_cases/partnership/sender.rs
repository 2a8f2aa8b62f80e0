//! Could whoever sent the proposal still propose it now? Acceptance carries it out only then.

use domain::{GrantPlan, OrganizationRight, Partnership, Reason, Refusal, Timestamp};

use crate::use_case::Context;
use crate::use_cases::granting::could_give;

/// The grants that acceptance makes: what is over or covers nothing any more would be a grant of nothing.
pub(super) fn live_plans(
    partnership: &Partnership,
    now: Timestamp,
) -> impl Iterator<Item = &GrantPlan> {
    let counts = move |plan: &&GrantPlan| {
        plan.period.end.is_none_or(|end| now < end) && !plan.scope.is_nothing()
    };
    partnership.offered.iter().filter(counts)
}

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
            live_plans(partnership, now).all(|plan| could_give(context, sender, plan).is_ok())
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
