//! A grant: a subject gets rights on a scope, from a time, until a time.

use serde::{Deserialize, Serialize};

use crate::{
    GrantId, Moment, PartnershipId, Personal, Rights, Scope, ScopeEntry, Stamp, TeamId, Timestamp,
    UserId, Who,
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
        self.start.is_none_or(|start| start <= at) && !self.is_over(at)
    }

    /// Whether it has ended by then.
    pub fn is_over(&self, at: Timestamp) -> bool {
        self.ended(at).is_some()
    }

    /// When it ended, where it has by then.
    pub fn ended(&self, at: Timestamp) -> Option<Timestamp> {
        self.end.filter(|end| *end <= at)
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

impl GrantPlan {
    /// Whether it would give anything from then on: of what is over or covers nothing no grant is made.
    pub fn is_live(&self, now: Timestamp) -> bool {
        !self.period.is_over(now) && !self.scope.is_nothing()
    }

    /// The plans without the entry; `None` if none listed it. One that listed nothing else goes, as its grant would.
    pub(crate) fn all_without(plans: &[Self], gone: &ScopeEntry) -> Option<Vec<Self>> {
        let left = |plan: &Self| match plan.scope.without(gone) {
            Some(scope) if scope.is_nothing() => None,
            Some(scope) => Some(Self {
                scope,
                ..plan.clone()
            }),
            None => Some(plan.clone()),
        };
        let listed = plans.iter().any(|plan| plan.scope.lists(gone));
        listed.then(|| plans.iter().filter_map(left).collect())
    }

    /// The grant that it becomes. Future products are those made after this change.
    pub fn grant(self, id: GrantId, subject: Subject, granted_by: Who, moment: Moment) -> Grant {
        Grant {
            id,
            subject,
            rights: self.rights,
            scope: self.scope,
            scope_revision: moment.revision,
            period: self.period,
            note: None,
            granted_by,
            by_owner: false,
            ties: None,
            stamp: Stamp::new(moment),
        }
    }
}

/// What a grant has to do with partnerships.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
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
    /// The grant as this plan says; future products stay those they were while the scope stays.
    #[must_use]
    pub fn planned(&self, plan: GrantPlan, moment: Moment) -> Self {
        let scope_revision = if plan.scope == self.scope {
            self.scope_revision
        } else {
            moment.revision
        };
        Self {
            rights: plan.rights,
            period: plan.period,
            scope_revision,
            ..self.narrowed(plan.scope, moment)
        }
    }

    /// The grant on a part of its scope: which products are future ones stays as it was.
    #[must_use]
    pub fn narrowed(&self, scope: Scope, moment: Moment) -> Self {
        Self {
            scope,
            stamp: self.stamp.touched(moment),
            ..self.clone()
        }
    }

    /// Whether it names all that the plan names, word for word.
    pub fn names(&self, plan: &GrantPlan) -> bool {
        plan.rights.is_part_of(&self.rights) && plan.scope.is_part_of(&self.scope)
    }

    /// Whether it gives every right on all products by then and for good.
    pub fn is_full(&self, at: Timestamp) -> bool {
        let for_good = self.period.end.is_none() && self.period.covers(at);
        for_good && self.rights == Rights::All && self.scope == Scope::All && !self.by_owner
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_has_its_start_and_not_its_end() {
        let period = |start, end| Period {
            start: Option::map(start, Timestamp),
            end: Option::map(end, Timestamp),
        };
        for (period, covers, is_over) in [
            (period(None, None), true, false),
            (period(Some(5), None), true, false),
            (period(Some(6), None), false, false),
            (period(None, Some(6)), true, false),
            (period(None, Some(5)), false, true),
            (period(Some(6), Some(4)), false, true),
        ] {
            assert_eq!(period.covers(Timestamp(5)), covers, "{period:?}");
            assert_eq!(period.is_over(Timestamp(5)), is_over, "{period:?}");
            assert_eq!(period.ended(Timestamp(5)), period.end.filter(|_| is_over));
        }
    }
}
