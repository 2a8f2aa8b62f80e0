//! What did a change come to?

use domain::{Change, Home};

use crate::head::Head;

/// What was changed.
#[derive(Debug, Clone)]
pub struct Committed {
    /// The changes as the log tells them; those of a replay come from there, so without personal values.
    pub changes: Vec<Change>,
    /// Where the homes stood right after.
    pub heads: Vec<(Home, Head)>,
    /// Whether it had happened before, under the same request id.
    pub replayed: bool,
}
