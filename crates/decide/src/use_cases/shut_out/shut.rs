//! Shuts out somebody who is no member: one of a partner's people.

use domain::{Home, Latch, OrganizationId, RecordName, Refusal, ShutOut, Stamp, UserId};
use serde::Serialize;

use crate::preconditions::acting_user;
use crate::rules::rule_12::{is_a_member, must_be_a_partners, must_manage_themselves};
use crate::use_case::{Context, Plan, UseCase};

/// Shuts out one of a partner's people. Always open (rule 9).
#[derive(Debug, Clone, Serialize)]
pub struct ShutOutUser {
    /// Of which organization.
    pub organization: OrganizationId,
    pub user: UserId,
}

impl UseCase for ShutOutUser {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_manage_themselves(context, acting_user(context)?)?;
        let here = context.organization();
        let name = RecordName::member(&self.user);
        if here.member(&self.user).is_some() {
            let member = name.resource_name(context.home);
            return Err(is_a_member(&member, "DeactivateMember"));
        }
        let mut change = context.change();
        change.outcome.about = Some(RecordName::shut_out(&self.user));
        // One who is shut out already stays so.
        if here.shut_out(&self.user).is_some() {
            return Ok(change.into());
        }
        must_be_a_partners(context, &self.organization, &self.user)?;
        change.save(ShutOut {
            user: self.user.clone(),
            stamp: Stamp::new(context.moment),
        });
        // Who is no member is latched as a person: what they write for the partner meanwhile rests on it too.
        change.takes_from.push(Latch::User(self.user.clone()));
        Ok(change.into())
    }
}
