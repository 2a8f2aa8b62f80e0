//! Of which homes is a checkpoint to be made? Those that have come far since it was looked at last.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::Home;
use tokio::sync::Notify;

/// Homes that wait for their checkpoint.
#[derive(Default)]
pub(super) struct Due {
    homes: Mutex<BTreeSet<Home>>,
    wake: Notify,
}

impl Due {
    pub(super) fn add(&self, home: &Home) {
        self.homes().insert(home.clone());
        self.wake.notify_one();
    }

    /// The next one, once there is one.
    pub(super) async fn next(&self) -> Home {
        loop {
            let first = self.homes().pop_first();
            match first {
                Some(home) => return home,
                None => self.wake.notified().await,
            }
        }
    }

    fn homes(&self) -> MutexGuard<'_, BTreeSet<Home>> {
        self.homes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
