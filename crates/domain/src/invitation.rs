//! An invitation of a member: everything chosen already, nothing of it holds before acceptance.

use serde::{Deserialize, Serialize};

use crate::{
    ChangeRequestId, GrantPlan, InvitationId, Locale, Panel, PartnershipId, Personal, Reason,
    Refusal, Role, Stamp, TeamId, Timestamp, UserId, Who,
};

/// Where an invitation stands. It expires by its time, without a change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum InvitationState {
    /// Waits for an answer until its time.
    Open,
    /// Became a membership.
    Accepted {
        /// The member it made.
        user: UserId,
        /// When.
        at: Timestamp,
    },
    /// Refused by the invited person.
    Refused {
        /// When.
        at: Timestamp,
    },
    /// Taken back by the organization.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// An email with a link to accept or refuse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Invitation {
    /// The id.
    pub id: InvitationId,
    /// Whom it is for.
    pub email: Personal,
    /// The language of the mail.
    pub locale: Locale,
    /// The role it gives, areas included.
    pub role: Role,
    /// The grants it gives.
    pub grants: Vec<GrantPlan>,
    /// The teams it puts into.
    pub teams: Vec<TeamId>,
    /// The panel it gives.
    pub panel: Panel,
    /// Whose right it is judged by when it is accepted.
    pub sender: Who,
    /// The change request that made it: its acceptance is judged as applying that request would be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<ChangeRequestId>,
    /// Mixed into the link's secret (hex).
    pub salt: String,
    /// When it was sent again, the latest last; earlier ones are forgotten.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resent: Vec<Timestamp>,
    /// First moment at which it is no longer open.
    pub expire_time: Timestamp,
    /// Where it stands.
    pub state: InvitationState,
    /// The partnerships whose staff brought it about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_through: Vec<PartnershipId>,
    /// Whether accepting it lifts that the person is shut out, if its sender may then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lift_shut_out: bool,
    /// When.
    pub stamp: Stamp,
}

impl Invitation {
    /// When its mail was last sent off: the link of an earlier one is dead.
    pub fn sent_at(&self) -> Timestamp {
        let first = self.stamp.create_time;
        self.resent.last().copied().unwrap_or(first)
    }

    /// Whether it can still be answered.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.state == InvitationState::Open && now < self.expire_time
    }

    /// Refuses unless it can still be answered; says in words why not.
    pub fn must_be_open(&self, now: Timestamp) -> Result<(), Refusal> {
        let why = match &self.state {
            InvitationState::Open if now < self.expire_time => return Ok(()),
            InvitationState::Open => {
                return Err(Refusal::new(
                    Reason::InvitationExpired,
                    format!(
                        "The invitation expired at {}. Ask who sent it for a new one.",
                        self.expire_time
                    ),
                ));
            }
            InvitationState::Accepted { at, .. } => format!("was accepted at {at}"),
            InvitationState::Refused { at } => format!("was refused at {at}"),
            InvitationState::Withdrawn { at } => format!("was withdrawn at {at}"),
        };
        Err(Refusal::new(
            Reason::InvitationNotOpen,
            format!("The invitation {why}; an answer counts once. Ask who sent it for a new one."),
        ))
    }
}
