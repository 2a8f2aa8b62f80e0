//! The last changes of all organizations, read once for all who watch them, and only while somebody does.

use std::sync::{Arc, Mutex, PoisonError, Weak};

use store::Store;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use super::tail::{self, Tail};
use crate::engine::Engine;

pub(crate) struct SharedTail {
    tail: Mutex<Weak<Tail>>,
    store: Store,
    engine: Arc<Engine>,
    tasks: TaskTracker,
    stop: CancellationToken,
}

impl SharedTail {
    pub(crate) fn new(
        store: Store,
        engine: Arc<Engine>,
        tasks: TaskTracker,
        stop: CancellationToken,
    ) -> Self {
        Self {
            tail: Mutex::default(),
            store,
            engine,
            tasks,
            stop,
        }
    }

    /// That of the others who watch, or a new one, which is read until the last of them is gone.
    pub(super) fn open(&self) -> Arc<Tail> {
        let mut shared = self.tail.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(tail) = shared.upgrade() {
            return tail;
        }
        let tail = Arc::new(Tail::new());
        *shared = Arc::downgrade(&tail);
        let run = tail::run(
            Arc::downgrade(&tail),
            self.store.clone(),
            Arc::clone(&self.engine),
            self.stop.clone(),
        );
        let background = self.store.background();
        background.spawn(self.tasks.track_future(run));
        tail
    }
}
