//! Whose turn is it? Each of them has so many at once, and waits for their own in the order in which they came.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// What each has and waits for.
#[derive(Debug)]
pub(super) struct Turns<K> {
    most: usize,
    queues: Mutex<HashMap<K, Arc<Semaphore>>>,
}

/// One of them, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn {
    _permit: Option<OwnedSemaphorePermit>,
}

impl<K: Hash + Eq + Clone> Turns<K> {
    pub(super) fn of(most: usize) -> Self {
        Self {
            most: most.min(Semaphore::MAX_PERMITS),
            queues: Mutex::default(),
        }
    }

    /// Waits for the next.
    pub(super) async fn next(&self, who: &K) -> Turn {
        let queue = self.queue(who);
        Turn {
            // A queue is never closed.
            _permit: queue.acquire_owned().await.ok(),
        }
    }

    fn queue(&self, who: &K) -> Arc<Semaphore> {
        let mut queues = self.queues.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(queue) = queues.get(who) {
            return Arc::clone(queue);
        }
        // Who has nothing and waits for nothing is forgotten: all these are held here alone.
        queues.retain(|_, queue| Arc::strong_count(queue) > 1);
        let queue = Arc::new(Semaphore::new(self.most));
        queues.insert(who.clone(), Arc::clone(&queue));
        queue
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    /// Their turn, where it is at once.
    fn at_once(turns: &Turns<&str>, who: &'static str) -> Option<Turn> {
        let waiting = pin!(turns.next(&who));
        match waiting.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(turn) => Some(turn),
            Poll::Pending => None,
        }
    }

    #[test]
    fn each_waits_for_their_own_turn_and_for_nobody_elses() {
        let turns = Turns::of(1);
        let first = at_once(&turns, "a");
        assert!(first.is_some());
        assert!(at_once(&turns, "a").is_none());
        assert!(at_once(&turns, "b").is_some());
        drop(first);
        assert!(at_once(&turns, "a").is_some());
        // The next one who comes finds nobody else remembered.
        assert!(at_once(&turns, "c").is_some());
        assert_eq!(turns.queues.lock().expect("whole").len(), 1);
    }
}
