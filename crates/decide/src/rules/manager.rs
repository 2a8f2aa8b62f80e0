//! As what does somebody manage users: by which role of their own, or as staff of a full partner? Rules 2, 3 and 12 ask it.

use access::View;
use domain::{Areas, OrganizationRight, Reason, Refusal, Role, UserId};

/// As what somebody manages users here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manager<'a> {
    /// Everything is theirs to hand out.
    Representative,
    /// What their own areas contain.
    Administrator(&'a Areas),
    /// Staff of a full partner: the two lower roles only.
    Partner,
}

/// As what the actor manages users; refuses who does not. Their own membership comes before a partnership.
pub(crate) fn manager<'a>(view: &'a View, actor: &UserId) -> Result<Manager<'a>, Refusal> {
    let through = view.acts_through(actor, OrganizationRight::ManageUsers);
    match view.organization.member(actor).map(|member| &member.role) {
        Some(Role::LegalRepresentative) => Ok(Manager::Representative),
        _ if !through.is_empty() => Ok(Manager::Partner),
        Some(Role::Administrator(areas)) => Ok(Manager::Administrator(areas)),
        other => Err(Refusal::new(
            Reason::RightMissing,
            format!(
                "Members are managed by legal representatives, administrators with USER_RIGHTS and staff of a full \
                 partner; {} is {}.",
                actor.resource_name(),
                other.map_or("none of these", Role::name)
            ),
        )
        .with("right", "manage_users")),
    }
}
