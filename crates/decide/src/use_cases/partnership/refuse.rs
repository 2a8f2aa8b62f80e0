//! The partner says no, for good.

use access::View;
use domain::{Home, OrganizationId, PartnershipId, Refusal, Who};
use serde::Serialize;

use super::answer::{answered, nobody, unknown, wanted};
use super::partner_of;
use crate::link::Link;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::invitation::{Proof, must_be_somebody};

/// Refuses a proposal. Always open (rule 9).
#[derive(Debug, Clone, Serialize)]
pub struct RefuseProposal {
    pub client: OrganizationId,
    pub partnership: PartnershipId,
    /// What shows that the partner answers.
    pub proof: Proof,
}

impl UseCase for RefuseProposal {
    fn home(&self) -> Home {
        Home::Organization(self.client.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        partner_of(view, &self.partnership)
    }

    fn open_to_shut_out(&self) -> bool {
        true
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wanted(self.home(), view, &self.partnership)
    }

    fn must_be_asked_by(&self, who: &Who) -> Result<(), Refusal> {
        must_be_somebody(&self.proof, who, nobody)
    }

    fn link(&self) -> Option<Link<'_>> {
        let secret = self.proof.secret()?;
        Some(Link::Proposal(&self.client, &self.partnership, secret))
    }

    fn unknown(&self) -> Option<Refusal> {
        Some(unknown(&self.client, &self.partnership, &self.proof))
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let proposal = answered(context, &self.client, &self.partnership, &self.proof)?;
        let mut change = context.change();
        change.save(proposal.decline(context.moment)?);
        Ok(change.into())
    }
}
