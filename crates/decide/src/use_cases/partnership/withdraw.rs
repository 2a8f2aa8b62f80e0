//! Takes a proposal back before it is answered (S0-16). Always open to who manages partners (rule 9).

use access::View;
use domain::{Home, OrganizationId, PartnershipId, RecordName, Refusal};
use serde::Serialize;

use super::{existing, wants};
use crate::preconditions::{acting_user, must_be_seen};
use crate::use_case::{Context, Plan, UseCase, Want};

/// Takes a proposal back; its link is dead from then on.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawProposal {
    pub organization: OrganizationId,
    pub id: PartnershipId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for WithdrawProposal {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let proposal = existing(context, &self.id)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(context, self.etag.as_deref(), proposal.stamp, &name)?;
        let mut change = context.change();
        change.save(proposal.withdraw(context.moment)?);
        Ok(change.into())
    }
}
