//! The states that a question is answered from, and whose paths on them count.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::{Change, OrganizationId, Reach, UserId};

use crate::state::{IndexedProduct, IndexedType, OrganizationState, PeopleState, PlatformState};
use crate::work::Work;

/// What a question about one organization is answered from.
#[derive(Debug, Clone, Default)]
pub struct View {
    /// Catalog and settings.
    pub platform: Arc<PlatformState>,
    /// Who is not active.
    pub people: Arc<PeopleState>,
    pub organization: Arc<OrganizationState>,
    /// Other organizations on which an answer about it can rest: its active partners, and whatever else was asked for.
    pub others: BTreeMap<OrganizationId, Arc<OrganizationState>>,
    /// Whose paths are not counted.
    pub narrowed: Narrowed,
    /// How much may still be looked at to decide.
    pub work: Work,
}

/// Paths that are there and are not counted: what allows is left out, what denies is always seen.
#[derive(Debug, Clone, Default)]
pub struct Narrowed {
    /// The acting user, and the organizations through which they have paths: no others than the calling account reaches.
    pub reach: Option<(UserId, Reach)>,
    /// Who is asked about without any mandate that they exercise: what is left is theirs.
    pub without_mandates: Option<UserId>,
}

impl Narrowed {
    /// Whether the user's membership of this organization counts.
    pub fn counts(&self, user: &UserId, organization: &OrganizationId) -> bool {
        let reach = self.reach.as_ref();
        reach.is_none_or(|(acting, reach)| acting != user || reach.covers(organization))
    }

    /// Whether a mandate that the user exercises as one of this partner's staff counts.
    pub(crate) fn counts_mandate(&self, user: &UserId, partner: &OrganizationId) -> bool {
        self.without_mandates.as_ref() != Some(user) && self.counts(user, partner)
    }
}

impl View {
    /// The same states after a change of the organization itself, which is its revision.
    #[must_use]
    pub fn after(&self, revision: u64, change: &Change) -> Self {
        let mut organization = OrganizationState::clone(&self.organization);
        organization.apply(revision, change);
        Self {
            organization: Arc::new(organization),
            ..self.clone()
        }
    }

    /// The same states, with no mandate of this user counted.
    #[must_use]
    pub fn without_mandates_of(&self, user: &UserId) -> Self {
        let mut view = self.clone();
        view.narrowed.without_mandates = Some(user.clone());
        view
    }

    /// The same states, with paths of the acting user counted only through what the calling account reaches.
    #[must_use]
    pub fn within_reach(&self, user: &UserId, reach: &Reach) -> Self {
        let mut view = self.clone();
        view.narrowed.reach = Some((user.clone(), reach.clone()));
        view
    }

    /// The same states, to be decided on with so much work.
    #[must_use]
    pub fn with_work(self, work: Work) -> Self {
        Self { work, ..self }
    }

    /// The same platform and people, seen from another of the organizations at hand.
    pub fn of(&self, other: &OrganizationId) -> Option<Self> {
        let organization = Arc::clone(self.others.get(other)?);
        let mut others = self.others.clone();
        if let Some(mine) = self.organization.organization() {
            others.insert(mine.id.clone(), Arc::clone(&self.organization));
        }
        Some(Self {
            platform: Arc::clone(&self.platform),
            people: Arc::clone(&self.people),
            organization,
            others,
            narrowed: self.narrowed.clone(),
            work: self.work.clone(),
        })
    }

    pub(crate) fn indexed_type(&self, target: &IndexedProduct) -> Option<&Arc<IndexedType>> {
        self.platform.indexed_type(&target.product_type)
    }
}
