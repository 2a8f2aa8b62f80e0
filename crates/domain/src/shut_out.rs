//! A user whom an organization has shut out: a fact that outlives the membership (rule 12).

use serde::{Deserialize, Serialize};

use crate::{Stamp, UserId};

/// Kept of who is no member; a member who is shut out is one in state `DEACTIVATED`, and removing them leaves this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShutOut {
    /// Whom; also the id.
    pub user: UserId,
    /// When.
    pub stamp: Stamp,
}
