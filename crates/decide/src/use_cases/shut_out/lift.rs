//! Lets somebody in again who is shut out and no member.

use domain::{Home, OrganizationId, RecordName, Refusal, UserId};
use serde::Serialize;

use crate::preconditions::{acting_user, found_as_seen};
use crate::rules::rule_09::must_be_direct;
use crate::rules::rule_12::{is_a_member, may_lift};
use crate::use_case::{Context, Plan, UseCase};

/// Lifts that somebody is shut out, which gives what stands behind it.
#[derive(Debug, Clone, Serialize)]
pub struct LiftShutOut {
    /// Of which organization.
    pub organization: OrganizationId,
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for LiftShutOut {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        let actor = acting_user(context)?;
        let here = context.organization();
        if here.member(&self.user).is_some() {
            let member = RecordName::member(&self.user).resource_name(context.home);
            return Err(is_a_member(&member, "ReactivateMember"));
        }
        let name = RecordName::shut_out(&self.user);
        let known = here.shut_out(&self.user);
        let known = found_as_seen(context, known, &name, self.etag.as_deref(), |known| {
            known.stamp
        })?;
        may_lift(context.view, actor, &self.user, context.moment.now)?;
        let mut change = context.change();
        change.remove_and_show(known.as_ref().clone());
        change.outcome.about = Some(name);
        Ok(change.into())
    }
}
