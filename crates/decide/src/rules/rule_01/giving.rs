//! Does who gives hold what is given? Asked of the evaluator (`access::View::may_give`, `may_put_into_team`).

use std::collections::BTreeSet;

use access::{Gift, View};
use domain::{GrantPlan, Period, Reason, Refusal, Rights, Scope, Team, Timestamp, UserId};

use crate::use_case::Given;
use crate::use_cases::found::acting_user;
use crate::use_cases::giving::must_be_lower;

/// Whether this person may give the plan now.
pub(crate) fn may_give(given: &Given<'_>, giver: &UserId, plan: &GrantPlan) -> Result<(), Refusal> {
    given
        .view
        .may_give(giver, &gift(given, plan), given.moment.now)
}

/// A gift as the rules weigh it: future products are those after this change.
pub(crate) fn gift<'a>(given: &Given<'_>, plan: &'a GrantPlan) -> Gift<'a> {
    Gift {
        rights: &plan.rights,
        scope: &plan.scope,
        period: plan.period,
        scope_revision: given.moment.revision,
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
    let gift = Gift {
        rights: &Rights::All,
        scope: &Scope::All,
        period,
        scope_revision,
    };
    view.may_give(giver, &gift, at)
}

/// A place in a team is all that the team holds.
pub(crate) fn may_join(
    given: &Given<'_>,
    team: &Team,
    joining: &BTreeSet<UserId>,
) -> Result<(), Refusal> {
    let actor = acting_user(given)?;
    for user in joining {
        must_be_lower(given, user)?;
    }
    if joining.is_empty() {
        return Ok(());
    }
    given
        .view
        .may_put_into_team(actor, &team.id, given.moment.now)
}

/// Nobody raises themselves.
pub(crate) fn raises_self(user: &UserId, does: &str) -> Refusal {
    Refusal::new(
        Reason::RaisesSelf,
        format!("Nobody {does}: users/{user} must ask somebody else who may do it."),
    )
    .about(format!("users/{user}"))
}
