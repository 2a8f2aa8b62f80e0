//! What happens in one try at a change of its own, and when is it tried again?

use std::time::Duration;

use domain::{Home, Latch};

use super::deciding::{Reading, Step, decided};
use super::held::{AttemptResult, Failed, LockedTx, TryEnd, in_time};
use super::lock::hold;
use super::proof::{looked_up, stands};
use super::writing::Writing;
use super::{Committed, Decide, Intent};
use crate::error::Error;
use crate::gate::Pass;
use crate::head;
use crate::key_ring::random;
use crate::latch;
use crate::store::Store;
use crate::tx::{Tx, Uncommitted};

/// How often one change is tried.
const TRIES: u32 = 5;

/// Tries until it is committed, refused, or out of time. Begins with a pass that is there already, and with the doubt
/// whether something of it happened.
pub(super) async fn alone<D: Decide>(
    store: &Store,
    intent: &Intent,
    mut decide: D,
    mut pass: Option<Pass>,
    mut doubt: Option<AttemptResult>,
) -> Result<Committed, D::Error> {
    let mut last = Error::Contention;
    for round in 0..TRIES {
        pause(round).await;
        if let Some(done) = doubt.take() {
            match looked_up(store, intent, &done).await {
                Some(true) => return Ok(answer(store, done).await?),
                Some(false) => {}
                None => {
                    doubt = Some(done);
                    continue;
                }
            }
        }
        let held = match hold(store, intent, &intent.latches, pass.take()).await {
            Ok(held) => held,
            Err(error) if error.is_passing() => {
                last = error;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        match attempt(store, intent, &mut decide, held).await {
            Ok(done) => return Ok(answer(store, done).await?),
            Err(Failed::Again(error)) => last = error,
            Err(Failed::Unknown(done)) => doubt = Some(*done),
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

/// One try, from the lock to COMMIT or ROLLBACK.
async fn attempt<D: Decide>(
    store: &Store,
    intent: &Intent,
    decide: &mut D,
    held: LockedTx,
) -> Result<AttemptResult, Failed<D::Error>> {
    let step = write(store, intent, decide, &held).await;
    let passing = held.reader.tx().is_passing();
    let (tx, _pass) = held.apart();
    match step {
        Ok(TryEnd::Commit(done)) if in_time(intent) => {
            let mut done = committed(store, tx, done).await?;
            done.tell(decide);
            Ok(done)
        }
        Ok(TryEnd::Prove(done)) if in_time(intent) => match tx.commit().await {
            Ok(()) => Ok(done),
            Err(cause) => Err(Failed::Again(cause.into())),
        },
        Ok(TryEnd::Leave(done)) => {
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

/// Answers a request that was done before, or decides and writes.
async fn write<D: Decide>(
    store: &Store,
    intent: &Intent,
    decide: &mut D,
    held: &LockedTx,
) -> Result<TryEnd, Failed<D::Error>> {
    let tx = held.reader.tx();
    // The last lock of all: an organization that waits for something stalls only itself.
    let people = if intent.with_people && intent.home != Home::People {
        Some(head::lock(tx, &Home::People, true, &[]).await?)
    } else {
        None
    };
    let people_head = people.as_ref().map(|(head, _)| head);
    let mut reading =
        Reading::of_heads(|read| store.clock(read), &[intent], held, people_head).await?;
    let decided = match decided(intent, decide, held, &mut reading).await? {
        Step::Replay(done) => return Ok(TryEnd::Prove(done)),
        Step::Write(decided) => decided,
    };
    let writing = Writing {
        intent,
        held,
        people: people.as_ref(),
        locked: &reading.locked,
    };
    let end = writing.write(decided).await?;
    tx.write_rows().await?;
    Ok(end)
}

async fn committed<E: From<Error>>(
    store: &Store,
    tx: Tx,
    done: AttemptResult,
) -> Result<AttemptResult, Failed<E>> {
    let backend = tx.backend();
    match tx.commit().await {
        Ok(()) => {}
        Err(Uncommitted::Surely(error)) => return Err(error.into()),
        Err(Uncommitted::Perhaps(cause)) => {
            tracing::warn!(%cause, "a commit was not answered; looking again under the lock");
            return Err(Failed::Unknown(Box::new(done)));
        }
    }
    match stands(store, backend, &done).await {
        Ok(true) => Ok(done),
        Ok(false) => {
            tracing::error!("a commit was answered and is not there; looking again under the lock");
            Err(Failed::Unknown(Box::new(done)))
        }
        Err(cause) => {
            let cause = &cause as &dyn std::error::Error;
            tracing::warn!(
                cause,
                "a commit was not found to stand; looking again under the lock"
            );
            Err(Failed::Unknown(Box::new(done)))
        }
    }
}

/// Answers, after every write that still saw what was taken is through.
pub(super) async fn answer(store: &Store, done: AttemptResult) -> Result<Committed, Error> {
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
