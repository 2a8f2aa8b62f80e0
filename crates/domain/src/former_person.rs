//! Somebody who was one of an organization's people and is none any more: what its clients' rules ask for.

use serde::{Deserialize, Serialize};

use crate::{Stamp, UserId};

/// Somebody who stopped being one of the organization's people; the stamp says when that was last.
///
/// Kept by organizations that have an entry in the directory of partners, also of who left: through a partnership
/// nobody of the partner's is given what stays, and whoever was one of them at any moment since the proposal counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerPerson {
    /// Who.
    pub user: UserId,
    /// Of the change that ended it last: one who became one of the people again and stopped again has a later one.
    pub stamp: Stamp,
}
