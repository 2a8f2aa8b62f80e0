//! The readings of one home: the one that is under way, and the one after it.

use std::sync::Arc;

use tokio::sync::watch;

use crate::error::Error;

/// What came of a reading.
pub(super) type Landed<T> = Result<T, Arc<Error>>;

/// A reading that is under way, or the one after it.
#[derive(Debug, Clone)]
pub(super) struct Flight<T> {
    pub(super) number: u64,
    pub(super) landed: watch::Receiver<Option<Landed<T>>>,
}

/// The readings of one home.
#[derive(Debug)]
pub(super) struct Flights<T> {
    pub(super) count: u64,
    pub(super) running: Option<Flight<T>>,
    /// Begins when the running one has ended, so after whoever waits for it asked.
    pub(super) next: Option<Flight<T>>,
}

impl<T> Default for Flights<T> {
    fn default() -> Self {
        Self {
            count: 0,
            running: None,
            next: None,
        }
    }
}

impl<T> Flights<T> {
    pub(super) fn begins(&mut self, number: u64) {
        if self.next.as_ref().is_some_and(|next| next.number == number) {
            self.running = self.next.take();
        }
    }

    pub(super) fn ends(&mut self, number: u64) {
        let running = self.running.as_ref();
        if running.is_some_and(|running| running.number == number) {
            self.running = None;
        }
    }
}
