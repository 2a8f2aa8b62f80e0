//! Internal services that call Grantor, their scopes and their keys.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    DisplayName, KeyId, Moment, OrganizationId, ProductTypeId, ServiceAccountId, Stamp, Timestamp,
};

/// What a service may do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ServiceScopeKind {
    /// Ask about anyone.
    AccessAsk,
    /// Read everything.
    Read,
    /// Follow changes.
    Watch,
    /// Create and change people.
    UsersWrite,
    /// Create, change and delete products.
    ProductsWrite,
    /// Own an externally managed type.
    TypeWrite(ProductTypeId),
    /// Speak for users.
    ActForUsers,
    /// Everything an operator may do.
    Operator,
}

impl ServiceScopeKind {
    /// The scope of this name, as `Display` writes it.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "access.ask" => Self::AccessAsk,
            "read" => Self::Read,
            "watch" => Self::Watch,
            "users.write" => Self::UsersWrite,
            "products.write" => Self::ProductsWrite,
            "act.for.users" => Self::ActForUsers,
            "operator" => Self::Operator,
            _ => {
                let id = text.strip_prefix("type.")?.strip_suffix(".write")?;
                Self::TypeWrite(ProductTypeId::parse(id).ok()?)
            }
        })
    }
}

impl ServiceScopeKind {
    /// Whether it is about the whole platform, so that it cannot be for some organizations only.
    pub fn is_platform_wide(&self) -> bool {
        matches!(self, Self::UsersWrite | Self::Operator)
    }
}

impl fmt::Display for ServiceScopeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AccessAsk => f.write_str("access.ask"),
            Self::Read => f.write_str("read"),
            Self::Watch => f.write_str("watch"),
            Self::UsersWrite => f.write_str("users.write"),
            Self::ProductsWrite => f.write_str("products.write"),
            Self::TypeWrite(id) => write!(f, "type.{id}.write"),
            Self::ActForUsers => f.write_str("act.for.users"),
            Self::Operator => f.write_str("operator"),
        }
    }
}

/// In which organizations a scope counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// In all, now and later.
    All,
    /// In these.
    Listed(Vec<OrganizationId>),
}

impl Reach {
    /// Whether it counts in this organization.
    pub fn covers(&self, organization: &OrganizationId) -> bool {
        match self {
            Self::All => true,
            Self::Listed(listed) => listed.contains(organization),
        }
    }
}

/// A scope and where it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceScope {
    /// What.
    pub kind: ServiceScopeKind,
    /// Where.
    pub reach: Reach,
}

/// An internal service that calls Grantor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceAccount {
    /// The id.
    pub id: ServiceAccountId,
    /// The name for people.
    pub display_name: DisplayName,
    /// What it may do and where.
    pub scopes: Vec<ServiceScope>,
    /// When.
    pub stamp: Stamp,
}

impl ServiceAccount {
    /// Where it has this scope; `None` if nowhere.
    pub fn reach(&self, kind: &ServiceScopeKind) -> Option<&Reach> {
        self.scopes
            .iter()
            .find(|scope| scope.kind == *kind)
            .map(|scope| &scope.reach)
    }
}

/// A key of a service account. The secret itself is shown once and kept nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Key {
    /// The account.
    pub account: ServiceAccountId,
    /// The id, unique on the platform: it stands in the key.
    pub id: KeyId,
    /// SHA-256 of the secret, in hex.
    pub digest: String,
    /// First moment at which it no longer works.
    pub expire_time: Option<Timestamp>,
    /// When it was revoked.
    pub revoke_time: Option<Timestamp>,
    /// When.
    pub stamp: Stamp,
}

impl Key {
    /// Works no more from now on; `None` of one that was revoked before, which stays as it is.
    pub fn revoke(&self, moment: Moment) -> Option<Self> {
        (!self.is_revoked()).then(|| Self {
            revoke_time: Some(moment.now),
            stamp: self.stamp.touched(moment),
            ..self.clone()
        })
    }

    /// Whether it was revoked, and did not only expire.
    pub fn is_revoked(&self) -> bool {
        self.revoke_time.is_some()
    }

    /// Whether it works at `now`.
    pub fn is_live(&self, now: Timestamp) -> bool {
        !self.is_revoked() && self.expire_time.is_none_or(|end| now < end)
    }
}
