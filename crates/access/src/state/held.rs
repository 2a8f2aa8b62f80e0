//! What is held through what: all that lies in the way of a check until it finds something.

use super::keys::Key;
use super::records::GrantNumber;

/// A grant that is held through one of the entries of its scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) key: Key,
    pub(crate) grant: GrantNumber,
}
