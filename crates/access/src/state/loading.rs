//! How a state comes to be from what is stored: part by part, so that nobody must hold all of it beside the state.

use std::sync::Arc;

use domain::{Home, Record};

use super::feed::Unsettled;
use super::holders::Holders;
use super::keys::Key;
use super::records::GrantNumber;
use super::{OrganizationState, State};

impl OrganizationState {
    /// The state of these records, each noun once, at `revision`.
    pub fn load(revision: u64, records: impl IntoIterator<Item = Record>) -> Self {
        let mut state = Self {
            revision,
            ..Self::default()
        };
        let mut grants = Grants::default();
        for record in records {
            grants.add(&mut state, record);
        }
        grants.done(&mut state);
        state
    }
}

/// The state of a home that is being loaded.
pub struct Loading {
    state: State,
    grants: Grants,
}

/// What is left to do for grants once all of them are there: to find the place of each by itself takes several times as
/// long as to put all of them in order.
#[derive(Default)]
struct Grants {
    unsettled: Unsettled,
    numbers: Vec<GrantNumber>,
    held: Vec<(Key, u32)>,
}

impl Grants {
    /// Takes in a record of an organization in which each grant stands once.
    fn add(&mut self, state: &mut OrganizationState, record: Record) {
        let Record::Grant(grant) = record else {
            return state.save(record, &mut self.unsettled);
        };
        if let Some(kept) = state.keep_grant(&grant, &mut self.unsettled) {
            self.numbers.push(kept.number);
            let held = kept.keys.into_iter().map(|key| (key, kept.subject));
            self.held.extend(held);
        }
    }

    fn done(self, state: &mut OrganizationState) {
        state.grants.index_all(self.numbers);
        state.holders = Holders::of_all(self.held);
        state.settle(self.unsettled);
    }
}

impl Loading {
    /// Of a home of which nothing is loaded yet.
    pub fn new(home: &Home) -> Self {
        Self {
            state: State::empty(home),
            grants: Grants::default(),
        }
    }

    /// Takes in what the home holds, or a part of it; each noun once.
    pub fn add(&mut self, records: impl IntoIterator<Item = Record>) {
        for record in records {
            match &mut self.state {
                State::Platform(state) => Arc::make_mut(state).save(record),
                State::People(state) => {
                    // Nothing else of that home is remembered.
                    if let Record::User(user) = record {
                        Arc::make_mut(state).save(&user);
                    }
                }
                State::Organization(state) => self.grants.add(Arc::make_mut(state), record),
            }
        }
    }

    /// The state that holds all of it, as it was at `revision`.
    pub fn done(mut self, revision: u64) -> State {
        match &mut self.state {
            State::Platform(state) => Arc::make_mut(state).revision = revision,
            State::People(state) => Arc::make_mut(state).revision = revision,
            State::Organization(state) => {
                let state = Arc::make_mut(state);
                self.grants.done(state);
                state.revision = revision;
            }
        }
        self.state
    }
}
