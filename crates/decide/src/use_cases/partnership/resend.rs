//! Sends a proposal again (S0-16): the older link dies, and whoever sends it is its sender from then on.

use access::View;
use domain::{Home, OrganizationId, PartnershipId, RecordName, Refusal, Sending, Timestamp};
use serde::Serialize;

use super::{existing, must_be_the_only_one, partner_of, wants};
use crate::partner_contacts::{must_be_listed, tell_of_proposal};
use crate::preconditions::{acting_user, must_be_seen};
use crate::rules::rule_01::delegation::could_give;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::invitation::expire_time;

/// Sends a proposal again, also one that has expired.
#[derive(Debug, Clone, Serialize)]
pub struct ResendProposal {
    pub organization: OrganizationId,
    pub id: PartnershipId,
    /// Until when it can be answered, where it is named.
    pub expire_time: Option<Timestamp>,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for ResendProposal {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        partner_of(view, &self.id)
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let sender = acting_user(context)?;
        let proposal = existing(context, &self.id)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(context, self.etag.as_deref(), proposal.stamp, &name)?;
        proposal.must_be_unanswered()?;
        must_be_direct(context)?;
        let entry = must_be_listed(context, &proposal.partner)?;
        must_be_the_only_one(context, &proposal.partner, Some(&self.id))?;
        for plan in proposal.live_plans(context.moment.now) {
            could_give(context, sender, plan)?;
        }
        let sending = Sending {
            sender: context.who.clone(),
            salt: context.seed.salt("partnership"),
            expire_time: expire_time(context, self.expire_time, "expire_time")?,
        };
        let proposal = proposal.resend(sending, context.moment)?;
        let mut change = context.change();
        tell_of_proposal(&mut change, &proposal, &entry);
        change.save(proposal);
        Ok(change.into())
    }
}
