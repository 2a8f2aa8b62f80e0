//! May this be asked for, by this member, here and now? The rules that hold when a request is opened and again when it
//! is applied. Rule 1 is not among them: the operator's decision stands in its place.

use domain::{
    GrantPlan, MemberChange, RecordName, Refusal, RequestedChange, Rights, Role, Subject, TeamId,
    UserCreation, UserId,
};

use crate::grant_spec::must_apply;
use crate::holders::upper_role;
use crate::preconditions::must_exist;
use crate::rules::rule_02::partner_must_not_make_person;
use crate::rules::rule_03::{may_change, may_hand_out};
use crate::rules::rule_11;
use crate::rules::rule_12::{may_lift, may_shut_out};
use crate::use_case::Context;
use crate::use_cases::grant::externally_managed;
use crate::use_cases::member::named;

/// Rules 2, 3 and 12, asked of `asker`; and that all it names is there and fits together.
pub(super) fn may_ask(
    context: &Context<'_>,
    asker: &UserId,
    wanted: &RequestedChange,
) -> Result<(), Refusal> {
    match wanted {
        RequestedChange::CreateUser(creation) => may_create(context, asker, creation),
        RequestedChange::ChangeMember(change) => may_change_so(context, asker, change),
        RequestedChange::DeactivateMember { member, .. } => {
            may_change(context.view, asker, named(context, member)?)?;
            may_shut_out(context.view, asker, member)
        }
        RequestedChange::ReactivateMember { member } => {
            let target = named(context, member)?;
            may_change(context.view, asker, target)?;
            if target.is_active() {
                return Ok(());
            }
            may_lift(context.view, asker, member, context.moment.now)
        }
        RequestedChange::RaiseAdministratorLimit { .. } => Ok(()),
    }
}

fn may_create(
    context: &Context<'_>,
    asker: &UserId,
    creation: &UserCreation,
) -> Result<(), Refusal> {
    may_hand_out(context.view, asker, &creation.role)?;
    if creation.role.is_upper() && !(creation.grants.is_empty() && creation.teams.is_empty()) {
        return Err(upper_role("The new user", &creation.role));
    }
    may_be_given(context, &creation.grants)?;
    teams_are_there(context, &creation.teams)
}

fn may_change_so(
    context: &Context<'_>,
    asker: &UserId,
    change: &MemberChange,
) -> Result<(), Refusal> {
    let target = named(context, &change.member)?;
    if let Some(role) = &change.role {
        may_change(context.view, asker, target)?;
        may_hand_out(context.view, asker, role)?;
        if target.role == Role::External && *role != Role::External {
            partner_must_not_make_person(context.view, asker, &target.user)?;
        }
    }
    let role: &Role = change.role.as_ref().unwrap_or(&target.role);
    if role.is_upper() && !(change.add_grants.is_empty() && change.add_teams.is_empty()) {
        let name = RecordName::member(&change.member).resource_name(context.home);
        return Err(upper_role(&name, role));
    }
    may_be_given(context, &change.add_grants)?;
    may_be_removed(context, change)?;
    teams_are_there(context, &change.add_teams)?;
    teams_are_there(context, &change.remove_teams)
}

fn may_be_given(context: &Context<'_>, plans: &[GrantPlan]) -> Result<(), Refusal> {
    let now = context.moment.now;
    plans.iter().try_for_each(|plan| {
        if let Some(end) = plan.period.ended(now) {
            let field = "change_request.grants.expire_time";
            return Err(Refusal::field(field, format!("is over: it was {end}")));
        }
        names_no_managed_right(context, plan)?;
        must_apply(context, plan, None)
    })
}

/// Whatever the scope: a right of a type that another system manages is not this organization's to ask for.
fn names_no_managed_right(context: &Context<'_>, plan: &GrantPlan) -> Result<(), Refusal> {
    let Rights::Listed { rights, .. } = &plan.rights else {
        return Ok(());
    };
    rights.iter().try_for_each(|number| {
        let named = context.view.platform.right(*number);
        let managed = named.and_then(|(of, _)| Some((of, of.managing_system.as_ref()?)));
        match managed {
            Some((of, system)) => Err(rule_11::externally_managed(of, system.as_str())),
            None => Ok(()),
        }
    })
}

/// The grants are the member's own, and not those of another system.
fn may_be_removed(context: &Context<'_>, change: &MemberChange) -> Result<(), Refusal> {
    let subject = Subject::Member(change.member.clone());
    change.remove_grants.iter().try_for_each(|id| {
        let grant = context.organization().grant(id);
        let own = grant.filter(|grant| grant.subject == subject);
        let grant = must_exist(context, own, &RecordName::grant(id))?;
        if grant.by_owner {
            return Err(externally_managed(context, &grant));
        }
        Ok(())
    })
}

fn teams_are_there(context: &Context<'_>, teams: &[TeamId]) -> Result<(), Refusal> {
    teams.iter().try_for_each(|id| {
        must_exist(
            context,
            context.organization().team(id),
            &RecordName::team(id),
        )
        .map(drop)
    })
}
