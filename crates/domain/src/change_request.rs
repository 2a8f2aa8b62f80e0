//! A change request: a ticket that asks the operator to change what an organization's people don't change themselves.

use serde::{Deserialize, Serialize};

use crate::{
    ChangeRequestId, GrantId, GrantPlan, InvitationId, Locale, MemberState, Moment, Personal,
    Reason, Refusal, Role, Stamp, TeamId, Timestamp, UserId, Who,
};

/// Where a change request stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ChangeRequestState {
    /// Waits for the operator.
    Open,
    /// An operator works on it.
    InProgress {
        /// Who.
        by: Who,
        /// Since when.
        at: Timestamp,
    },
    /// Carried out.
    Applied {
        /// By whom.
        by: Who,
        /// When.
        at: Timestamp,
        /// What came of a request to create a user.
        made: Option<Made>,
    },
    /// Not carried out, for good.
    Rejected {
        /// By whom.
        by: Who,
        /// When.
        at: Timestamp,
        /// Why.
        reason: Personal,
    },
    /// Taken back by who opened it.
    Cancelled {
        /// When.
        at: Timestamp,
    },
}

/// What came of a request to create a user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Made {
    /// A new user, who is a member.
    Member(UserId),
    /// The email had a user already, who is asked by an invitation.
    Invitation(InvitationId),
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum RequestedChange {
    /// A new user, as a member of the organization.
    CreateUser(UserCreation),
    /// Another role, other grants, other teams.
    ChangeMember(MemberChange),
    /// Stopping a member here.
    DeactivateMember {
        /// Whom.
        member: UserId,
        /// Why.
        reason: Personal,
    },
    /// Letting a member act here again.
    ReactivateMember {
        /// Whom.
        member: UserId,
    },
    /// More administrators than the organization may have.
    RaiseAdministratorLimit {
        /// How many it wants to be allowed.
        limit: u32,
    },
}

/// Who is to get an account, and what they are to have here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UserCreation {
    /// First name.
    pub given_name: Personal,
    /// Last name.
    pub family_name: Option<Personal>,
    /// The email.
    pub email: Personal,
    /// The position.
    pub position: Option<Personal>,
    /// The language of mails and pages.
    pub locale: Locale,
    /// The role, areas included.
    pub role: Role,
    /// The grants.
    pub grants: Vec<GrantPlan>,
    /// The teams, ascending and each once.
    pub teams: Vec<TeamId>,
    /// Whether it lifts that the person is shut out, if the requester may then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lift_shut_out: bool,
}

impl UserCreation {
    /// Every personal value that it names.
    pub fn personal(&self) -> impl Iterator<Item = &Personal> {
        let optional = self.family_name.iter().chain(&self.position);
        [&self.given_name, &self.email].into_iter().chain(optional)
    }
}

/// What is to become of a member, against what they were when it was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberChange {
    /// Whose.
    pub member: UserId,
    /// What was seen of them.
    pub seen: MemberSeen,
    /// The role, areas included; the present one stays where it is `None`.
    pub role: Option<Role>,
    /// Grants to add.
    pub add_grants: Vec<GrantPlan>,
    /// Grants of the member's own to remove.
    pub remove_grants: Vec<GrantId>,
    /// Teams to put them into, ascending and each once.
    pub add_teams: Vec<TeamId>,
    /// Teams to take them out of, ascending and each once.
    pub remove_teams: Vec<TeamId>,
}

/// A member as they were seen, in as much as is needed to say later what differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberSeen {
    /// The version of their access.
    pub etag: String,
    /// The revision at which it was seen.
    pub revision: u64,
    /// Their role.
    pub role: Role,
    /// Whether they acted here.
    pub state: MemberState,
    /// The grants of their own.
    pub grants: Vec<GrantId>,
    /// Their teams.
    pub teams: Vec<TeamId>,
}

/// What somebody said about a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comment {
    /// What.
    pub text: Personal,
    /// Who.
    pub author: Who,
    /// Said by the operator, not by the organization.
    pub by_operator: bool,
    /// When.
    pub at: Timestamp,
}

/// A ticket of an organization.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeRequest {
    /// The id.
    pub id: ChangeRequestId,
    /// Its number within the organization: 1, 2, 3 and so on, without gaps.
    pub number: u64,
    /// Who opened it: rules 2 and 3 are asked of this person when it is applied.
    pub requester: Who,
    /// What is asked for: much of it, where all that is logged has room for the largest noun.
    pub wanted: Box<RequestedChange>,
    /// What the requester added to it.
    pub note: Option<Personal>,
    /// What was said about it, oldest first.
    pub comments: Vec<Comment>,
    /// Where it stands.
    pub state: ChangeRequestState,
    /// When.
    pub stamp: Stamp,
}

/// A state without its facts, as lists ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ChangeRequestStage {
    /// [`ChangeRequestState::Open`]
    Open,
    /// [`ChangeRequestState::InProgress`]
    InProgress,
    /// [`ChangeRequestState::Applied`]
    Applied,
    /// [`ChangeRequestState::Rejected`]
    Rejected,
    /// [`ChangeRequestState::Cancelled`]
    Cancelled,
}

impl ChangeRequestStage {
    /// Those of a request that can still be worked or taken back ([`ChangeRequest::is_open`]).
    pub const WAITING: [Self; 2] = [Self::Open, Self::InProgress];

    /// The wire's spelling.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "OPEN",
            Self::InProgress => "IN_PROGRESS",
            Self::Applied => "APPLIED",
            Self::Rejected => "REJECTED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

impl ChangeRequestState {
    /// Which state it is.
    pub fn stage(&self) -> ChangeRequestStage {
        match self {
            Self::Open => ChangeRequestStage::Open,
            Self::InProgress { .. } => ChangeRequestStage::InProgress,
            Self::Applied { .. } => ChangeRequestStage::Applied,
            Self::Rejected { .. } => ChangeRequestStage::Rejected,
            Self::Cancelled { .. } => ChangeRequestStage::Cancelled,
        }
    }
}

impl ChangeRequest {
    /// The most comments on one request.
    pub const MAX_COMMENTS: usize = 200;

    /// One that waits for the operator.
    pub fn new(
        id: ChangeRequestId,
        number: u64,
        requester: Who,
        wanted: RequestedChange,
        note: Option<Personal>,
        moment: Moment,
    ) -> Self {
        Self {
            id,
            number,
            requester,
            wanted: Box::new(wanted),
            note,
            comments: Vec::new(),
            state: ChangeRequestState::Open,
            stamp: Stamp::new(moment),
        }
    }

    /// An operator works on it from now on.
    pub fn start(&self, by: Who, moment: Moment) -> Result<Self, Refusal> {
        self.must_not_be_started()?;
        let at = moment.now;
        Ok(self.in_state(ChangeRequestState::InProgress { by, at }, moment))
    }

    /// Carried out, with what came of it.
    pub fn apply(&self, by: Who, made: Option<Made>, moment: Moment) -> Result<Self, Refusal> {
        let at = moment.now;
        self.over(ChangeRequestState::Applied { by, at, made }, moment)
    }

    /// Not carried out, for good.
    pub fn reject(&self, by: Who, reason: Personal, moment: Moment) -> Result<Self, Refusal> {
        let at = moment.now;
        self.over(ChangeRequestState::Rejected { by, at, reason }, moment)
    }

    /// Taken back by who opened it, for good.
    pub fn cancel(&self, moment: Moment) -> Result<Self, Refusal> {
        self.over(ChangeRequestState::Cancelled { at: moment.now }, moment)
    }

    fn over(&self, state: ChangeRequestState, moment: Moment) -> Result<Self, Refusal> {
        self.must_be_open()?;
        Ok(self.in_state(state, moment))
    }

    fn in_state(&self, state: ChangeRequestState, moment: Moment) -> Self {
        Self {
            state,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        }
    }

    /// With one comment more, in whatever state it is.
    #[must_use]
    pub fn commented(&self, comment: Comment, moment: Moment) -> Self {
        let mut request = self.in_state(self.state.clone(), moment);
        request.comments.push(comment);
        request
    }

    /// Whether it can still be worked or taken back.
    pub fn is_open(&self) -> bool {
        match &self.state {
            ChangeRequestState::Open | ChangeRequestState::InProgress { .. } => true,
            ChangeRequestState::Applied { .. }
            | ChangeRequestState::Rejected { .. }
            | ChangeRequestState::Cancelled { .. } => false,
        }
    }

    /// The user whom it is about, where that is known.
    pub fn about(&self) -> Option<&UserId> {
        match (&*self.wanted, &self.state) {
            (RequestedChange::ChangeMember(change), _) => Some(&change.member),
            (RequestedChange::DeactivateMember { member, .. }, _)
            | (RequestedChange::ReactivateMember { member }, _) => Some(member),
            (
                RequestedChange::CreateUser(_),
                ChangeRequestState::Applied {
                    made: Some(Made::Member(user)),
                    ..
                },
            ) => Some(user),
            (
                RequestedChange::CreateUser(_) | RequestedChange::RaiseAdministratorLimit { .. },
                _,
            ) => None,
        }
    }

    /// Every personal value that it names.
    pub fn personal(&self) -> Vec<&Personal> {
        let mut all: Vec<_> = match &*self.wanted {
            RequestedChange::CreateUser(creation) => creation.personal().collect(),
            RequestedChange::DeactivateMember { reason, .. } => vec![reason],
            RequestedChange::ChangeMember(_)
            | RequestedChange::ReactivateMember { .. }
            | RequestedChange::RaiseAdministratorLimit { .. } => Vec::new(),
        };
        all.extend(&self.note);
        all.extend(self.comments.iter().map(|comment| &comment.text));
        if let ChangeRequestState::Rejected { reason, .. } = &self.state {
            all.push(reason);
        }
        all
    }

    /// Refuses unless it can still be worked or taken back; says in words why not.
    pub fn must_be_open(&self) -> Result<(), Refusal> {
        let why = match &self.state {
            ChangeRequestState::Open | ChangeRequestState::InProgress { .. } => return Ok(()),
            ChangeRequestState::Applied { at, .. } => format!("was applied at {at}"),
            ChangeRequestState::Rejected { at, .. } => format!("was rejected at {at}"),
            ChangeRequestState::Cancelled { at } => format!("was cancelled at {at}"),
        };
        Err(self.not_open(&why))
    }

    /// Refuses one that somebody works on already.
    pub fn must_not_be_started(&self) -> Result<(), Refusal> {
        self.must_be_open()?;
        match &self.state {
            ChangeRequestState::InProgress { at, .. } => {
                Err(self.not_open(&format!("has been in progress since {at}")))
            }
            ChangeRequestState::Open
            | ChangeRequestState::Applied { .. }
            | ChangeRequestState::Rejected { .. }
            | ChangeRequestState::Cancelled { .. } => Ok(()),
        }
    }

    fn not_open(&self, why: &str) -> Refusal {
        Refusal::new(
            Reason::ChangeRequestNotOpen,
            format!(
                "Change request {} {why}. Read it again with GetChangeRequest; open another if more is wanted.",
                self.number
            ),
        )
    }
}
