//! Who waits to write to the same home? Whoever gets the lane takes others along.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::Home;

use super::held::{has_time, in_time};
use super::member::Member;

/// A write that waits, and the number that it got when it came.
pub(super) type Waiting = (u64, Box<dyn Member>);

/// The writes that wait, by home, in the order in which they came.
#[derive(Default)]
pub(crate) struct Queues {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    came: u64,
    homes: HashMap<Home, VecDeque<Waiting>>,
}

impl Queues {
    /// Waits from now on, under the number that this answers.
    pub(super) fn join(&self, home: &Home, member: Box<dyn Member>) -> u64 {
        let mut state = self.state();
        state.came += 1;
        let number = state.came;
        let queue = state.homes.entry(home.clone()).or_default();
        queue.push_back((number, member));
        number
    }

    /// Waits no longer. `None` where somebody has taken it along: they will answer it.
    pub(super) fn leave(&self, home: &Home, number: u64) -> Option<Waiting> {
        let mut state = self.state();
        let queue = state.homes.get_mut(home)?;
        let place = queue.iter().position(|(other, _)| *other == number)?;
        let taken = queue.remove(place);
        state.forget_if_empty(home);
        taken
    }

    /// Up to so many that wait, in order. Whoever has little time left goes on waiting, to go alone: where it were late,
    /// the others would lose what they wrote with it.
    pub(super) fn take(&self, home: &Home, most: usize) -> Vec<Waiting> {
        let mut state = self.state();
        let Some(queue) = state.homes.get_mut(home) else {
            return Vec::new();
        };
        let (mut taken, mut left) = (Vec::new(), VecDeque::new());
        for waiting in queue.drain(..) {
            if taken.len() < most && has_time(waiting.1.intent()) {
                taken.push(waiting);
            } else {
                left.push_back(waiting);
            }
        }
        *queue = left;
        state.forget_if_empty(home);
        taken
    }

    /// Puts back whose turn did not come, before those that came later. Answers those whose time is up: they look for
    /// themselves here when it is, and not again.
    pub(super) fn put_back(&self, home: &Home, waiting: Vec<Waiting>) -> Vec<Waiting> {
        let mut state = self.state();
        let (waiting, late): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|(_, member)| in_time(member.intent()));
        let queue = state.homes.entry(home.clone()).or_default();
        for member in waiting.into_iter().rev() {
            queue.push_front(member);
        }
        state.forget_if_empty(home);
        late
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn forget_if_empty(&mut self, home: &Home) {
        if self.homes.get(home).is_some_and(VecDeque::is_empty) {
            self.homes.remove(home);
        }
    }
}
