//! How long ago is something? The monotonic clock stands still while the machine is suspended, and the wall clock is set
//! by whoever corrects it. As long as the longer of the two says, then: what is younger than it is would be believed.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Instant, SystemTime};

/// By how much the wall clock has to run ahead to count, in microseconds: two readings are never at once.
const NOTICED: i64 = 100_000;

/// Microseconds since 1970, by the clock on the wall.
type Wall = Box<dyn Fn() -> i64 + Send + Sync>;

/// A clock that never goes back, and misses no time in which the machine was suspended.
pub(super) struct Ages {
    started: Instant,
    wall: Wall,
    /// What the wall clock said more than the monotonic one when that was noticed last.
    lead: AtomicI64,
    /// All that the wall clock ran ahead, in microseconds; that it was set back again takes nothing away.
    missed: AtomicU64,
    noticing: Mutex<()>,
}

impl Ages {
    pub(super) fn new() -> Self {
        Self::by(Box::new(wall))
    }

    fn by(wall: Wall) -> Self {
        let started = Instant::now();
        let lead = wall();
        Self {
            started,
            wall,
            lead: AtomicI64::new(lead),
            missed: AtomicU64::new(0),
            noticing: Mutex::default(),
        }
    }

    /// Microseconds since it was made.
    pub(super) fn now(&self) -> u64 {
        let ran = self.ran();
        if self.ahead(ran).abs() >= NOTICED {
            self.notice();
        }
        ran.saturating_add(self.missed.load(Ordering::Acquire))
    }

    /// Microseconds since it was made, without those in which the machine was suspended.
    pub(super) fn ran(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// What the wall clock ran ahead since that was noticed last; less than nothing where it was set back.
    fn ahead(&self, ran: u64) -> i64 {
        let ran = i64::try_from(ran).unwrap_or(i64::MAX);
        let lead = (self.wall)().saturating_sub(ran);
        lead.saturating_sub(self.lead.load(Ordering::Acquire))
    }

    /// One at a time, so that nothing counts twice.
    fn notice(&self) {
        let _noticing = self.noticing.lock().unwrap_or_else(PoisonError::into_inner);
        let ahead = self.ahead(self.ran());
        if ahead.abs() < NOTICED {
            return;
        }
        // Before the lead is known, since who sees that looks no further.
        let missed = u64::try_from(ahead).unwrap_or_default();
        self.missed.fetch_add(missed, Ordering::Release);
        self.lead.fetch_add(ahead, Ordering::Release);
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that reads it, to tell spans of time and no moment"
)]
fn wall() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    const MINUTE: i64 = 60_000_000;

    /// Ages by a wall clock that says this much more than the real one.
    fn ages() -> (Ages, Arc<AtomicI64>) {
        let moved = Arc::new(AtomicI64::new(0));
        let read = Arc::clone(&moved);
        let ages = Ages::by(Box::new(move || wall() + read.load(Ordering::SeqCst)));
        (ages, moved)
    }

    fn minutes(ages: &Ages) -> u64 {
        ages.now() / u64::try_from(MINUTE).expect("positive")
    }

    #[test]
    fn attack_b3_what_a_suspended_machine_slept_counts() {
        let (ages, moved) = ages();
        assert_eq!(minutes(&ages), 0);
        moved.fetch_add(10 * MINUTE, Ordering::SeqCst);
        assert_eq!((minutes(&ages), minutes(&ages)), (10, 10));
        moved.fetch_add(5 * MINUTE, Ordering::SeqCst);
        assert_eq!(minutes(&ages), 15);
    }

    #[test]
    fn attack_b3_a_clock_that_is_set_back_makes_nothing_younger() {
        let (ages, moved) = ages();
        moved.fetch_add(10 * MINUTE, Ordering::SeqCst);
        assert_eq!(minutes(&ages), 10);
        moved.fetch_sub(30 * MINUTE, Ordering::SeqCst);
        assert_eq!(minutes(&ages), 10);
        // From there on it counts again.
        moved.fetch_add(2 * MINUTE, Ordering::SeqCst);
        assert_eq!(minutes(&ages), 12);
    }
}
