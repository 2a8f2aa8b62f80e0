//! How much may one decision look at? Steps are counted where a question can grow long: one is about 60 ns of a core, in a
//! release build. Once they are used up every such question ends at once with what denies, and whoever asked says why.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The steps that a decision has left; the default counts none, for what is short by itself.
#[derive(Debug, Clone, Default)]
pub struct Work(Option<Arc<AtomicU64>>);

impl Work {
    /// So many steps. Clones take from the same.
    pub fn of(steps: u64) -> Self {
        Self(Some(Arc::new(AtomicU64::new(steps))))
    }

    /// Takes so many steps; false where not as many are left, from then on for ever.
    pub fn goes_on(&self, steps: usize) -> bool {
        let Some(left) = &self.0 else {
            return true;
        };
        let steps = u64::try_from(steps).unwrap_or(u64::MAX);
        let before = left.load(Ordering::Relaxed);
        let after = before.checked_sub(steps);
        left.store(after.unwrap_or(0), Ordering::Relaxed);
        after.is_some_and(|after| after > 0)
    }

    /// Whether all were used up, so that no answer given since counts.
    pub fn is_spent(&self) -> bool {
        let left = self.0.as_ref();
        left.is_some_and(|left| left.load(Ordering::Relaxed) == 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clones_take_from_the_same_steps_and_what_is_spent_stays_spent() {
        let work = Work::of(10);
        assert!(work.goes_on(4) && work.clone().goes_on(5));
        assert!(!work.is_spent());
        assert!(!work.clone().goes_on(1));
        assert!(work.is_spent() && !work.goes_on(0));
        assert!(Work::default().goes_on(usize::MAX) && !Work::default().is_spent());
    }
}
