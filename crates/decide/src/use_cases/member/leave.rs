//! A member goes: taken out by somebody, or by themselves. Grants and team memberships go along (rule 10).

use domain::{Home, OrganizationId, Refusal, UserId};
use serde::Serialize;

use super::{acting_member, doing};
use crate::rules::rule_05::must_keep_representative;
use crate::rules::rule_09::must_be_direct;
use crate::rules::rule_10::take_out;
use crate::use_case::{Context, Plan, UseCase};

/// Takes a member out of the organization; the account stays (rule 7).
#[derive(Debug, Clone, Serialize)]
pub struct RemoveMember {
    pub organization: OrganizationId,
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// The acting user leaves. Always open to everybody but the last active legal representative.
#[derive(Debug, Clone, Serialize)]
pub struct LeaveOrganization {
    pub organization: OrganizationId,
}

impl UseCase for RemoveMember {
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
        doing.remove()?;
        Ok(take_out(context, &self.organization, doing.target).into())
    }
}

impl UseCase for LeaveOrganization {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn open_to_shut_out(&self) -> bool {
        true
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let leaving = acting_member(context)?;
        must_keep_representative(context.view, leaving)?;
        Ok(take_out(context, &self.organization, leaving).into())
    }
}
