//! Partnerships: a client proposes, the partner answers, the client changes what is given, either side ends it.

mod accept;
mod answer;
mod end;
mod mandate;
mod propose;
mod refuse;
mod resend;
mod sender;
mod take_back;
mod terms;
mod wallet;
mod withdraw;

use access::View;
use domain::{Home, OrganizationId, Partnership, PartnershipId, Reason, RecordName, Refusal};

use crate::use_case::{Context, Want};

pub use accept::AcceptProposal;
pub use end::TerminatePartnership;
pub use mandate::ChangeMandate;
pub use propose::ProposePartnership;
pub use refuse::RefuseProposal;
pub use resend::ResendProposal;
pub use take_back::{MOST_TAKEN_BACK, TakeBackMadeThings, WhichMade};
pub use terms::Terms;
pub use wallet::SwitchWallet;
pub use withdraw::WithdrawProposal;

/// The partner of a partnership that memory keeps: its home has the contacts, and who acts for it.
fn partner_of(view: &View, id: &PartnershipId) -> Vec<OrganizationId> {
    let partnership = view.organization.partnership(id);
    partnership
        .map(|partnership| partnership.partner.clone())
        .into_iter()
        .collect()
}

/// Memory keeps the live ones; one that is over is read, so that its state can be told.
fn wants(home: Home, view: &View, id: &PartnershipId) -> Vec<Want> {
    match view.organization.partnership(id) {
        Some(_) => Vec::new(),
        None => vec![Want::Record(home, RecordName::partnership(id))],
    }
}

/// The partnership in whatever state.
fn known<'a>(context: &Context<'a>, id: &PartnershipId) -> Option<&'a Partnership> {
    let (view, facts) = (context.view, context.facts);
    let live = view.organization.partnership(id).map(AsRef::as_ref);
    live.or_else(|| facts.record(context.home, &RecordName::partnership(id)))
}

/// The same, or NOT_FOUND.
fn existing<'a>(context: &Context<'a>, id: &PartnershipId) -> Result<&'a Partnership, Refusal> {
    known(context, id)
        .ok_or_else(|| Refusal::not_found(RecordName::partnership(id).resource_name(context.home)))
}

/// At most one live proposal or partnership for a client and a partner.
fn must_be_the_only_one(
    context: &Context<'_>,
    partner: &OrganizationId,
    but: Option<&PartnershipId>,
) -> Result<(), Refusal> {
    let now = context.moment.now;
    let mut others = context.organization().partnerships();
    let live = others
        .find(|other| other.partner == *partner && other.is_live(now) && but != Some(&other.id));
    let Some(live) = live else {
        return Ok(());
    };
    let name = RecordName::partnership(&live.id).resource_name(context.home);
    let (is, instead) = if live.is_active() {
        ("is active", "Change what it gives (ChangeMandate) instead")
    } else {
        ("waits for an answer", "Send it again, or withdraw it first")
    };
    Err(Refusal::new(
        Reason::PartnershipLive,
        format!(
            "{name} with {} {is}; there is at most one. {instead}.",
            partner.partner_name()
        ),
    )
    .about(name))
}
