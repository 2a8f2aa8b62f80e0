//! What is remembered of a home to answer from: one state per home, filled by a load and then by changes.

mod by_id;
mod bytes;
mod catalog;
mod counts;
mod covered;
mod feed;
mod grants;
mod held;
mod holders;
mod indexed;
mod kept;
mod keys;
mod list;
mod loading;
mod nouns;
mod numbered;
mod organization;
mod packed;
mod partners;
mod people;
mod platform;
mod records;
mod same;
mod short_id;
mod size;
mod table;
mod tags;
mod usage;

use std::sync::Arc;

use domain::{Change, Home, Record};

pub(crate) use catalog::{IndexedRight, IndexedType};
pub(crate) use grants::SubjectGrants;
pub(crate) use held::Held;
pub(crate) use indexed::{
    FUTURE, ITSELF, IndexedMember, IndexedProduct, IndexedTeam, TYPE, Technical, covering_entries,
};
pub(crate) use kept::GrantEntry;
pub(crate) use keys::Key;
pub use loading::Loading;
pub use organization::OrganizationState;
pub use people::PeopleState;
pub use platform::PlatformState;
pub(crate) use table::Table;

/// The state of one home.
#[derive(Debug, Clone)]
pub enum State {
    /// Catalog, settings, operators, service accounts and keys.
    Platform(Arc<PlatformState>),
    People(Arc<PeopleState>),
    Organization(Arc<OrganizationState>),
}

impl State {
    /// The state of a home of which nothing is known yet.
    pub fn empty(home: &Home) -> Self {
        match home {
            Home::Platform => Self::Platform(Arc::default()),
            Home::People => Self::People(Arc::default()),
            Home::Organization(_) => Self::Organization(Arc::default()),
        }
    }

    /// The state of a home that holds these records at `revision`.
    pub fn load(home: &Home, revision: u64, records: Vec<Record>) -> Self {
        let mut loading = Loading::new(home);
        loading.add(records);
        loading.done(revision)
    }

    /// The state after a change; this one stays as it is.
    #[must_use]
    pub fn applied(&self, revision: u64, change: &Change) -> Self {
        let mut next = self.clone();
        next.apply(revision, change);
        next
    }

    /// Takes in a change. Only the first of many copies what this state shares with others.
    pub fn apply(&mut self, revision: u64, change: &Change) {
        match self {
            Self::Platform(state) => Arc::make_mut(state).apply(revision, change),
            Self::People(state) => Arc::make_mut(state).apply(revision, change),
            Self::Organization(state) => Arc::make_mut(state).apply(revision, change),
        }
    }

    /// The last revision applied.
    pub fn revision(&self) -> u64 {
        match self {
            Self::Platform(state) => state.revision(),
            Self::People(state) => state.revision(),
            Self::Organization(state) => state.revision(),
        }
    }

    /// About how many bytes it takes, where it may leave memory: what every answer needs stays, and counts as none.
    pub fn size(&self) -> u64 {
        match self {
            Self::Platform(_) | Self::People(_) => 0,
            Self::Organization(state) => state.size(),
        }
    }

    /// Whether both hold the same and would answer the same, whatever order they were filled in.
    pub fn is_same_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Platform(mine), Self::Platform(theirs)) => mine.is_same_as(theirs),
            (Self::People(mine), Self::People(theirs)) => mine.is_same_as(theirs),
            (Self::Organization(mine), Self::Organization(theirs)) => mine.is_same_as(theirs),
            _ => false,
        }
    }
}
