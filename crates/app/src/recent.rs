//! How much of the last changes is kept in memory, for those who read a little later?

use std::collections::VecDeque;
use std::sync::Arc;

use store::Logged;

/// Bytes of changes, as they are stored.
const MAX_BYTES: usize = 4 << 20;

/// How many of the first ones go, so that the last stay: at most so many of them, and no more than fit.
pub(crate) fn surplus(changes: &VecDeque<Arc<Logged>>, most: usize) -> usize {
    let mut bytes = 0;
    let last = changes.iter().rev().take(most);
    let kept = last.take_while(|logged| {
        let fits = bytes < MAX_BYTES;
        bytes += logged.size();
        fits
    });
    changes.len() - kept.count()
}
