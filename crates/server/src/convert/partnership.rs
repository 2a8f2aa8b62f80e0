//! Partnerships on the wire.

use app::Done;
use app::access::PlatformState;
use app::queries::list::Listing;
use app::queries::partnership::{
    ListPartnerships, ListedPartnerships, PartnershipStage, SeenPartnership, ViewedProposal,
};
use decide::use_cases::partnership::{
    ChangeMandate, ProposePartnership, ResendProposal, SwitchWallet, TerminatePartnership, Terms,
};
use domain::{
    AccessLevel, Kind, Member, Note, OrganizationId, Partnership, PartnershipId, PartnershipState,
    Side, Timestamp,
};
use grantor::v1;

use super::done::organization;
use super::edit::seen;
use super::invitation::{offered, offered_to_proto};
use super::list::{bounded, each};
use super::time::proto;
use crate::fields::{Fields, Parent, Parse};

/// The most grants in one mandate.
const MAX_GRANTS: usize = 100;
/// The most states in one question: all there are.
const MAX_STATES: usize = 6;
/// The states that a list can be asked for.
const STATES: &str = "PARTNERSHIP_STATE_INVITED, PARTNERSHIP_STATE_ACTIVE, PARTNERSHIP_STATE_DECLINED, \
                      PARTNERSHIP_STATE_WITHDRAWN, PARTNERSHIP_STATE_EXPIRED, PARTNERSHIP_STATE_TERMINATED";

impl Parse for v1::ProposePartnershipRequest {
    type Command = ProposePartnership;

    fn parse(self, fields: &mut Fields) -> Option<ProposePartnership> {
        use v1::partnership::Access;
        let organization = fields.organization("parent", &self.parent);
        let id = fields.optional_id("partnership_id", &self.partnership_id, PartnershipId::parse);
        let wire = fields.required("partnership", self.partnership)?;
        let partner = fields.partner("partnership.partner", &wire.partner);
        let home = organization.as_ref();
        let terms = match wire.access {
            Some(Access::Limited(wire)) => limited(fields, "partnership.limited", wire, home),
            Some(Access::Full(wire)) => full(fields, "partnership.full", wire),
            None => no_access(fields, "partnership.access"),
        };
        let expire_time = fields.timestamp("partnership.expire_time", wire.expire_time);
        Some(ProposePartnership {
            organization: organization?,
            id: id?,
            partner: partner?,
            terms: terms?,
            expire_time: expire_time?,
        })
    }
}

fn limited(
    fields: &mut Fields,
    field: &str,
    wire: v1::LimitedMandate,
    organization: Parent<'_>,
) -> Option<Terms> {
    let field = format!("{field}.grants");
    bounded(fields, &field, &wire.grants, 1..=MAX_GRANTS)?;
    each(fields, &field, wire.grants, |fields, field, wire| {
        // Scope `all` is none of a LIMITED mandate, so there is nothing to acknowledge.
        offered(fields, field, wire, organization, true)
    })
    .map(Terms::Limited)
}

fn full(fields: &mut Fields, field: &str, wire: v1::FullMandate) -> Option<Terms> {
    let field = format!("{field}.wallet_entrusted");
    wallet(fields, &field, wire.wallet_entrusted)
        .map(|wallet_entrusted| Terms::Full { wallet_entrusted })
}

fn wallet(fields: &mut Fields, field: &str, wire: Option<bool>) -> Option<bool> {
    if wire.is_none() {
        fields.reject(field, "must be true or false; it has no default");
    }
    wire
}

fn no_access<T>(fields: &mut Fields, field: &str) -> Option<T> {
    fields.reject(field, "must be limited or full; it has no default");
    None
}

impl Parse for v1::ListPartnershipsRequest {
    type Command = Listing<ListPartnerships>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let stage = states(fields, self.states);
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListPartnerships {
            organization: organization?,
            stage: stage?,
        }))
    }
}

/// The states that a list is asked for.
pub(crate) fn states(fields: &mut Fields, wire: Vec<i32>) -> Option<Vec<PartnershipStage>> {
    bounded(fields, "states", &wire, 0..=MAX_STATES)?;
    each(fields, "states", wire, |fields, field, state| {
        fields.choice(field, state, STATES, stage)
    })
}

fn stage(wire: v1::PartnershipState) -> Option<PartnershipStage> {
    match wire {
        v1::PartnershipState::Unspecified => None,
        v1::PartnershipState::Invited => Some(PartnershipStage::Invited),
        v1::PartnershipState::Active => Some(PartnershipStage::Active),
        v1::PartnershipState::Declined => Some(PartnershipStage::Declined),
        v1::PartnershipState::Withdrawn => Some(PartnershipStage::Withdrawn),
        v1::PartnershipState::Expired => Some(PartnershipStage::Expired),
        v1::PartnershipState::Terminated => Some(PartnershipStage::Terminated),
    }
}

impl Parse for v1::ResendProposalRequest {
    type Command = ResendProposal;

    fn parse(self, fields: &mut Fields) -> Option<ResendProposal> {
        let named = fields.partnership("name", &self.name);
        let expire_time = fields.timestamp("expire_time", self.expire_time);
        let (organization, id) = named?;
        Some(ResendProposal {
            organization,
            id,
            expire_time: expire_time?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::ChangeMandateRequest {
    type Command = ChangeMandate;

    fn parse(self, fields: &mut Fields) -> Option<ChangeMandate> {
        use v1::change_mandate_request::Access;
        let named = fields.partnership("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let terms = match self.access {
            Some(Access::Limited(wire)) => limited(fields, "limited", wire, home),
            Some(Access::Full(wire)) => full(fields, "full", wire),
            None => no_access(fields, "access"),
        };
        let (organization, id) = named?;
        Some(ChangeMandate {
            organization,
            id,
            terms: terms?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::SwitchWalletRequest {
    type Command = SwitchWallet;

    fn parse(self, fields: &mut Fields) -> Option<SwitchWallet> {
        let named = fields.partnership("name", &self.name);
        let wallet_entrusted = wallet(fields, "wallet_entrusted", self.wallet_entrusted);
        let (organization, id) = named?;
        Some(SwitchWallet {
            organization,
            id,
            wallet_entrusted: wallet_entrusted?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::TerminatePartnershipRequest {
    type Command = TerminatePartnership;

    fn parse(self, fields: &mut Fields) -> Option<TerminatePartnership> {
        let named = fields.partnership("name", &self.name);
        let note = fields.optional_text("note", &self.note, Note::parse);
        let (client, id) = named?;
        Some(TerminatePartnership {
            client,
            id,
            note: note?,
            remove_partner_members: self.remove_partner_members,
            take_back_all: self.take_back_all,
            etag: seen(self.etag),
        })
    }
}

/// A partnership of this client as it stands at `at`, without who proposed it. The secret of its link is in no answer.
pub(crate) fn partnership_to_partner(
    partnership: &Partnership,
    client: &OrganizationId,
    platform: &PlatformState,
    at: Timestamp,
) -> v1::Partnership {
    let (start_time, end_time, ended_by) = course(partnership);
    v1::Partnership {
        name: partnership.id.within(client).to_string(),
        partner: partnership.partner.partner_name().to_string(),
        access: Some(access_to_proto(partnership, client, platform)),
        expire_time: Some(proto(partnership.expire_time)),
        state: state_to_proto(PartnershipStage::of(partnership, at)).into(),
        sender: String::new(),
        partner_listed_name: String::new(),
        start_time: start_time.map(proto),
        end_time: end_time.map(proto),
        ended_by: ended_by.into(),
        create_time: Some(proto(partnership.stamp.create_time)),
        update_time: Some(proto(partnership.stamp.update_time)),
        etag: partnership.stamp.etag(),
    }
}

/// The same for the client's side.
pub(crate) fn partnership_to_proto(
    partnership: &Partnership,
    client: &OrganizationId,
    platform: &PlatformState,
    at: Timestamp,
) -> v1::Partnership {
    let sender = partnership.sender.actor.as_ref();
    v1::Partnership {
        sender: sender.map_or_else(String::new, |sender| sender.resource_name().to_string()),
        ..partnership_to_partner(partnership, client, platform, at)
    }
}

fn access_to_proto(
    partnership: &Partnership,
    client: &OrganizationId,
    platform: &PlatformState,
) -> v1::partnership::Access {
    use v1::partnership::Access;
    match partnership.access {
        AccessLevel::Limited => {
            let plans = partnership.offered.iter();
            let grants = plans.map(|plan| offered_to_proto(plan, client, platform));
            Access::Limited(v1::LimitedMandate {
                grants: grants.collect(),
            })
        }
        AccessLevel::Full { wallet_entrusted } => Access::Full(v1::FullMandate {
            wallet_entrusted: Some(wallet_entrusted),
        }),
    }
}

/// When it began and ended, and who ended it.
fn course(
    partnership: &Partnership,
) -> (Option<Timestamp>, Option<Timestamp>, v1::PartnershipSide) {
    let neither = v1::PartnershipSide::Unspecified;
    match partnership.state {
        PartnershipState::Invited => (None, None, neither),
        PartnershipState::Active { since } => (Some(since), None, neither),
        PartnershipState::Declined { at } | PartnershipState::Withdrawn { at } => {
            (None, Some(at), neither)
        }
        PartnershipState::Terminated { at, by } => (None, Some(at), side_to_proto(by)),
    }
}

fn side_to_proto(side: Side) -> v1::PartnershipSide {
    match side {
        Side::Client => v1::PartnershipSide::Client,
        Side::Partner => v1::PartnershipSide::Partner,
    }
}

fn state_to_proto(stage: PartnershipStage) -> v1::PartnershipState {
    match stage {
        PartnershipStage::Invited => v1::PartnershipState::Invited,
        PartnershipStage::Active => v1::PartnershipState::Active,
        PartnershipStage::Declined => v1::PartnershipState::Declined,
        PartnershipStage::Withdrawn => v1::PartnershipState::Withdrawn,
        PartnershipStage::Expired => v1::PartnershipState::Expired,
        PartnershipStage::Terminated => v1::PartnershipState::Terminated,
    }
}

/// One partnership, as the side that asks sees it.
pub(crate) fn seen_partnership(
    found: &SeenPartnership,
    client: &OrganizationId,
) -> v1::Partnership {
    let SeenPartnership {
        partnership, seen, ..
    } = found;
    let shown = if found.whole {
        partnership_to_proto
    } else {
        partnership_to_partner
    };
    let listed_name = found.listed_name.as_ref();
    v1::Partnership {
        partner_listed_name: listed_name.map(ToString::to_string).unwrap_or_default(),
        ..shown(partnership, client, &seen.view.platform, seen.at)
    }
}

/// A partnership of a page, as the client sees it.
pub(crate) fn listed_partnership(
    partnership: &Partnership,
    listed: &ListedPartnerships,
    client: &OrganizationId,
) -> v1::Partnership {
    let seen = &listed.page.seen;
    let listed_name = listed.listed_names.get(&partnership.partner);
    v1::Partnership {
        partner_listed_name: listed_name.map(ToString::to_string).unwrap_or_default(),
        ..partnership_to_proto(partnership, client, &seen.view.platform, seen.at)
    }
}

/// What whoever has the link sees.
pub(crate) fn viewed_to_proto(
    viewed: &ViewedProposal,
    client: &OrganizationId,
) -> v1::ViewProposalResponse {
    let seen = &viewed.seen;
    v1::ViewProposalResponse {
        partnership: Some(partnership_to_partner(
            &viewed.partnership,
            client,
            &seen.view.platform,
            seen.at,
        )),
        client_display_name: viewed.client_display_name.clone(),
    }
}

/// The partnership that a change of the client's side saved, as it stood then.
pub(crate) fn saved_partnership(done: &Done) -> Option<v1::Partnership> {
    saved(done, partnership_to_proto)
}

/// The same where the partner's side made the change.
pub(crate) fn saved_for_partner(done: &Done) -> Option<v1::Partnership> {
    saved(done, partnership_to_partner)
}

fn saved(
    done: &Done,
    to_proto: fn(&Partnership, &OrganizationId, &PlatformState, Timestamp) -> v1::Partnership,
) -> Option<v1::Partnership> {
    let partnership = done.saved::<Partnership>()?;
    let platform = &done.view.platform;
    let at = partnership.stamp.update_time;
    Some(to_proto(partnership, organization(done)?, platform, at))
}

/// The partnership that ended, as the side that ended it sees it.
pub(crate) fn ended_partnership(done: &Done) -> Option<v1::Partnership> {
    let ended = done.saved::<Partnership>()?;
    match ended.state {
        PartnershipState::Terminated {
            by: Side::Partner, ..
        } => saved_for_partner(done),
        _ => saved_partnership(done),
    }
}

/// What the staff made and stays, of one kind.
pub(crate) fn made_by_staff(done: &Done, kind: Kind) -> Vec<String> {
    let change = done.change().into_iter();
    change
        .flat_map(|change| {
            let made = change.outcome.made_by_staff.iter();
            made.filter(|name| name.kind == kind)
                .map(|name| name.resource_name(&change.home))
        })
        .collect()
}

/// The members whom a change removed.
pub(crate) fn removed_members(done: &Done) -> Vec<String> {
    let Some(organization) = organization(done) else {
        return Vec::new();
    };
    let removed = done.all_removed::<Member>();
    removed
        .map(|member| member.user.member_of(organization).to_string())
        .collect()
}
