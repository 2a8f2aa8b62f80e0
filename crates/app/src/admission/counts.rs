//! What became of calls since the start, in numbers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use domain::{Reason, Refusal};

/// The codes of gRPC, 0 to 16.
const CODES: usize = 17;

/// Numbers that only grow.
#[derive(Debug, Default)]
pub struct Counts {
    rate_limited: AtomicU64,
    overloaded: AtomicU64,
    answered: [AtomicU64; CODES],
    micros: AtomicU64,
}

/// A call that was answered.
#[derive(Debug)]
pub struct Finished<'a> {
    /// `Service.Method`.
    pub method: &'a str,
    /// The code of gRPC.
    pub code: i32,
    /// From its headers to those of its answer.
    pub took: Duration,
}

impl Counts {
    pub(super) fn refused(&self, refusal: &Refusal) {
        let count = match refusal.reason {
            Reason::Overloaded => &self.overloaded,
            _ => &self.rate_limited,
        };
        count.fetch_add(1, Ordering::Relaxed);
    }

    pub(super) fn finished(&self, finished: &Finished<'_>) {
        let code = usize::try_from(finished.code).ok();
        if let Some(count) = code.and_then(|code| self.answered.get(code)) {
            count.fetch_add(1, Ordering::Relaxed);
        }
        let micros = u64::try_from(finished.took.as_micros()).unwrap_or(u64::MAX);
        self.micros.fetch_add(micros, Ordering::Relaxed);
    }

    /// Refused because their key or organization asked too much.
    pub fn rate_limited(&self) -> u64 {
        self.rate_limited.load(Ordering::Relaxed)
    }

    /// Refused because all asked too much.
    pub fn overloaded(&self) -> u64 {
        self.overloaded.load(Ordering::Relaxed)
    }

    /// Answered, well or not; by each code of gRPC.
    pub fn answered(&self) -> [u64; CODES] {
        std::array::from_fn(|code| {
            let count = self.answered.get(code);
            count.map_or(0, |count| count.load(Ordering::Relaxed))
        })
    }

    /// The time of all together.
    pub fn took(&self) -> Duration {
        Duration::from_micros(self.micros.load(Ordering::Relaxed))
    }
}
