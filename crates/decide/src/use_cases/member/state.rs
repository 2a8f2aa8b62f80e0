//! Stops a member in this organization, or lets them act again (S3-20).

use access::View;
use domain::{Change, Home, Member, OrganizationId, RecordName, Refusal, UserId};
use serde::Serialize;

use super::doing;
use crate::rules::rule_09::must_be_direct;
use crate::taking::takes_from;
use crate::use_case::{Context, Plan, UseCase};

/// Stops a member here; grants and teams stay, asleep (rule 10).
#[derive(Debug, Clone, Serialize)]
pub struct DeactivateMember {
    pub organization: OrganizationId,
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// Lets a member act here again, with what they have by then.
#[derive(Debug, Clone, Serialize)]
pub struct ReactivateMember {
    pub organization: OrganizationId,
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for DeactivateMember {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        let doing = doing(
            context,
            &self.organization,
            &self.user,
            self.etag.as_deref(),
        )?;
        doing.deactivate()?;
        let mut change = saved(doing.target.deactivate(context.moment), &self.user, context);
        takes_from(&mut change, &self.organization, &self.user);
        Ok(change.into())
    }
}

impl UseCase for ReactivateMember {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        view.clients_of_person(&self.user)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        let doing = doing(
            context,
            &self.organization,
            &self.user,
            self.etag.as_deref(),
        )?;
        doing.reactivate()?;
        let awake = doing.target.reactivate(context.moment);
        Ok(saved(awake, &self.user, context).into())
    }
}

/// One who is in the state already stays as they are.
fn saved(member: Option<Member>, user: &UserId, context: &Context<'_>) -> Change {
    let mut change = context.change();
    change.outcome.about = Some(RecordName::member(user));
    if let Some(member) = member {
        change.save(member);
    }
    change
}
