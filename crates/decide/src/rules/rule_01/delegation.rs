//! Does who gives hold what is given? Asked of the evaluator (`access::View::may_give`, `may_put_into_team`).

use std::collections::BTreeSet;

use access::{Delegation, View};
use domain::{GrantPlan, Period, Reason, Refusal, Rights, Scope, Team, Timestamp, UserId};

use crate::grant_spec::must_apply;
use crate::holders::must_be_lower;
use crate::preconditions::acting_user;
use crate::use_case::Context;

/// Whether this person may give the plan now.
pub(crate) fn may_give(
    context: &Context<'_>,
    giver: &UserId,
    plan: &GrantPlan,
) -> Result<(), Refusal> {
    context
        .view
        .may_give(giver, &delegation(context, plan), context.moment.now)
}

/// A delegation as the rules weigh it: future products are those after this change.
pub(crate) fn delegation<'a>(context: &Context<'_>, plan: &'a GrantPlan) -> Delegation<'a> {
    Delegation {
        rights: &plan.rights,
        scope: &plan.scope,
        period: plan.period,
        scope_revision: context.moment.revision,
    }
}

/// Whether the giver may give every right on all products, now and later.
pub(crate) fn may_give_everything(
    view: &View,
    giver: &UserId,
    at: Timestamp,
) -> Result<(), Refusal> {
    let scope_revision = view.organization.revision().saturating_add(1);
    let period = Period::default();
    let delegation = Delegation {
        rights: &Rights::All,
        scope: &Scope::All,
        period,
        scope_revision,
    };
    view.may_give(giver, &delegation, at)
}

/// A place in a team is all that the team holds.
pub(crate) fn may_join(
    context: &Context<'_>,
    team: &Team,
    joining: &BTreeSet<UserId>,
) -> Result<(), Refusal> {
    let actor = acting_user(context)?;
    for user in joining {
        must_be_lower(context, user)?;
    }
    if joining.is_empty() {
        return Ok(());
    }
    context
        .view
        .may_put_into_team(actor, &team.id, context.moment.now)
}

/// Nobody raises themselves.
pub(crate) fn raises_self(user: &UserId, does: &str) -> Refusal {
    Refusal::new(
        Reason::RaisesSelf,
        format!(
            "Nobody {does}: {} must ask somebody else who may do it.",
            user.resource_name()
        ),
    )
    .about(user.resource_name())
}

/// Whether this person could give the plan now: what acceptance asks about whoever sent it.
pub(crate) fn could_give(
    context: &Context<'_>,
    giver: &UserId,
    plan: &GrantPlan,
) -> Result<(), Refusal> {
    must_apply(context, plan, None)?;
    may_give(context, giver, plan)
}
