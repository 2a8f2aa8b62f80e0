//! Where a fact lives. Every query, key and revision belongs to exactly one home.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::OrganizationId;

/// The one home of a fact: catalog and callers, all people, or one organization.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Home {
    /// Catalog, settings, operators, service accounts and keys.
    Platform,
    /// All people.
    #[serde(rename = "Users")]
    People,
    /// One organization: members, products, groups, teams, grants, invitations.
    Organization(OrganizationId),
}

impl Home {
    /// The home that `text` (as printed by `Display`) names.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "platform" => Some(Self::Platform),
            "users" => Some(Self::People),
            _ => {
                let id = text.strip_prefix("o:")?;
                OrganizationId::parse(id).ok().map(Self::Organization)
            }
        }
    }

    /// The organization, where this is one.
    pub fn organization(&self) -> Option<&OrganizationId> {
        match self {
            Self::Organization(id) => Some(id),
            Self::Platform | Self::People => None,
        }
    }
}

impl fmt::Display for Home {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Platform => f.write_str("platform"),
            Self::People => f.write_str("users"),
            Self::Organization(id) => write!(f, "o:{id}"),
        }
    }
}
