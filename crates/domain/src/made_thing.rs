//! What was made through a partnership, and how: the client lists it, and may have it taken back.

use serde::{Deserialize, Serialize};

use crate::{GrantId, GroupId, PartnershipId, ProductId, Tag, TeamId, Timestamp, UserId};

/// One thing that was made through a partnership. In this order they are listed and taken back: what takes others along
/// comes before them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MadeThing {
    /// A membership.
    Member(UserId),
    /// The role of somebody who was a member.
    Role(UserId),
    /// A team.
    Team(TeamId),
    /// A member's place in a team.
    TeamPlace(TeamId, UserId),
    /// A grant.
    Grant(GrantId),
    /// A tag on a product.
    Tag(ProductId, Tag),
    /// A product's entry in a group.
    GroupEntry(ProductId, GroupId),
}

/// How something came about that is no noun of its own: a role, a place in a team, a tag, an entry in a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeThrough {
    /// Through which partnerships.
    pub partnerships: Vec<PartnershipId>,
    /// Whose change it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<UserId>,
    /// When.
    pub at: Timestamp,
}

/// What of a noun's parts was made through partnerships; the rest stands for itself.
pub type MadeParts<T> = Vec<(T, MadeThrough)>;
