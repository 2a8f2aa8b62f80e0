//! What the operator sets for the whole platform.

use serde::{Deserialize, Serialize};

use crate::{Areas, ServiceAccountId, Stamp, UserId};

/// Platform settings; one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// How many administrators an organization may have (Combell: 3, S4-9); `None` is without limit.
    pub administrator_limit: Option<u32>,
    /// The areas of a new administrator where the call names none (Combell: none, S4-17).
    pub new_administrator_areas: Areas,
    /// How long an invitation stays open, in seconds; 30 days unless set.
    pub invitation_life: u32,
    /// When.
    pub stamp: Stamp,
}

impl Settings {
    /// Thirty days.
    pub const DEFAULT_INVITATION_LIFE: u32 = 30 * 24 * 3600;
}

/// Who runs the platform: named by the command line, never by an organization.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Operator {
    /// A person.
    User(UserId),
    /// An internal service; it also needs the scope `operator`.
    ServiceAccount(ServiceAccountId),
}
