//! A try at a change while it holds the lock of its home, and how it ends.

use std::time::Instant;

use domain::{Home, Latch};

use super::deciding::Reading;
use super::writing::raised;
use super::{Committed, Intent};
use crate::error::Error;
use crate::gate::Pass;
use crate::head::{self, Head, Requires};
use crate::latch;
use crate::reader::Reader;
use crate::store::Store;
use crate::tx::Tx;

/// A transaction that holds the lock of its home.
pub(super) struct LockedTx {
    pub(super) reader: Reader,
    pub(super) home: Home,
    /// Where it stands: before the first write, or after the last one.
    pub(super) head: Head,
    pub(super) requires: Requires,
    _pass: Pass,
}

/// What came out, and whose latches must be locked once before it is answered.
pub(super) struct AttemptResult {
    pub(super) committed: Committed,
    pub(super) takes_from: Vec<Latch>,
    /// How much it wrote into the log.
    pub(super) bytes: usize,
}

impl LockedTx {
    /// The transaction, and the right to use its connection.
    pub(super) fn apart(self) -> (Tx, Pass) {
        (self.reader.into_tx(), self._pass)
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

/// Begins and takes the lock of the home, by a pass that is there already or else in turn.
pub(super) async fn hold(
    store: &Store,
    intent: &Intent,
    pass: Option<Pass>,
) -> Result<LockedTx, Error> {
    let pass = match pass {
        Some(pass) => pass,
        None => store.gate().enter(&intent.home, intent.deadline).await?,
    };
    let held = lock(store, &intent.home, intent.birth, pass).await?;
    if in_time(intent) {
        return Ok(held);
    }
    held.apart().0.rollback().await;
    Err(Error::Deadline)
}

/// Begins for several writes of a home that is there, and reads what they may consult.
pub(super) async fn hold_together(
    store: &Store,
    home: &Home,
    intents: &[&Intent],
    pass: Pass,
) -> Result<(LockedTx, Reading), Error> {
    let held = lock(store, home, false, pass).await?;
    let latches: Vec<_> = intents
        .iter()
        .flat_map(|intent| intent.latches.clone())
        .collect();
    let reading = async {
        latch::hold(held.reader.tx(), &latches).await?;
        Reading::of_heads(store, intents, &held, None).await
    };
    match reading.await {
        Ok(reading) => Ok((held, reading)),
        Err(error) => {
            held.apart().0.rollback().await;
            Err(error)
        }
    }
}

async fn lock(store: &Store, home: &Home, birth: bool, pass: Pass) -> Result<LockedTx, Error> {
    let tx = store.begin_write(&pass).await?;
    match head::lock(&tx, home, birth).await {
        Ok((head, requires)) => Ok(LockedTx {
            reader: Reader::new(tx, store.ring().clone()),
            home: home.clone(),
            head,
            requires,
            _pass: pass,
        }),
        Err(error) => {
            tx.rollback().await;
            Err(error)
        }
    }
}

pub(super) fn in_time(intent: &Intent) -> bool {
    // The call's own clock: a deadline is a span of waiting, not a moment of the database.
    intent
        .deadline
        .is_none_or(|deadline| Instant::now() < deadline)
}
