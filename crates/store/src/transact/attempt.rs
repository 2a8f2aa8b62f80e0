//! What happens in one try at a change, and when is it tried again?

use std::time::{Duration, Instant};

use domain::Latch;

use super::deciding::decided;
use super::{Committed, Decide, Intent};
use crate::error::{Error, surely_not_committed};
use crate::gate::Pass;
use crate::head::{self, Head, Requires};
use crate::key_ring::random;
use crate::latch;
use crate::log;
use crate::reader::Reader;
use crate::store::Store;
use crate::tx::Tx;

/// How often one change is tried.
const TRIES: u32 = 5;

/// A transaction that holds the lock of its home.
pub(super) struct Held {
    pub(super) reader: Reader,
    pub(super) head: Head,
    pub(super) requires: Requires,
    _pass: Pass,
}

/// What came out, and whose latches must be locked once before it is answered.
pub(super) struct Done {
    pub(super) committed: Committed,
    pub(super) takes_from: Vec<Latch>,
}

/// Whether a try ends in COMMIT.
pub(super) enum Step {
    Commit(Done),
    Leave(Done),
}

pub(super) enum Failed<E> {
    /// Others were in the way.
    Again(Error),
    /// The connection was lost while committing this.
    Unknown(Done),
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

/// Tries until it is committed, refused, or out of time.
pub(super) async fn run<D: Decide>(
    store: Store,
    intent: Intent,
    mut decide: D,
) -> Result<Committed, D::Error> {
    let mut doubt: Option<Done> = None;
    let mut last = Error::Contention;
    for round in 0..TRIES {
        pause(round).await;
        let held = match hold(&store, &intent).await {
            Ok(held) => held,
            Err(_) if doubt.is_some() => continue,
            Err(error) if error.is_passing() => {
                last = error;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if let Some(done) = doubt.take()
            && happened(held.reader.tx(), &done).await?
        {
            let Held { reader, _pass, .. } = held;
            reader.into_tx().rollback().await;
            // The wait for latches takes a pass of its own: holding one meanwhile could starve all of them.
            drop(_pass);
            return Ok(answer(&store, done).await?);
        }
        match attempt(&store, &intent, &mut decide, held).await {
            Ok(done) => return Ok(answer(&store, done).await?),
            Err(Failed::Again(error)) => last = error,
            Err(Failed::Unknown(done)) => doubt = Some(done),
            Err(Failed::Over(error)) => return Err(error),
        }
    }
    Err(if doubt.is_some() {
        Error::OutcomeUnknown
    } else {
        last
    }
    .into())
}

/// Waits a little longer before each try, and never the same as others.
async fn pause(round: u32) {
    if round > 0 {
        let [jitter] = random::<1>().unwrap_or_default();
        let longest = 10u64 << round;
        tokio::time::sleep(Duration::from_millis(longest * u64::from(jitter) / 255)).await;
    }
}

/// Begins and takes the lock of the home.
async fn hold(store: &Store, intent: &Intent) -> Result<Held, Error> {
    let pass = store.gate().enter(&intent.home, intent.deadline).await?;
    let tx = store.begin_write(&pass).await?;
    match head::lock(&tx, &intent.home, intent.birth).await {
        Ok((head, requires)) if in_time(intent) => Ok(Held {
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

fn in_time(intent: &Intent) -> bool {
    // The call's own clock: a deadline is a span of waiting, not a moment of the database.
    intent
        .deadline
        .is_none_or(|deadline| Instant::now() < deadline)
}

/// Under the lock again: whether the change whose COMMIT was lost is in the log. An equal chain proves it.
async fn happened(tx: &Tx, done: &Done) -> Result<bool, Error> {
    for (home, head) in &done.committed.heads {
        let logged = log::one(tx, home, head.revision).await;
        let logged = logged.map_err(|_| Error::OutcomeUnknown)?;
        if logged.is_none_or(|logged| logged.chain != head.chain) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// One try, from the lock to COMMIT or ROLLBACK.
async fn attempt<D: Decide>(
    store: &Store,
    intent: &Intent,
    decide: &mut D,
    held: Held,
) -> Result<Done, Failed<D::Error>> {
    let step = decided(store, intent, decide, &held).await;
    let passing = held.reader.tx().is_passing();
    let Held { reader, _pass, .. } = held;
    let tx = reader.into_tx();
    match step {
        Ok(Step::Commit(done)) if in_time(intent) => committed(tx, done).await,
        Ok(Step::Leave(done)) => {
            tx.rollback().await;
            Ok(done)
        }
        other => {
            tx.rollback().await;
            Err(match other {
                // What the decision made of a statement that failed does not matter.
                Err(_) if passing => Failed::Again(Error::Contention),
                Err(failed) => failed,
                Ok(_) => Failed::Over(Error::Deadline.into()),
            })
        }
    }
}

async fn committed<E: From<Error>>(tx: Tx, done: Done) -> Result<Done, Failed<E>> {
    match tx.commit().await {
        Ok(()) => Ok(done),
        Err(cause) if surely_not_committed(&cause) => Err(Error::from(cause).into()),
        Err(cause) => {
            tracing::warn!(%cause, "a commit was not answered; looking again under the lock");
            Err(Failed::Unknown(done))
        }
    }
}

/// Answers, after every write that still saw what was taken is through.
async fn answer(store: &Store, done: Done) -> Result<Committed, Error> {
    for round in 0..TRIES {
        pause(round).await;
        if drained(store, &done.takes_from).await.is_ok() {
            return Ok(done.committed);
        }
    }
    // It is committed; the same request, sent again, waits again.
    Err(Error::OutcomeUnknown)
}

async fn drained(store: &Store, latches: &[Latch]) -> Result<(), Error> {
    if latches.is_empty() {
        return Ok(());
    }
    let pass = store.gate().beside().await?;
    let tx = store.begin_write(&pass).await?;
    let drained = latch::drain(&tx, latches).await;
    tx.rollback().await;
    drained
}
