//! Shuts out somebody who is no member: one of a partner's people.

use domain::{
    Home, Latch, OrganizationId, OrganizationRight, Reason, RecordName, Refusal, ShutOut, Stamp,
    UserId,
};
use serde::Serialize;

use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::found::acting_user;

/// Shuts out one of a partner's people. Always open (rule 9).
#[derive(Debug, Clone, Serialize)]
pub struct ShutOutUser {
    /// Of which organization.
    pub organization: OrganizationId,
    /// Whom.
    pub user: UserId,
}

impl UseCase for ShutOutUser {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        must_manage_themselves(given, acting_user(given)?)?;
        let here = given.organization();
        let name = RecordName::member(&self.user);
        if here.member(&self.user).is_some() {
            let member = name.resource_name(given.home);
            return Err(super::lift::is_a_member(&member, "DeactivateMember"));
        }
        let mut change = given.change();
        change.outcome.about = Some(RecordName::shut_out(&self.user));
        // One who is shut out already stays so.
        if here.shut_out(&self.user).is_some() {
            return Ok(change.into());
        }
        if given.view.partnerships_reaching(&self.user).is_empty() {
            return Err(nobody_here(&self.organization, &self.user));
        }
        change.save(ShutOut {
            user: self.user.clone(),
            stamp: Stamp::new(given.moment),
        });
        // Who is no member is latched as a person: what they write for the partner meanwhile rests on it too.
        change.takes_from.push(Latch::User(self.user.clone()));
        Ok(change.into())
    }
}

/// By their own role, not as somebody's staff.
fn must_manage_themselves(given: &Given<'_>, actor: &UserId) -> Result<(), Refusal> {
    let right = OrganizationRight::ManageUsers;
    let own = given.organization().member(actor);
    if own.is_some_and(|member| right.comes_with(&member.role)) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership nobody shuts out who is no member: users/{actor} does not hold {} by a role of \
             their own. It comes with: {}.",
            right.name(),
            right.held_by()
        ),
    )
    .with("right", right.name()))
}

/// The same words whether there is such a user or not.
fn nobody_here(organization: &OrganizationId, user: &UserId) -> Refusal {
    let name = format!("users/{user}");
    Refusal::new(
        Reason::NotFound,
        format!(
            "{name} is neither a member of organizations/{organization} nor one of the people of an active partner of \
             it, so there is nobody to shut out."
        ),
    )
    .about(name)
}
