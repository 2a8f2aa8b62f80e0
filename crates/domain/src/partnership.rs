//! A partnership: a client entrusts a partner with its products, proposed by the client and accepted by the partner.

use serde::{Deserialize, Serialize};

use crate::{
    GrantPlan, Moment, OrganizationId, OrganizationRight, PartnershipId, Reason, Refusal,
    ScopeEntry, Sending, Stamp, Timestamp, Who,
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
    /// A proposal that waits for an answer, to a partner whose revision is unknown, and that offers no grants.
    pub fn new(
        id: PartnershipId,
        partner: OrganizationId,
        access: AccessLevel,
        sending: Sending,
        moment: Moment,
    ) -> Self {
        Self {
            id,
            partner,
            partner_revision: 0,
            access,
            offered: Vec::new(),
            sender: sending.sender,
            salt: sending.salt,
            resent: Vec::new(),
            expire_time: sending.expire_time,
            state: PartnershipState::Invited,
            stamp: Stamp::new(moment),
        }
    }

    /// Accepted by the partner: what it offered are grants from now on.
    pub fn accept(&self, moment: Moment) -> Result<Self, Refusal> {
        let since = moment.now;
        let active = self.answered(PartnershipState::Active { since }, moment)?;
        Ok(Self {
            offered: Vec::new(),
            ..active
        })
    }

    /// Refused by the partner, for good.
    pub fn decline(&self, moment: Moment) -> Result<Self, Refusal> {
        self.answered(PartnershipState::Declined { at: moment.now }, moment)
    }

    /// Taken back by the client, for good.
    pub fn withdraw(&self, moment: Moment) -> Result<Self, Refusal> {
        self.answered(PartnershipState::Withdrawn { at: moment.now }, moment)
    }

    fn answered(&self, state: PartnershipState, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_open(moment.now)?;
        Ok(self.in_state(state, moment))
    }

    fn in_state(&self, state: PartnershipState, moment: Moment) -> Self {
        Self {
            state,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        }
    }

    /// Proposed again, also where the proposal has expired.
    pub fn resend(&self, sending: Sending, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_unanswered()?;
        Ok(Self {
            sender: sending.sender,
            salt: sending.salt,
            resent: vec![moment.now],
            expire_time: sending.expire_time,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Ended by one side, for good.
    pub fn terminate(&self, by: Side, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_active()?;
        let at = moment.now;
        Ok(self.in_state(PartnershipState::Terminated { at, by }, moment))
    }

    /// The active partnership with this level from now on.
    pub fn give(&self, access: AccessLevel, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_active()?;
        Ok(Self {
            access,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// The proposal without offers of what is gone; `None` where it offers none of it.
    pub fn without(&self, gone: &ScopeEntry, moment: Moment) -> Option<Self> {
        Some(Self {
            offered: GrantPlan::all_without(&self.offered, gone)?,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Whether it gives access.
    pub fn is_active(&self) -> bool {
        matches!(self.state, PartnershipState::Active { .. })
    }

    /// Whether the proposal was neither answered nor withdrawn; it may have expired.
    pub fn is_unanswered(&self) -> bool {
        self.state == PartnershipState::Invited
    }

    /// Whether the proposal waits for an answer.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.is_unanswered() && now < self.expire_time
    }

    /// Whether it ended, or was never accepted and never will be.
    pub fn is_over(&self) -> bool {
        match &self.state {
            PartnershipState::Invited | PartnershipState::Active { .. } => false,
            PartnershipState::Declined { .. }
            | PartnershipState::Withdrawn { .. }
            | PartnershipState::Terminated { .. } => true,
        }
    }

    /// Whether a second one for the same pair is refused: active, or proposed and not expired.
    pub fn is_live(&self, now: Timestamp) -> bool {
        self.is_active() || self.is_open(now)
    }

    /// Refuses a proposal that was answered or withdrawn; says in words which.
    pub fn must_be_unanswered(&self) -> Result<(), Refusal> {
        let why = match &self.state {
            PartnershipState::Invited => return Ok(()),
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

    /// Refuses unless the proposal can still be answered; says in words why not.
    pub fn must_be_open(&self, now: Timestamp) -> Result<(), Refusal> {
        self.must_be_unanswered()?;
        if now < self.expire_time {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::InvitationExpired,
            format!(
                "The proposal expired at {}. The client can send it again or propose anew.",
                self.expire_time
            ),
        ))
    }

    /// The grants that acceptance makes.
    pub fn live_plans(&self, now: Timestamp) -> impl Iterator<Item = &GrantPlan> {
        self.offered.iter().filter(move |plan| plan.is_live(now))
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
