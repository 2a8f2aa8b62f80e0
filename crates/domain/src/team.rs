//! A team: a named set of members that holds grants (S2-28, S2-29).

use serde::{Deserialize, Serialize};

use crate::{DisplayName, Stamp, TeamId, UserId};

/// A named set of members that holds grants.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// Its members, ascending and each once.
    pub members: Vec<UserId>,
    /// When.
    pub stamp: Stamp,
}
