//! The invited person says no, for good.

use access::View;
use domain::{Home, InvitationId, OrganizationId, Refusal, Who};
use serde::Serialize;

use super::link::{answered, must_be_somebody, nobody, unknown};
use super::{Proof, wants};
use crate::link::Link;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Refuses an invitation. Always open (rule 9).
#[derive(Debug, Clone, Serialize)]
pub struct RefuseInvitation {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
    /// What shows that it is theirs.
    pub proof: Proof,
}

impl UseCase for RefuseInvitation {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn open_to_shut_out(&self) -> bool {
        true
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.invitation)
    }

    fn must_be_asked_by(&self, who: &Who) -> Result<(), Refusal> {
        must_be_somebody(&self.proof, who, nobody)
    }

    fn link(&self) -> Option<Link<'_>> {
        let secret = self.proof.secret()?;
        Some(Link::Invitation(
            &self.organization,
            &self.invitation,
            secret,
        ))
    }

    fn unknown(&self) -> Option<Refusal> {
        Some(unknown(&self.organization, &self.invitation, &self.proof))
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let (invitation, _) = answered(context, &self.organization, &self.invitation, &self.proof)?;
        let mut change = context.change();
        change.save(invitation.refuse(context.moment)?);
        Ok(change.into())
    }
}
