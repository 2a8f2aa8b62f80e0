//! What is added to a grant is its giver's, by the same way: what another adds, or through another partnership, is a
//! grant of its own, so that it is known who gave what, and with what it ends.

use access::Delegation;
use domain::{Grant, GrantPlan, Reason, RecordName, Refusal, Subject, UserId};

use crate::rules::bound::bound_to;
use crate::use_case::Context;

/// Whether the acting user may add what the grant gives after the change and did not before.
pub(crate) fn may_be(context: &Context<'_>, old: &Grant, new: &Grant) -> Result<(), Refusal> {
    let Some(actor) = context.actor() else {
        return Ok(());
    };
    let (before, after) = (Delegation::of(old), Delegation::of(new));
    context
        .view
        .may_give_added(actor, &before, &after, context.moment.now)?;
    if context.view.adds(&before, &after, context.moment.now) {
        must_be_the_same(context, actor, old)?;
    }
    Ok(())
}

/// Refuses to add to a grant that another gave, or that ends with other partnerships than what is given now.
fn must_be_the_same(context: &Context<'_>, actor: &UserId, old: &Grant) -> Result<(), Refusal> {
    let name = RecordName::grant(&old.id).resource_name(context.home);
    if let Subject::Member(user) = &old.subject {
        let member = context.organization().member(user);
        let role = member.map(|member| &member.role);
        let bound = bound_to(context.view, role, user, context.through);
        if old.bound_to() != bound {
            return Err(bound_otherwise(&name, user, &bound));
        }
    }
    if old.granted_by.actor.as_ref() == Some(actor) && old.made_through() == context.through {
        return Ok(());
    }
    let giver = old.granted_by.actor.as_ref();
    let giver = giver.map_or_else(
        || "a service".to_owned(),
        |giver| giver.resource_name().to_string(),
    );
    Err(Refusal::new(
        Reason::GivenByAnother,
        format!(
            "{name} was given by {giver}, and what is added to a grant is its giver's by the same way. What {} \
             adds is a grant of its own: make it with CreateGrant. Taking away and shortening are open.",
            actor.resource_name()
        ),
    )
    .about(name))
}

/// What a PARTNER is given ends with the partnership; a grant from before does not, so it can't carry more.
fn bound_otherwise(name: &str, user: &UserId, bound: &[domain::PartnershipId]) -> Refusal {
    let why = if bound.is_empty() {
        format!(
            "{name} ends with a partnership, and what {} is given now does not: give it by a grant of its own \
             (CreateGrant).",
            user.resource_name()
        )
    } else {
        format!(
            "{name} does not end with the partnership by which {} is one of a partner's people, and what is \
             added now does: give it by a grant of its own (CreateGrant).",
            user.resource_name()
        )
    };
    Refusal::new(Reason::GivenBeforePartnership, why).about(name)
}

/// A grant that is over is left as it is: extending it would bring back what somebody else once decided.
pub(crate) fn must_add_nothing_to_what_ended(
    context: &Context<'_>,
    old: &Grant,
    plan: &GrantPlan,
) -> Result<(), Refusal> {
    let Some(end) = old.period.ended(context.moment.now) else {
        return Ok(());
    };
    if plan.period.is_over(end) && old.names(plan) {
        return Ok(());
    }
    let name = RecordName::grant(&old.id).resource_name(context.home);
    Err(Refusal::new(
        Reason::GrantEnded,
        format!(
            "{name} ended at {end}, and nothing is added to a grant that has ended. Give it anew with CreateGrant."
        ),
    )
    .about(name))
}
