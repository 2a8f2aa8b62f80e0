//! A line for the log that many could cause at once, said once in a while with how often it was meant.

use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Between two lines.
const WHILE: Duration = Duration::from_secs(5);

/// When it was last said, and how often it was not since.
#[derive(Debug, Default)]
pub(super) struct Seldom(Mutex<(Option<Instant>, u64)>);

impl Seldom {
    /// How often it happened since the last line, if it is time for the next.
    pub(super) fn now(&self) -> Option<u64> {
        let now = Instant::now();
        let mut told = self.0.lock().unwrap_or_else(|broken| broken.into_inner());
        let (last, times) = &mut *told;
        *times += 1;
        if last.is_some_and(|last| now.duration_since(last) < WHILE) {
            return None;
        }
        *last = Some(now);
        Some(std::mem::take(times))
    }
}

#[cfg(test)]
mod tests {
    use super::Seldom;

    #[test]
    fn it_is_said_once_and_then_kept_back() {
        let told = Seldom::default();
        assert_eq!(told.now(), Some(1));
        assert_eq!((told.now(), told.now()), (None, None));
    }
}
