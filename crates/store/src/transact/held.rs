//! A try at a change while it holds the lock of its home, and how it ends.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::{Home, Latch};

use super::{Committed, Decide, Intent};
use crate::entity::change::Model;
use crate::entity::idempotency;
use crate::error::Error;
use crate::gate::Pass;
use crate::head::{Head, Requires, raised};
use crate::key_ring::KeyRing;
use crate::log::Logged;
use crate::reader::Reader;
use crate::tx::Tx;

/// A transaction that holds the lock of its home.
pub(super) struct LockedTx {
    pub(super) reader: Reader,
    pub(super) home: Home,
    /// Where it stands: before the first write, or after the last one.
    pub(super) head: Head,
    pub(super) requires: Requires,
    /// What seals a change: the store's id, and its keys.
    pub(super) store: String,
    pub(super) ring: Arc<KeyRing>,
    pub(super) pass: Pass,
}

/// What came out, and whose latches must be locked once before it is answered.
pub(super) struct AttemptResult {
    pub(super) committed: Committed,
    pub(super) takes_from: Vec<Latch>,
    /// What it wrote into the log.
    pub(super) rows: Vec<Model>,
    /// What is remembered of its request.
    pub(super) request: Option<idempotency::Model>,
}

impl AttemptResult {
    /// How much it wrote into the log.
    pub(super) fn bytes(&self) -> usize {
        self.rows.iter().map(|row| row.payload.len()).sum()
    }

    /// It is committed: whoever decided may go on from it, before the next one of its home decides.
    pub(super) fn tell<D: Decide>(&mut self, decide: &mut D) {
        let logged = self.rows.drain(..).map(Logged::read);
        match logged.collect::<Result<Vec<_>, _>>() {
            Ok(logged) => decide.committed(logged),
            // It stands; whoever reads it from the log says what is wrong.
            Err(cause) => tracing::warn!(%cause, "committed, and cannot be read"),
        }
    }
}

impl LockedTx {
    /// The transaction, and the right to use its connection.
    pub(super) fn apart(self) -> (Tx, Pass) {
        (self.reader.into_tx(), self.pass)
    }

    /// A write was made, and the next one follows it.
    pub(super) fn goes_on(&mut self, done: &AttemptResult, deps: &[(Home, u64)]) {
        let own = |(home, _): &&(Home, Head)| *home == self.home;
        if let Some((_, head)) = done.committed.heads.iter().find(own) {
            self.head = *head;
        }
        self.requires = raised(&self.requires, &self.home, deps);
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
    Unknown(Box<AttemptResult>),
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

pub(super) fn in_time(intent: &Intent) -> bool {
    // The call's own clock: a deadline is a span of waiting, not a moment of the database.
    intent
        .deadline
        .is_none_or(|deadline| Instant::now() < deadline)
}

/// Whoever has less time left than this writes with nobody.
const LEAST: Duration = Duration::from_millis(200);

/// Whether others may rest on its being in time.
pub(super) fn has_time(intent: &Intent) -> bool {
    let left = |deadline: Instant| deadline.saturating_duration_since(Instant::now());
    intent
        .deadline
        .is_none_or(|deadline| left(deadline) >= LEAST)
}
