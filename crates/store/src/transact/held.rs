//! A try at a change while it holds the lock of its home, and how it ends.

use std::time::Instant;

use domain::Latch;

use super::{Committed, Intent};
use crate::error::Error;
use crate::gate::Pass;
use crate::head::{self, Head, Requires};
use crate::reader::Reader;
use crate::store::Store;
use crate::tx::Tx;

/// A transaction that holds the lock of its home.
pub(super) struct LockedTx {
    pub(super) reader: Reader,
    pub(super) head: Head,
    pub(super) requires: Requires,
    _pass: Pass,
}

/// What came out, and whose latches must be locked once before it is answered.
pub(super) struct AttemptResult {
    pub(super) committed: Committed,
    pub(super) takes_from: Vec<Latch>,
}

impl LockedTx {
    /// The transaction, and the right to use its connection.
    pub(super) fn apart(self) -> (Tx, Pass) {
        (self.reader.into_tx(), self._pass)
    }
}

/// How a try ends.
pub(super) enum TryEnd {
    /// In a COMMIT of what was written.
    Commit(AttemptResult),
    /// In a COMMIT of the lock alone, which proves that what was read is there for good.
    Prove(AttemptResult),
    /// In a ROLLBACK: nothing was written.
    Leave(AttemptResult),
}

/// Why a try came to nothing.
pub(super) enum Failed<E> {
    /// Others were in the way.
    Again(Error),
    /// The connection was lost while committing this.
    Unknown(AttemptResult),
    /// It stays so.
    Over(E),
}

impl<E: From<Error>> From<Error> for Failed<E> {
    fn from(error: Error) -> Self {
        if error.is_passing() {
            Self::Again(error)
        } else {
            Self::Over(error.into())
        }
    }
}

/// Begins and takes the lock of the home.
pub(super) async fn hold(store: &Store, intent: &Intent) -> Result<LockedTx, Error> {
    let pass = store.gate().enter(&intent.home, intent.deadline).await?;
    let tx = store.begin_write(&pass).await?;
    match head::lock(&tx, &intent.home, intent.birth).await {
        Ok((head, requires)) if in_time(intent) => Ok(LockedTx {
            reader: Reader::new(tx, store.ring().clone()),
            head,
            requires,
            _pass: pass,
        }),
        other => {
            tx.rollback().await;
            Err(other.err().unwrap_or(Error::Deadline))
        }
    }
}

pub(super) fn in_time(intent: &Intent) -> bool {
    // The call's own clock: a deadline is a span of waiting, not a moment of the database.
    intent
        .deadline
        .is_none_or(|deadline| Instant::now() < deadline)
}
