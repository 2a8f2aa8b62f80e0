//! Proposes a partnership to a partner of the directory (S0-5 to S0-11, S0-13, S0-14).

use access::View;
use domain::{
    Change, Home, OrganizationId, Partnership, PartnershipId, Reason, RecordName, Refusal, Sending,
    Timestamp,
};
use serde::Serialize;

use super::accept::begun;
use super::{Terms, known, must_be_the_only_one, wants};
use crate::partner_contacts::{must_be_listed, tell_of_proposal};
use crate::preconditions::acting_user;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::invitation::expire_time;

/// Proposes a partnership.
#[derive(Debug, Clone, Serialize)]
pub struct ProposePartnership {
    pub organization: OrganizationId,
    /// The id that the caller wants.
    pub id: Option<PartnershipId>,
    pub partner: OrganizationId,
    /// What it gives.
    pub terms: Terms,
    /// Until when it can be answered, where it is named.
    pub expire_time: Option<Timestamp>,
}

impl UseCase for ProposePartnership {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, _view: &View) -> Vec<OrganizationId> {
        vec![self.partner.clone()]
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        let named = self.id.iter();
        named.flat_map(|id| wants(self.home(), view, id)).collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        must_be_direct(context)?;
        if self.partner == self.organization {
            return Err(Refusal::field(
                "partnership.partner",
                "must be another organization: nobody is their own partner",
            ));
        }
        let entry = must_be_listed(context, &self.partner)?;
        must_be_the_only_one(context, &self.partner, None)?;
        let (id, partner) = (self.id(context)?, self.partner.clone());
        let offered = self.terms.plans(context, "partnership.limited.grants")?;
        let sending = Sending {
            sender: context.who.clone(),
            salt: context.seed.salt("partnership"),
            expire_time: expire_time(context, self.expire_time, "partnership.expire_time")?,
        };
        let partnership = Partnership {
            partner_revision: self.partner_revision(context),
            offered,
            ..Partnership::new(id, partner, self.terms.level(), sending, context.moment)
        };
        let mut change = context.change();
        tell_of_proposal(&mut change, &partnership, &entry);
        // A proposal that could not be carried out is refused now.
        begun(context, &partnership)?;
        change.save(partnership);
        Ok(change.into())
    }

    /// What the partner's staff will be able to do once it is accepted.
    fn foreseen(&self, context: &Context<'_>, plan: &Plan) -> Option<Vec<Change>> {
        let mut saved = plan.changes.iter().flat_map(Change::saved);
        let partnership = saved.find_map(<Partnership as domain::Noun>::of)?;
        begun(context, partnership).ok().map(|begun| vec![begun])
    }
}

impl ProposePartnership {
    /// Who is one of the partner's people from here on, and be it for a moment, counts as one.
    fn partner_revision(&self, context: &Context<'_>) -> u64 {
        let partner = context.view.others.get(&self.partner);
        partner.map_or(0, |partner| partner.revision())
    }

    fn id(&self, context: &Context<'_>) -> Result<PartnershipId, Refusal> {
        let Some(id) = &self.id else {
            return PartnershipId::parse(&context.seed.id("partnership", 0))
                .map_err(|invalid| Refusal::field("partnership_id", invalid.to_string()));
        };
        if known(context, id).is_none() {
            return Ok(id.clone());
        }
        let name = RecordName::partnership(id).resource_name(context.home);
        Err(Refusal::new(
            Reason::IdTaken,
            format!("{name} is there already, or was; ids are never used again. Choose another, or leave it out."),
        )
        .about(name))
    }
}
