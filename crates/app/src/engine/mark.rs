//! What a token or a position says of a home that was seen: less than its head, and enough to tell another history.

use domain::{Reason, Refusal};
use store::Head;

/// A revision and the first bytes of its chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) revision: u64,
    pub(crate) chain: [u8; 8],
}

/// The first eight bytes of a chain.
pub(crate) fn chain_mark(chain: &[u8; 32]) -> [u8; 8] {
    let mut mark = [0; 8];
    mark.copy_from_slice(chain.split_at(8).0);
    mark
}

impl Mark {
    pub(crate) fn of(head: &Head) -> Self {
        Self {
            revision: head.revision,
            chain: chain_mark(&head.chain),
        }
    }

    /// The later of the two.
    pub(crate) fn later(one: Option<Self>, other: Option<Self>) -> Option<Self> {
        one.into_iter()
            .chain(other)
            .max_by_key(|mark| mark.revision)
    }
}

/// What the token saw is not what this store remembers.
pub(crate) fn history_lost(what: &str) -> Refusal {
    Refusal::new(
        Reason::HistoryLost,
        format!(
            "{what} The store was replaced or rolled back since; ask again without a token and tell the operator."
        ),
    )
}
