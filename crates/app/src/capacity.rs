//! How much one instance takes on, so that no organization's questions stop the others.

use std::num::NonZeroUsize;

/// What one instance takes on at most.
#[derive(Debug, Clone)]
pub struct Capacity {
    /// Previews that are worked on at once, and eight times as many decisions under the locks of organizations.
    pub decisions: usize,
    /// Steps of one decision or preview, see [`access::Work`].
    pub steps: u64,
    /// Bytes that the states of organizations may take in memory.
    pub memory: u64,
    /// Changes of a home that questions about the past may well replay: no checkpoint is made before so many.
    pub replayed: u64,
}

impl Default for Capacity {
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
        Self {
            // Two at least, so that one organization never has all.
            decisions: cores.max(2),
            // 250 ms of a core.
            steps: 4_000_000,
            memory: 1 << 30,
            replayed: 1_000,
        }
    }
}
