//! Who may hold grants and be in teams? Members of the two lower roles: the upper ones have access by role alone (S2-12).

use domain::{Reason, RecordName, Refusal, Role, UserId};

use crate::preconditions::must_exist;
use crate::use_case::Context;

/// The member is there and of a role that holds grants and is in teams.
pub(crate) fn must_be_lower(context: &Context<'_>, user: &UserId) -> Result<(), Refusal> {
    let name = RecordName::member(user);
    let member = must_exist(context, context.organization().member(user), &name)?;
    if !member.role.is_upper() {
        return Ok(());
    }
    Err(upper_role(&name.resource_name(context.home), &member.role))
}

/// The upper roles have access by role alone.
pub(crate) fn upper_role(member: &str, role: &Role) -> Refusal {
    let role = role.name();
    Refusal::new(
        Reason::UpperRoleHoldsNoGrants,
        format!(
            "{member} is {role}: that role has access by itself, holds no grants and is in no teams. \
             Change the areas, or make them a COLLABORATOR or EXTERNAL first."
        ),
    )
    .about(member)
    .with("role", role)
}
