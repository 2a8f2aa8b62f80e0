//! A client assignment: which of a partner's people exercise one client's mandate, and how much of it.

use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, Kinds, OrganizationId, OrganizationRight, PartnershipId, RightKind, Stamp,
    TeamId, UserId,
};

/// Whom it names.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Assignee {
    /// A member of the partner.
    Member(UserId),
    /// A team of the partner, so each of its members.
    Team(TeamId),
}

/// Which rights on products it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum LeftProductRights {
    /// All that the mandate gives.
    All,
    /// Those of these kinds; none where it is empty.
    Only(Kinds),
}

impl LeftProductRights {
    /// What both leave together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Only(mine), Self::Only(theirs)) => Self::Only(mine.and(theirs)),
            _ => Self::All,
        }
    }

    /// Whether these leave all that the others do.
    pub fn contains(self, others: Self) -> bool {
        self.and(others) == self
    }

    /// Whether rights of this kind are left.
    pub fn leaves(self, kind: RightKind) -> bool {
        match self {
            Self::All => true,
            Self::Only(kinds) => kinds.contains(kind),
        }
    }
}

/// Which of a partner's people exercise one client's mandate, and how much of it; lives in the partner's home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClientAssignment {
    /// The id, within the partner.
    pub id: AssignmentId,
    /// The client.
    pub client: OrganizationId,
    /// The one partnership that it belongs to; it gives nothing once that has ended.
    pub partnership: PartnershipId,
    /// Whom it names.
    pub assignee: Assignee,
    /// What it leaves of the rights on products.
    #[serde(rename = "left_kinds")]
    pub product_rights: LeftProductRights,
    /// The rights on the client organization that it leaves, ascending and each once.
    #[serde(rename = "left_rights")]
    pub organization_rights: Vec<OrganizationRight>,
    /// The client's revision that it was made on.
    pub client_revision: u64,
    /// When.
    pub stamp: Stamp,
}

impl ClientAssignment {
    /// Whether this one leaves all that another does.
    pub fn contains(&self, other: &Self) -> bool {
        let mut rights = other.organization_rights.iter();
        self.product_rights.contains(other.product_rights)
            && rights.all(|right| self.organization_rights.contains(right))
            && self.client == other.client
            && self.assignee == other.assignee
    }
}
