//! May this be given? The checks of everything that makes a grant or plans one (rule 1, externally managed types).

use domain::{GrantPlan, RecordName, Refusal, Subject};

use crate::grant_spec::{GrantSpec, sound};
use crate::holders::must_be_lower;
use crate::preconditions::{acting_user, must_exist};
use crate::rule::Authority;
use crate::rules::rule_01::delegation::may_give;
use crate::rules::rule_02::partnership_must_hold_grants;
use crate::use_case::Context;

/// The plan that the spec comes to, if whoever asks may give it and the catalog allows it.
pub(crate) fn plan(context: &Context<'_>, spec: &GrantSpec) -> Result<GrantPlan, Refusal> {
    let (plan, owner) = sound(context, spec)?;
    if owner.is_none() {
        may_give(context, acting_user(context)?, &plan)?;
    }
    Ok(plan)
}

/// The plan that the spec comes to, if the catalog allows it; whether anybody may give it is not asked (rule 1).
pub(crate) fn asked_for(context: &Context<'_>, spec: &GrantSpec) -> Result<GrantPlan, Refusal> {
    sound(context, spec).map(|(plan, _)| plan)
}

/// The subject is there and may hold grants: the upper roles have access by role alone, but for what the owner of an
/// externally managed type gives.
pub(crate) fn subject_must_hold_grants(
    context: &Context<'_>,
    subject: &Subject,
) -> Result<(), Refusal> {
    let by_owner = matches!(context.authority, Authority::Service(_));
    let user = match subject {
        Subject::Team(team) if by_owner => {
            return Err(Refusal::field(
                "grant.subject",
                format!(
                    "teams hold nothing on externally managed types; name the members of {}",
                    team.local_name()
                ),
            ));
        }
        Subject::Partnership(_) if by_owner => {
            return Err(Refusal::field(
                "grant.subject",
                "partnerships hold nothing on externally managed types; name the members who get it",
            ));
        }
        Subject::Partnership(id) => return partnership_must_hold_grants(context, id),
        Subject::Team(team) => {
            return must_exist(
                context,
                context.organization().team(team),
                &RecordName::team(team),
            )
            .map(drop);
        }
        Subject::Member(user) => user,
    };
    if by_owner {
        return must_exist(
            context,
            context.organization().member(user),
            &RecordName::member(user),
        )
        .map(drop);
    }
    must_be_lower(context, user)
}
