//! The partner accepts: from then on its staff has what the proposal says, in one change (S0-12, S0-15).

use access::View;
use domain::{
    Change, Home, OrganizationId, Partnership, PartnershipId, Refusal, Subject, UserId, Who,
};
use serde::Serialize;

use super::answer::{answered, nobody, unknown, wanted};
use super::partner_of;
use super::sender::must_still_may;
use crate::grant_spec::new_grant;
use crate::link::Link;
use crate::partner_contacts::must_be_listed;
use crate::rules::rule_09::policy_must_be_open;
use crate::use_case::{Author, Context, Facts, Plan, UseCase, Want};
use crate::use_cases::invitation::{Proof, must_be_somebody};

/// Accepts a proposal.
#[derive(Debug, Clone, Serialize)]
pub struct AcceptProposal {
    pub client: OrganizationId,
    pub partnership: PartnershipId,
    /// What shows that the partner answers.
    pub proof: Proof,
}

impl UseCase for AcceptProposal {
    fn home(&self) -> Home {
        Home::Organization(self.client.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        partner_of(view, &self.partnership)
    }

    fn rests_on(&self, view: &View) -> Vec<UserId> {
        let proposal = view.organization.partnership(&self.partnership);
        let sender = proposal.and_then(|proposal| proposal.sender.actor.clone());
        sender.into_iter().collect()
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wanted(self.home(), view, &self.partnership)
    }

    fn author(&self, view: &View, _facts: &Facts) -> Author {
        Author::Other(self.rests_on(view).into_iter().next())
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
        policy_must_be_open(context.view)?;
        must_be_listed(context, &proposal.partner)?;
        must_still_may(context, proposal)?;
        begun(context, proposal).map(Plan::from)
    }
}

/// The partnership in force, with the grants that it holds.
pub(super) fn begun(context: &Context<'_>, proposal: &Partnership) -> Result<Change, Refusal> {
    let mut change = context.change();
    change.save(proposal.accept(context.moment)?);
    let subject = Subject::Partnership(proposal.id.clone());
    let plans = proposal.live_plans(context.moment.now).cloned();
    for plan in plans.enumerate() {
        change.save(new_grant(context, &subject, plan, &proposal.sender)?);
    }
    Ok(change)
}
