//! Proposes a partnership to a partner of the directory (S0-5 to S0-11, S0-13, S0-14).

use access::View;
use domain::{
    Change, Home, OrganizationId, Partnership, PartnershipId, PartnershipState, Reason, RecordName,
    Refusal, Stamp, Timestamp,
};
use serde::Serialize;

use super::accept::begun;
use super::contacts::{must_be_listed, tell_of_proposal};
use super::{Terms, known, must_be_the_only_one, wants};
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Given, Plan, UseCase, Want};
use crate::use_cases::found::acting_user;
use crate::use_cases::invitation::expire_time;

/// Proposes a partnership.
#[derive(Debug, Clone, Serialize)]
pub struct ProposePartnership {
    /// The client.
    pub organization: OrganizationId,
    /// The id that the caller wants.
    pub id: Option<PartnershipId>,
    /// To whom.
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

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        acting_user(given)?;
        must_be_direct(given)?;
        if self.partner == self.organization {
            return Err(Refusal::field(
                "partnership.partner",
                "must be another organization: nobody is their own partner",
            ));
        }
        let entry = must_be_listed(given, &self.partner)?;
        must_be_the_only_one(given, &self.partner, None)?;
        let partnership = Partnership {
            id: self.id(given)?,
            partner: self.partner.clone(),
            partner_revision: self.partner_revision(given),
            access: self.terms.level(),
            offered: self.terms.plans(given, "partnership.limited.grants")?,
            sender: given.who.clone(),
            salt: given.draw.salt("partnership"),
            resent: Vec::new(),
            expire_time: expire_time(given, self.expire_time, "partnership.expire_time")?,
            state: PartnershipState::Invited,
            stamp: Stamp::new(given.moment),
        };
        let mut change = given.change();
        tell_of_proposal(&mut change, &partnership, &entry);
        // A proposal that could not be carried out is refused now.
        begun(given, &partnership)?;
        change.save(partnership);
        Ok(change.into())
    }

    /// What the partner's staff will be able to do once it is accepted.
    fn foreseen(&self, given: &Given<'_>, plan: &Plan) -> Option<Vec<Change>> {
        let mut saved = plan.changes.iter().flat_map(Change::saved);
        let partnership = saved.find_map(<Partnership as domain::Noun>::of)?;
        begun(given, partnership).ok().map(|begun| vec![begun])
    }
}

impl ProposePartnership {
    /// Who is one of the partner's people from here on, and be it for a moment, counts as one.
    fn partner_revision(&self, given: &Given<'_>) -> u64 {
        let partner = given.view.others.get(&self.partner);
        partner.map_or(0, |partner| partner.revision())
    }

    fn id(&self, given: &Given<'_>) -> Result<PartnershipId, Refusal> {
        let Some(id) = &self.id else {
            return PartnershipId::parse(&given.draw.id("partnership", 0))
                .map_err(|invalid| Refusal::field("partnership_id", invalid.to_string()));
        };
        if known(given, id).is_none() {
            return Ok(id.clone());
        }
        let name = RecordName::partnership(id).resource_name(given.home);
        Err(Refusal::new(
            Reason::IdTaken,
            format!("{name} is there already, or was; ids are never used again. Choose another, or leave it out."),
        )
        .about(name))
    }
}
