//! An invitation of a member: everything chosen already, nothing of it holds before acceptance.

use serde::{Deserialize, Serialize};

use crate::{
    ChangeRequestId, GrantPlan, InvitationId, Locale, Moment, Panel, PartnershipId, Personal,
    Reason, Refusal, Role, ScopeEntry, Stamp, TeamId, Timestamp, UserId, Who,
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

/// How something with a link is sent off, the first time or again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sending {
    /// Whose right it is judged by when it is accepted.
    pub sender: Who,
    /// Mixed into the link's secret (hex): a new one kills the older link.
    pub salt: String,
    /// First moment at which it can no longer be answered.
    pub expire_time: Timestamp,
}

impl Invitation {
    /// One that waits for an answer, to a membership of this role and nothing beside it.
    pub fn new(
        id: InvitationId,
        email: Personal,
        role: Role,
        sending: Sending,
        moment: Moment,
    ) -> Self {
        Self {
            id,
            email,
            locale: Locale::default(),
            role,
            grants: Vec::new(),
            teams: Vec::new(),
            panel: Panel::default(),
            sender: sending.sender,
            request: None,
            salt: sending.salt,
            resent: Vec::new(),
            expire_time: sending.expire_time,
            state: InvitationState::Open,
            made_through: Vec::new(),
            lift_shut_out: false,
            stamp: Stamp::new(moment),
        }
    }

    /// Became the membership of this user.
    pub fn accept(&self, user: UserId, moment: Moment) -> Result<Self, Refusal> {
        let at = moment.now;
        self.answered(InvitationState::Accepted { user, at }, moment)
    }

    /// Refused by the invited person, for good.
    pub fn refuse(&self, moment: Moment) -> Result<Self, Refusal> {
        self.answered(InvitationState::Refused { at: moment.now }, moment)
    }

    /// Taken back by the organization, for good.
    pub fn withdraw(&self, moment: Moment) -> Result<Self, Refusal> {
        self.answered(InvitationState::Withdrawn { at: moment.now }, moment)
    }

    fn answered(&self, state: InvitationState, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_open(moment.now)?;
        Ok(Self {
            state,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Sent again, also where it has expired: whoever does so is asked rule 1, as for an invitation of their own.
    pub fn resend(&self, sending: Sending, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_unanswered()?;
        Ok(Self {
            sender: sending.sender,
            request: None,
            salt: sending.salt,
            resent: vec![moment.now],
            expire_time: sending.expire_time,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Without what is gone, in its role and its grants; `None` where neither lists it.
    pub fn without(&self, gone: &ScopeEntry, moment: Moment) -> Option<Self> {
        let role = self.role.without(gone);
        let grants = GrantPlan::all_without(&self.grants, gone);
        (role.is_some() || grants.is_some()).then(|| Self {
            role: role.unwrap_or_else(|| self.role.clone()),
            grants: grants.unwrap_or_else(|| self.grants.clone()),
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Without a team that is gone; `None` where it does not put into it.
    pub fn without_team(&self, gone: &TeamId, moment: Moment) -> Option<Self> {
        let teams = self.teams.iter().filter(|team| *team != gone);
        self.teams.contains(gone).then(|| Self {
            teams: teams.cloned().collect(),
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// When its mail was last sent off: the link of an earlier one is dead.
    pub fn sent_at(&self) -> Timestamp {
        let first = self.stamp.create_time;
        self.resent.last().copied().unwrap_or(first)
    }

    /// Whether it was neither answered nor withdrawn; it may have expired.
    pub fn is_unanswered(&self) -> bool {
        self.state == InvitationState::Open
    }

    /// Whether it can still be answered.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.is_unanswered() && now < self.expire_time
    }

    /// Whether this user became a member by it.
    pub fn was_accepted_by(&self, who: &UserId) -> bool {
        matches!(&self.state, InvitationState::Accepted { user, .. } if user == who)
    }

    /// Refuses one that was answered or withdrawn; says in words which.
    pub fn must_be_unanswered(&self) -> Result<(), Refusal> {
        let why = match &self.state {
            InvitationState::Open => return Ok(()),
            InvitationState::Accepted { at, .. } => format!("was accepted at {at}"),
            InvitationState::Refused { at } => format!("was refused at {at}"),
            InvitationState::Withdrawn { at } => format!("was withdrawn at {at}"),
        };
        Err(Refusal::new(
            Reason::InvitationNotOpen,
            format!("The invitation {why}; an answer counts once. Ask who sent it for a new one."),
        ))
    }

    /// Refuses unless it can still be answered; says in words why not.
    pub fn must_be_open(&self, now: Timestamp) -> Result<(), Refusal> {
        self.must_be_unanswered()?;
        if now < self.expire_time {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::InvitationExpired,
            format!(
                "The invitation expired at {}. Ask who sent it for a new one.",
                self.expire_time
            ),
        ))
    }

    /// The grants that acceptance makes.
    pub fn live_plans(&self, now: Timestamp) -> impl Iterator<Item = &GrantPlan> {
        self.grants.iter().filter(move |plan| plan.is_live(now))
    }
}
