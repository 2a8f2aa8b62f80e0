//! How many connections are on a core? Only compared with how many are on others.

use std::sync::Arc;

/// The places on one core.
#[derive(Debug, Default)]
pub(super) struct Places(Arc<()>);

/// Held by a connection as long as it is on the core.
#[derive(Debug)]
pub(super) struct Place {
    _counted: Arc<()>,
}

impl Places {
    pub(super) fn take(&self) -> Place {
        Place {
            _counted: Arc::clone(&self.0),
        }
    }

    pub(super) fn taken(&self) -> usize {
        Arc::strong_count(&self.0) - 1
    }
}
