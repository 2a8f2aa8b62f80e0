//! Is this answer the partner's? They have the link, or are signed in as somebody who acts for the partner.

use access::View;
use domain::{
    Home, OrganizationId, OrganizationRight, Partnership, PartnershipId, Reason, RecordName,
    Refusal,
};

use super::{known, wants};
use crate::rules::rule_02::{acts_for, not_for_the_partner};
use crate::use_case::{Context, Want};
use crate::use_cases::invitation::{Proof, link_invalid};

/// Who has neither the link nor a name.
pub(super) fn nobody() -> Refusal {
    Refusal::new(
        Reason::ActingUserRequired,
        "Only the partner answers a proposal. Send metadata x-grantor-acting-user: users/ID, or the token of the link.",
    )
}

/// The one answer where there is nothing to answer for this caller: to whom a proposal is none of theirs, there is none.
pub(super) fn unknown(client: &OrganizationId, id: &PartnershipId, proof: &Proof) -> Refusal {
    match proof {
        Proof::Link(_) => link_invalid(),
        Proof::SignedIn => {
            let home = Home::Organization(client.clone());
            Refusal::not_found(RecordName::partnership(id).resource_name(&home))
        }
    }
}

/// What has to be read: of a proposal that is over, also whom it was for, so that they are told what became of it.
pub(super) fn wanted(home: Home, view: &View, id: &PartnershipId) -> Vec<Want> {
    let over = wants(home.clone(), view, id);
    let partner = (!over.is_empty()).then(|| Want::PartnerOf(home, id.clone()));
    over.into_iter().chain(partner).collect()
}

/// The proposal that is to be answered.
pub(super) fn answered<'a>(
    context: &Context<'a>,
    client: &OrganizationId,
    id: &PartnershipId,
    proof: &Proof,
) -> Result<&'a Partnership, Refusal> {
    let partnership = match proof {
        Proof::Link(secret) => known(context, id)
            .filter(|known| secret.opens_proposal(context.links, client, known))
            .ok_or_else(link_invalid)?,
        Proof::SignedIn => signed_in(context, id)?,
    };
    partnership.must_be_open(context.moment.now)?;
    Ok(partnership)
}

fn signed_in<'a>(context: &Context<'a>, id: &PartnershipId) -> Result<&'a Partnership, Refusal> {
    let actor = context.actor().ok_or_else(nobody)?;
    let name = RecordName::partnership(id).resource_name(context.home);
    let Some(partnership) = known(context, id) else {
        return Err(Refusal::not_found(name));
    };
    if acts_for(context, actor, &partnership.partner) {
        return Ok(partnership);
    }
    let sees = OrganizationRight::ManagePartners;
    if context.view.holds(actor, sees, context.moment.now) {
        return Err(not_for_the_partner(actor, &partnership.partner));
    }
    // To everybody else it does not exist.
    Err(Refusal::not_found(name))
}
