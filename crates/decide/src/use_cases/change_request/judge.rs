//! May this be asked for, by this member, here and now? The rules that hold when a request is opened and again when it
//! is applied. Rule 1 is not among them: the operator's decision stands in its place.

use domain::{
    GrantPlan, MemberChange, RecordName, Refusal, RequestedChange, Rights, Role, Subject, TeamId,
    UserCreation, UserId,
};

use crate::rules::rule_02::may_make_person;
use crate::rules::rule_03::{may_change, may_hand_out};
use crate::rules::rule_11;
use crate::rules::rule_12::{may_lift, may_shut_out};
use crate::use_case::Given;
use crate::use_cases::found::found;
use crate::use_cases::giving::{must_apply, upper_role};
use crate::use_cases::grant::externally_managed;
use crate::use_cases::member::named;

/// Rules 2, 3 and 12, asked of `asker`; and that all it names is there and fits together.
pub(super) fn may_ask(
    given: &Given<'_>,
    asker: &UserId,
    wanted: &RequestedChange,
) -> Result<(), Refusal> {
    match wanted {
        RequestedChange::CreateUser(creation) => may_create(given, asker, creation),
        RequestedChange::ChangeMember(change) => may_change_so(given, asker, change),
        RequestedChange::DeactivateMember { member, .. } => {
            may_change(given.view, asker, named(given, member)?)?;
            may_shut_out(given.view, asker, member)
        }
        RequestedChange::ReactivateMember { member } => {
            let target = named(given, member)?;
            may_change(given.view, asker, target)?;
            if target.is_active() {
                return Ok(());
            }
            may_lift(given.view, asker, member, given.moment.now)
        }
        RequestedChange::RaiseAdministratorLimit { .. } => Ok(()),
    }
}

fn may_create(given: &Given<'_>, asker: &UserId, creation: &UserCreation) -> Result<(), Refusal> {
    may_hand_out(given.view, asker, &creation.role)?;
    if creation.role.is_upper() && !(creation.grants.is_empty() && creation.teams.is_empty()) {
        return Err(upper_role("The new user", &creation.role));
    }
    may_be_given(given, &creation.grants)?;
    teams_are_there(given, &creation.teams)
}

fn may_change_so(given: &Given<'_>, asker: &UserId, change: &MemberChange) -> Result<(), Refusal> {
    let target = named(given, &change.member)?;
    if let Some(role) = &change.role {
        may_change(given.view, asker, target)?;
        may_hand_out(given.view, asker, role)?;
        if target.role == Role::External && *role != Role::External {
            may_make_person(given.view, asker, &target.user)?;
        }
    }
    let role: &Role = change.role.as_ref().unwrap_or(&target.role);
    if role.is_upper() && !(change.add_grants.is_empty() && change.add_teams.is_empty()) {
        let name = RecordName::member(&change.member).resource_name(given.home);
        return Err(upper_role(&name, role));
    }
    may_be_given(given, &change.add_grants)?;
    may_be_removed(given, change)?;
    teams_are_there(given, &change.add_teams)?;
    teams_are_there(given, &change.remove_teams)
}

fn may_be_given(given: &Given<'_>, plans: &[GrantPlan]) -> Result<(), Refusal> {
    let now = given.moment.now;
    plans.iter().try_for_each(|plan| {
        if let Some(end) = plan.period.end.filter(|end| *end <= now) {
            let field = "change_request.grants.expire_time";
            return Err(Refusal::field(field, format!("is over: it was {end}")));
        }
        names_no_managed_right(given, plan)?;
        must_apply(given, plan, None)
    })
}

/// Whatever the scope: a right of a type that another system manages is not this organization's to ask for.
fn names_no_managed_right(given: &Given<'_>, plan: &GrantPlan) -> Result<(), Refusal> {
    let Rights::Listed { rights, .. } = &plan.rights else {
        return Ok(());
    };
    rights.iter().try_for_each(|number| {
        let named = given.view.platform.right(*number);
        let managed = named.and_then(|(of, _)| Some((of, of.managing_system.as_ref()?)));
        match managed {
            Some((of, system)) => Err(rule_11::externally_managed(of, system.as_str())),
            None => Ok(()),
        }
    })
}

/// The grants are the member's own, and not those of another system.
fn may_be_removed(given: &Given<'_>, change: &MemberChange) -> Result<(), Refusal> {
    let subject = Subject::Member(change.member.clone());
    change.remove_grants.iter().try_for_each(|id| {
        let grant = given.organization().grant(id);
        let own = grant.filter(|grant| grant.subject == subject);
        let grant = found(given, own, &RecordName::grant(id))?;
        if grant.by_owner {
            return Err(externally_managed(given, grant));
        }
        Ok(())
    })
}

fn teams_are_there(given: &Given<'_>, teams: &[TeamId]) -> Result<(), Refusal> {
    teams.iter().try_for_each(|id| {
        found(given, given.organization().team(id), &RecordName::team(id)).map(drop)
    })
}
