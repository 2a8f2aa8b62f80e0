//! Of all people only who is not active is kept: everybody else may act where they are members.

use domain::{Change, Event, Kind, Record, User, UserId};

use super::Table;

/// What is remembered of `users`.
#[derive(Debug, Clone, Default)]
pub struct UsersState {
    revision: u64,
    inactive: Table<UserId, ()>,
}

impl UsersState {
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

    /// Takes in a change of `users`.
    pub fn apply(&mut self, revision: u64, change: &Change) {
        self.revision = revision;
        for event in &change.events {
            match event {
                Event::Saved(Record::User(user)) => self.save(user),
                Event::Removed(name) if name.kind == Kind::User => {
                    self.inactive.remove(name.id.as_str());
                }
                Event::Saved(_) | Event::Removed(_) => {}
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

    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        let inactive = |user| other.inactive.contains_key(user);
        self.inactive.len() == other.inactive.len() && self.inactive.keys().all(inactive)
    }

    fn save(&mut self, user: &User) {
        if user.is_active() {
            self.inactive.remove(&user.id);
        } else {
            self.inactive.insert(user.id.clone(), ());
        }
    }
}
