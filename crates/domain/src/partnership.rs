//! A partnership: a client entrusts a partner with its products, proposed by the client and accepted by the partner.

use serde::{Deserialize, Serialize};

use crate::{
    GrantPlan, OrganizationId, OrganizationRight, PartnershipId, Reason, Refusal, Stamp, Timestamp,
    Who,
};

/// What a partnership gives to the partner's staff. Chosen by the client, without default (S0-9, S0-13).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum AccessLevel {
    /// The grants that the partnership holds.
    Limited,
    /// Every right on every product, and the organization rights of a full partner.
    Full {
        /// Whether the staff may also pay from the wallet.
        wallet_entrusted: bool,
    },
}

/// Which side ended a partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The organization that entrusts.
    Client,
    /// The organization that is entrusted.
    Partner,
}

/// Where a partnership stands. A proposal expires by its time, without a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum PartnershipState {
    /// Proposed; gives no access.
    Invited,
    /// Accepted.
    Active {
        /// When.
        since: Timestamp,
    },
    /// Refused by the partner.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Taken back by the client before an answer.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
    /// Ended after it was active.
    Terminated {
        /// When.
        at: Timestamp,
        /// By whom.
        by: Side,
    },
}

/// A client organization and its partner; lives in the client's home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// The id, within the client.
    pub id: PartnershipId,
    /// The partner.
    pub partner: OrganizationId,
    /// The partner's revision that the proposal was made on: who was one of its people since then counts as such. 0 of
    /// one that was proposed before this was kept.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub partner_revision: u64,
    /// What it gives.
    pub access: AccessLevel,
    /// Of a LIMITED proposal, the grants that acceptance makes.
    pub offered: Vec<GrantPlan>,
    /// Whose right it is judged by when it is accepted.
    pub sender: Who,
    /// Mixed into the link's secret (hex).
    pub salt: String,
    /// When the proposal was sent again, the latest last; earlier ones are forgotten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resent: Vec<Timestamp>,
    /// First moment at which the proposal can no longer be answered.
    pub expire_time: Timestamp,
    /// Where it stands.
    pub state: PartnershipState,
    /// When.
    pub stamp: Stamp,
}

fn is_unknown(revision: &u64) -> bool {
    *revision == 0
}

impl Partnership {
    /// Whether it gives access.
    pub fn is_active(&self) -> bool {
        matches!(self.state, PartnershipState::Active { .. })
    }

    /// Whether the proposal waits for an answer.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == PartnershipState::Invited && now < self.expire_time
    }

    /// Whether a second one for the same pair is refused: active, or proposed and not expired.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.is_active() || self.is_open(now)
    }

    /// Refuses unless the proposal can still be answered; says in words why not.
    pub fn must_be_open(&self, now: Timestamp) -> Result<(), Refusal> {
        let why = match &self.state {
            PartnershipState::Invited if now < self.expire_time => return Ok(()),
            PartnershipState::Invited => {
                return Err(Refusal::new(
                    Reason::InvitationExpired,
                    format!(
                        "The proposal expired at {}. The client can send it again or propose anew.",
                        self.expire_time
                    ),
                ));
            }
            PartnershipState::Active { since } => format!("was accepted at {since}"),
            PartnershipState::Declined { at } => format!("was refused at {at}"),
            PartnershipState::Withdrawn { at } => format!("was withdrawn at {at}"),
            PartnershipState::Terminated { at, .. } => {
                format!("was accepted, and the partnership ended at {at}")
            }
        };
        Err(Refusal::new(
            Reason::InvitationNotOpen,
            format!("The proposal {why}; an answer counts once. The client can propose anew."),
        ))
    }

    /// Refuses unless the partnership is active.
    pub fn must_be_active(&self) -> Result<(), Refusal> {
        if self.is_active() {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::PartnershipNotActive,
            "The partnership is not active. A proposal is withdrawn by the client or refused by the partner; one that \
             is over is proposed anew.",
        ))
    }
}

impl AccessLevel {
    /// Whether the partner's staff gets this right on the client organization, the wallet aside.
    pub fn gives(self, right: OrganizationRight) -> bool {
        match self {
            Self::Limited => right == OrganizationRight::View,
            Self::Full { .. } => matches!(
                right,
                OrganizationRight::View
                    | OrganizationRight::ManageUsers
                    | OrganizationRight::ManageProducts
                    | OrganizationRight::ContactSupport
            ),
        }
    }

    /// Whether the wallet is entrusted.
    pub fn entrusts_wallet(self) -> bool {
        matches!(
            self,
            Self::Full {
                wallet_entrusted: true
            }
        )
    }
}
