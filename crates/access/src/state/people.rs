//! Of all people only two sorts are kept: who is not active, since everybody else may act where they are members; and
//! whose account was made for them and waits for their first act.

use domain::{Change, Event, Kind, Record, User, UserId};

use super::Table;

/// What is remembered of all people.
#[derive(Debug, Clone, Default)]
pub struct PeopleState {
    pub(super) revision: u64,
    inactive: Table<UserId, ()>,
    waiting: Table<UserId, ()>,
}

impl PeopleState {
    /// The state of these records at `revision`.
    pub fn load(revision: u64, records: impl IntoIterator<Item = Record>) -> Self {
        let mut state = Self {
            revision,
            ..Self::default()
        };
        for record in records {
            if let Record::User(user) = record {
                state.save(&user);
            }
        }
        state
    }

    /// Takes in a change of people.
    pub fn apply(&mut self, revision: u64, change: &Change) {
        self.revision = revision;
        for event in &change.events {
            match event {
                Event::Saved(Record::User(user)) => self.save(user),
                Event::Removed(name) if name.kind == Kind::User => {
                    if let Ok(user) = UserId::parse(&name.id) {
                        self.inactive.remove(&user);
                        self.waiting.remove(&user);
                    }
                }
                Event::Saved(_) | Event::Amended(_) | Event::Removed(_) => {}
            }
        }
    }

    /// The last revision applied.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether the account works. An unknown one does: membership decides about them.
    pub fn is_active(&self, user: &UserId) -> bool {
        self.inactive.is_empty() || !self.inactive.contains_key(user)
    }

    /// Whether the account was made for somebody, and nobody has acted as it yet.
    pub fn awaits_handover(&self, user: &UserId) -> bool {
        !self.waiting.is_empty() && self.waiting.contains_key(user)
    }

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.inactive == other.inactive && self.waiting == other.waiting
    }

    pub(super) fn save(&mut self, user: &User) {
        put(&mut self.inactive, &user.id, !user.is_active());
        put(&mut self.waiting, &user.id, user.awaits_handover());
    }
}

fn put(people: &mut Table<UserId, ()>, user: &UserId, is_in: bool) {
    if is_in {
        people.insert(user.clone(), ());
    } else {
        people.remove(user);
    }
}
