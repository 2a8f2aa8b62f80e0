//! How long does something last? The monotonic clock stands still while the machine is suspended, so that what was kept
//! before would be given after it. As long as the longer says, of it and the clock on the wall.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// By how much the wall clock has to run ahead to count, in microseconds: two readings are never at once.
const NOTICED: i64 = 100_000;

/// A clock that never goes back, and misses no time in which the machine was suspended.
pub(super) struct Ages<W> {
    started: Instant,
    /// Says microseconds since 1970.
    wall: W,
    /// What the wall clock said more than the monotonic one when that was noticed last.
    lead: AtomicI64,
    /// All that the wall clock ran ahead, in microseconds; that it was set back again takes nothing away.
    missed: AtomicU64,
    noticing: Mutex<()>,
}

impl<W: Fn() -> i64> Ages<W> {
    pub(super) fn by(wall: W) -> Self {
        Self {
            started: Instant::now(),
            lead: AtomicI64::new(wall()),
            wall,
            missed: AtomicU64::new(0),
            noticing: Mutex::default(),
        }
    }

    /// Since it was made.
    pub(super) fn now(&self) -> Duration {
        let ran = self.started.elapsed();
        if self.ahead(ran).abs() >= NOTICED {
            self.notice();
        }
        ran.saturating_add(Duration::from_micros(self.missed.load(Ordering::Acquire)))
    }

    /// What the wall clock ran ahead since that was noticed last; less than nothing where it was set back.
    fn ahead(&self, ran: Duration) -> i64 {
        let ran = i64::try_from(ran.as_micros()).unwrap_or(i64::MAX);
        let lead = (self.wall)().saturating_sub(ran);
        lead.saturating_sub(self.lead.load(Ordering::Acquire))
    }

    /// One at a time, so that nothing counts twice.
    fn notice(&self) {
        let _noticing = self.noticing.lock().unwrap_or_else(PoisonError::into_inner);
        let ahead = self.ahead(self.started.elapsed());
        if ahead.abs() < NOTICED {
            return;
        }
        // Before the lead is known, since who sees that looks no further.
        let missed = u64::try_from(ahead).unwrap_or_default();
        self.missed.fetch_add(missed, Ordering::Release);
        self.lead.fetch_add(ahead, Ordering::Release);
    }
}

/// The clock on the wall.
#[expect(
    clippy::disallowed_methods,
    reason = "to tell spans of time and no moment"
)]
pub(super) fn wall() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH);
    since.map_or(0, |since| {
        i64::try_from(since.as_micros()).unwrap_or(i64::MAX)
    })
}
