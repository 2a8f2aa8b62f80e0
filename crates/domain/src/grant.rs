//! A grant: a subject gets rights on a scope, from a time, until a time.

use serde::{Deserialize, Serialize};

use crate::{
    GrantId, PartnershipId, Personal, Rights, Scope, Stamp, TeamId, Timestamp, UserId, Who,
};

/// Who holds a grant.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// A member of the organization.
    Member(UserId),
    /// A team of the organization, so each of its members.
    Team(TeamId),
    /// A partnership: its mandate, so the partner's staff.
    Partnership(PartnershipId),
}

/// From when until when; open ends are `None`. The start is part of it, the end is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
pub struct GrantPlan {
    /// The rights.
    pub rights: Rights,
    /// On which products.
    pub scope: Scope,
    /// When.
    pub period: Period,
}

/// What a grant has to do with partnerships.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartnerTies {
    /// Given to a member while these made them a PARTNER: it counts only while one of these does, and ends with the last.
    #[serde(rename = "lent_by", default, skip_serializing_if = "Vec::is_empty")]
    pub bound_to: Vec<PartnershipId>,
    /// Made by the staff of these.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub made_through: Vec<PartnershipId>,
}

impl PartnerTies {
    /// The ties, where there are any.
    pub fn new(
        bound_to: Vec<PartnershipId>,
        made_through: Vec<PartnershipId>,
    ) -> Option<Box<Self>> {
        let ties = Self {
            bound_to,
            made_through,
        };
        (ties != Self::default()).then(|| Box::new(ties))
    }
}

impl Grant {
    /// The partnerships without which it does not count; none of a grant that stands for itself.
    pub fn bound_to(&self) -> &[PartnershipId] {
        self.ties.as_ref().map_or(&[], |ties| &ties.bound_to)
    }

    /// The partnerships whose staff made it.
    pub fn made_through(&self) -> &[PartnershipId] {
        self.ties.as_ref().map_or(&[], |ties| &ties.made_through)
    }
}

/// A subject's rights on a scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
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
    /// What it has to do with partnerships; nearly always nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ties: Option<Box<PartnerTies>>,
    /// When it was made and changed.
    pub stamp: Stamp,
}
