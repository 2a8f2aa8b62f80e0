//! What the last writes learned of the database: whether anything can be written.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::Error;

/// Whether the last write failed for a reason that the next one will meet too: a full disk, a lost database.
#[derive(Debug, Default)]
pub(crate) struct Writes {
    fail: AtomicBool,
}

impl Writes {
    /// Whether the last write failed so.
    pub(crate) fn last_failed(&self) -> bool {
        self.fail.load(Ordering::Relaxed)
    }

    pub(crate) fn worked(&self) {
        self.fail.store(false, Ordering::Relaxed);
    }

    pub(crate) fn failed(&self) {
        self.fail.store(true, Ordering::Relaxed);
    }

    /// Takes note of an error, if it says that the database cannot write.
    pub(crate) fn noted(&self, error: &Error) {
        if matches!(error, Error::Unavailable(_)) {
            self.failed();
        }
    }
}
