//! Takes a proposal back before it is answered (S0-16). Always open to who manages partners (rule 9).

use access::View;
use domain::{
    Home, OrganizationId, Partnership, PartnershipId, PartnershipState, RecordName, Refusal,
};
use serde::Serialize;

use super::{found, wants};
use crate::use_case::{Given, Plan, UseCase, Want};
use crate::use_cases::found::{acting_user, must_be_seen};

/// Takes a proposal back; its link is dead from then on.
#[derive(Debug, Clone, Serialize)]
pub struct WithdrawProposal {
    /// The client.
    pub organization: OrganizationId,
    /// Which.
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

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        acting_user(given)?;
        let proposal = found(given, &self.id)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(given, self.etag.as_deref(), proposal.stamp, &name)?;
        proposal.must_be_open(given.moment.now)?;
        let mut change = given.change();
        change.save(Partnership {
            state: PartnershipState::Withdrawn {
                at: given.moment.now,
            },
            stamp: proposal.stamp.touched(given.moment),
            ..proposal.clone()
        });
        Ok(change.into())
    }
}
