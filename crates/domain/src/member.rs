//! A user in an organization.

use serde::{Deserialize, Serialize};

use crate::{MadeThrough, Moment, Panel, PartnershipId, Role, Stamp, UserId};

/// Whether the membership works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MemberState {
    /// It works.
    Active,
    /// Switched off by the organization; grants sleep.
    Deactivated,
}

/// A user in an organization, with one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The user; also the id of the member.
    pub user: UserId,
    /// The one role.
    pub role: Role,
    /// Whether it works.
    pub state: MemberState,
    /// The chosen panel; read through [`Member::panel`].
    pub chosen_panel: Panel,
    /// The partnerships whose staff brought it about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_through: Vec<PartnershipId>,
    /// Whose change that was; none of those who stand for themselves, and of before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<UserId>,
    /// Where the present role was set through a partnership: how, and what it was before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_role: Option<Box<ChangedRole>>,
    /// When.
    pub stamp: Stamp,
}

/// How a role was set through a partnership, on somebody who was a member already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangedRole {
    /// The last one that the organization's own people gave.
    pub former: Role,
    /// How.
    pub made: MadeThrough,
}

impl Member {
    /// One who acts here from now on.
    pub fn new(user: UserId, role: Role, panel: Panel, moment: Moment) -> Self {
        Self {
            user,
            role,
            state: MemberState::Active,
            chosen_panel: panel,
            made_through: Vec::new(),
            made_by: None,
            changed_role: None,
            stamp: Stamp::new(moment),
        }
    }

    /// One who stands for the organization from now on.
    pub fn legal_representative(user: UserId, moment: Moment) -> Self {
        Self::new(user, Role::LegalRepresentative, Panel::Branded, moment)
    }

    /// Stopped here; `None` of one who is already.
    pub fn deactivate(&self, moment: Moment) -> Option<Self> {
        self.in_state(MemberState::Deactivated, moment)
    }

    /// Let act here again; `None` of one who may already.
    pub fn reactivate(&self, moment: Moment) -> Option<Self> {
        self.in_state(MemberState::Active, moment)
    }

    fn in_state(&self, state: MemberState, moment: Moment) -> Option<Self> {
        (self.state != state).then(|| Self {
            state,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// In another role, or in the same one again.
    #[must_use]
    pub fn in_role(&self, role: Role, moment: Moment) -> Self {
        Self {
            role,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        }
    }

    /// Stands for the organization, and acts here be it that they were stopped.
    #[must_use]
    pub fn appoint(&self, moment: Moment) -> Self {
        Self {
            state: MemberState::Active,
            ..self.in_role(Role::LegalRepresentative, moment)
        }
    }

    /// Whether they stand for the organization and may act here.
    pub fn represents(&self) -> bool {
        self.is_active() && self.role == Role::LegalRepresentative
    }

    /// The panel this member sees: the upper roles always the operator's (rule 8).
    pub fn panel(&self) -> Panel {
        if self.role.is_upper() {
            Panel::Branded
        } else {
            self.chosen_panel
        }
    }

    /// Whether the membership works.
    pub fn is_active(&self) -> bool {
        self.state == MemberState::Active
    }
}
