//! Which writes of this process are under way? Each counts from before it begins until it is over.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::Timestamp;

/// The writes of this process that are under way, each with a time that is not after it began.
#[derive(Default)]
pub(crate) struct UnderWay {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// The time as it was read last; who begins a write need not read it.
    seen: Timestamp,
    begun: u64,
    open: BTreeMap<u64, Timestamp>,
}

/// A write that is under way until this is dropped.
pub(crate) struct Mark {
    number: u64,
    all: Arc<UnderWay>,
}

impl UnderWay {
    /// The store's time is this or later from now on.
    pub(crate) fn saw(&self, now: Timestamp) {
        self.state().seen = now;
    }

    pub(crate) fn begin(self: &Arc<Self>) -> Mark {
        let mut state = self.state();
        state.begun += 1;
        let (number, seen) = (state.begun, state.seen);
        state.open.insert(number, seen);
        Mark {
            number,
            all: Arc::clone(self),
        }
    }

    pub(crate) fn open(&self) -> Vec<(String, Timestamp)> {
        let state = self.state();
        let open = state.open.iter();
        open.map(|(number, since)| (number.to_string(), *since))
            .collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Mark {
    fn drop(&mut self) {
        self.all.state().open.remove(&self.number);
    }
}
