//! What a question about access is asked of and answered with.

use std::sync::Arc;

use domain::{GrantId, Partnership, ProductId, Role, Team, Timestamp};

/// What is asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Resource {
    /// The organization itself.
    Organization,
    /// One of its products.
    Product(ProductId),
}

/// What allows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Path {
    /// The member's role.
    Role(Role),
    /// A grant of the member's own.
    Grant(GrantId),
    /// A grant of one of the member's teams.
    Team(Arc<Team>, GrantId),
    /// A partnership whose staff the user is; with the grant that its mandate holds, where it is LIMITED.
    Partnership(Arc<Partnership>, Option<GrantId>),
}

/// Why it is allowed or denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DecisionReason {
    /// Allowed: the role.
    Role,
    /// Allowed: a grant of the member's own.
    Grant,
    /// Allowed: a grant of a team.
    Team,
    /// Allowed: a partnership whose staff the user is.
    Partnership,
    /// Denied: neither a member nor staff of an active partner; also said of a user who does not exist.
    NotAMember,
    /// Denied: the person is deactivated everywhere.
    UserInactive,
    /// Denied: the membership is deactivated.
    MemberInactive,
    /// Denied: the organization has no such product.
    ProductUnknown,
    /// Denied: no path allows it.
    NoPath,
    /// Denied: a path allowed it that is over.
    Ended,
    /// Denied: only the owner of the product's type gives it, and has not.
    Managed,
    /// Denied: their area does not reach the product.
    OutOfReach,
    /// Denied: they administer, without the area that it takes.
    AreaMissing,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The answer itself.
    pub allowed: bool,
    pub reason: DecisionReason,
    /// One path that allows it: the role before own grants before teams before partnerships.
    pub path: Option<Path>,
    /// The next time at which the answer changes by itself; `None` if it never does.
    pub valid_until: Option<Timestamp>,
}

impl Path {
    /// The grant that it leads through.
    pub fn grant(&self) -> Option<&GrantId> {
        match self {
            Self::Role(_) => None,
            Self::Grant(grant) | Self::Team(_, grant) => Some(grant),
            Self::Partnership(_, grant) => grant.as_ref(),
        }
    }

    /// The reason that it is.
    pub fn reason(&self) -> DecisionReason {
        match self {
            Self::Role(_) => DecisionReason::Role,
            Self::Grant(_) => DecisionReason::Grant,
            Self::Team(..) => DecisionReason::Team,
            Self::Partnership(..) => DecisionReason::Partnership,
        }
    }
}

impl Decision {
    /// Allowed by this path until then.
    pub(crate) fn allowed(path: Path, valid_until: Option<Timestamp>) -> Self {
        Self {
            allowed: true,
            reason: path.reason(),
            path: Some(path),
            valid_until,
        }
    }

    /// Denied until then.
    pub(crate) fn denied(reason: DecisionReason, valid_until: Option<Timestamp>) -> Self {
        Self {
            allowed: false,
            reason,
            path: None,
            valid_until,
        }
    }
}
