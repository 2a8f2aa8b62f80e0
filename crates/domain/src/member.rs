//! A user in an organization.

use serde::{Deserialize, Serialize};

use crate::{Panel, PartnershipId, Role, Stamp, UserId};

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
    /// When.
    pub stamp: Stamp,
}

impl Member {
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
