//! A grant: a subject gets rights on a scope, from a time, until a time.

use serde::{Deserialize, Serialize};

use crate::{GrantId, Personal, Rights, Scope, Stamp, TeamId, Timestamp, UserId, Who};

/// Who holds a grant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A member of the organization.
    Member(UserId),
    /// A team of the organization, so each of its members.
    Team(TeamId),
}

/// From when until when; open ends are `None`. The start is part of it, the end is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Period {
    /// First moment; `None` is from its creation.
    pub start: Option<Timestamp>,
    /// First moment after it; `None` is for ever.
    pub end: Option<Timestamp>,
}

impl Period {
    /// Whether `at` lies in it.
    pub fn covers(&self, at: Timestamp) -> bool {
        self.start.is_none_or(|start| start <= at) && self.end.is_none_or(|end| at < end)
    }
}

/// What a grant will be: what an invitation keeps until it is accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GrantPlan {
    /// The rights.
    pub rights: Rights,
    /// On which products.
    pub scope: Scope,
    /// When.
    pub period: Period,
}

/// A subject's rights on a scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Its id.
    pub id: GrantId,
    /// Who holds it.
    pub subject: Subject,
    /// The rights.
    pub rights: Rights,
    /// On which products.
    pub scope: Scope,
    /// `FutureOfType` entries cover products created after this revision. A change that leaves the scope alone keeps it.
    pub scope_revision: u64,
    /// When it counts.
    pub period: Period,
    /// Why.
    pub note: Option<Box<Personal>>,
    /// Who gave it.
    pub granted_by: Who,
    /// Given by the owner of an externally managed type; the only kind of grant that counts there.
    pub by_owner: bool,
    /// When it was made and changed.
    pub stamp: Stamp,
}
