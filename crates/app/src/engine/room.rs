//! Is there room in memory for one more state? The past goes first, then who is used least; who is in use stays.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use domain::{Reason, Refusal};

use super::{Cell, Engine};
use crate::error::Error;

/// The setting that a refusal names.
const MEMORY: &str = "memory-mebibytes";
/// Who was asked for within this long is in use, in microseconds.
const IN_USE: u64 = 1_000_000;
/// When there may be room again.
const AGAIN: Duration = Duration::from_secs(1);

impl Engine {
    /// The bytes that organizations take in memory, and states of the past.
    fn taken(&self) -> u64 {
        let cells = self.cells.read().unwrap_or_else(PoisonError::into_inner);
        let loaded = cells.values().filter(|cell| cell.published().is_some());
        loaded.map(|cell| cell.size()).sum::<u64>() + self.past.size()
    }

    /// Refuses what would not fit beside those in use; the others make room, the least used first.
    pub(super) fn must_fit(&self, size: u64) -> Result<(), Error> {
        if self.makes_room(size) {
            return Ok(());
        }
        let why = format!(
            "The organization is not in memory, and there is no room for it beside those in use (setting {MEMORY}). \
             Nothing was done; try again a little later, or ask the operator to raise the setting."
        );
        let refusal = Refusal::new(Reason::MemoryFull, why).with("limit", MEMORY);
        Err(refusal.again_in(AGAIN).into())
    }

    /// The same of a state of the past, for which only others of the past make room.
    pub(super) fn past_must_fit(&self, size: u64) -> Result<(), Error> {
        let taken = self.taken().saturating_add(size);
        let surplus = taken.saturating_sub(self.memory);
        if self.past.free(surplus) >= surplus {
            return Ok(());
        }
        let why = format!(
            "There is no room in memory for a state of the past beside the organizations in use (setting {MEMORY}). Try \
             again later, or ask the operator to raise the setting."
        );
        let refusal = Refusal::new(Reason::MemoryFull, why).with("limit", MEMORY);
        Err(refusal.again_in(AGAIN).into())
    }

    /// Whether so many bytes more are within the limit, once others have gone.
    pub(super) fn makes_room(&self, more: u64) -> bool {
        let taken = self.taken().saturating_add(more);
        let Some(surplus) = taken
            .checked_sub(self.memory)
            .filter(|surplus| *surplus > 0)
        else {
            return true;
        };
        let (idle, past) = (self.least_used(), self.past.size());
        // Nobody leaves for what would not fit even then.
        if idle.iter().map(|cell| cell.size()).sum::<u64>() + past < surplus {
            return false;
        }
        // What is past is built again; what is asked about now would be read again.
        let mut left = surplus.saturating_sub(self.past.free(surplus));
        if left == 0 {
            return true;
        }
        for cell in idle {
            left = left.saturating_sub(cell.leaves().unwrap_or_default());
            if left == 0 {
                return true;
            }
        }
        false
    }

    /// The organizations in memory that nobody uses now, in the order in which they were used.
    fn least_used(&self) -> Vec<Arc<Cell>> {
        let now = self.age_clock();
        let cells = self.cells.read().unwrap_or_else(PoisonError::into_inner);
        let idle = cells.values().filter(|cell| {
            let is_in_use = cell.is_watched() || now.saturating_sub(cell.used()) <= IN_USE;
            !is_in_use && cell.published().is_some()
        });
        let mut idle: Vec<_> = idle.cloned().collect();
        drop(cells);
        idle.sort_unstable_by_key(|cell| cell.used());
        idle
    }
}

impl Cell {
    /// Leaves memory and says how many bytes that frees; `None` where somebody is reading it.
    fn leaves(&self) -> Option<u64> {
        let _fetching = self.fetching.try_lock().ok()?;
        let size = self.published().map(|_| self.size());
        self.forget();
        size
    }
}
