//! Takes an invitation back. Always open to who manages users (rule 9).

use access::View;
use domain::{Home, InvitationId, OrganizationId, RecordName, Refusal};
use serde::Serialize;

use super::{existing, wants};
use crate::etag::must_match;
use crate::preconditions::acting_user;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Takes an invitation back; its link is dead from then on.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawInvitation {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for WithdrawInvitation {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.invitation)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let invitation = existing(context, &self.invitation)?;
        let name = RecordName::invitation(&self.invitation).resource_name(context.home);
        must_match(self.etag.as_deref(), invitation.stamp, &name)?;
        let mut change = context.change();
        change.save(invitation.withdraw(context.moment)?);
        Ok(change.into())
    }
}
