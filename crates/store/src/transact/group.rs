//! Writes of one home that came together are committed together: one lock, one COMMIT, and a revision for each.
//!
//! Each decides on what the one before it left. No answer leaves before the COMMIT returned, a refusal neither: it can
//! rest on one before it. Where the transaction comes to nothing, each is tried again without the others.

use std::time::{Duration, Instant};

use domain::Home;

use super::deciding::Reading;
use super::held::{LockedTx, in_time};
use super::lock::hold_together;
use super::member::{End, Turn};
use super::proof::is_logged;
use super::queue::Waiting;
use crate::error::Error;
use crate::gate::Pass;
use crate::store::Store;
use crate::tx::Uncommitted;

/// So many at most write in one transaction.
pub(super) const MOST: usize = 64;
/// Nobody's turn begins after so long: whoever waits for the lock waits for all of them.
const LONGEST: Duration = Duration::from_millis(20);
/// Nor after so many bytes for the log.
const LARGEST: usize = 256 << 10;

/// A write in its transaction, and what came of its turn.
type Taken = (Waiting, Turn);

/// Gives each its turn and commits; answers everybody whose turn came, and puts the others back. Whoever waited with
/// nobody goes on alone, by the same pass.
pub(super) async fn lead(
    store: &Store,
    home: &Home,
    pass: Pass,
    waiting: Vec<Waiting>,
) -> Option<Pass> {
    if waiting.len() == 1 {
        all(waiting, End::Alone);
        return Some(pass);
    }
    let intents: Vec<_> = waiting.iter().map(|(_, member)| member.intent()).collect();
    let held = hold_together(store, home, &intents, pass).await;
    let (mut held, mut reading) = match held {
        Ok(held) => held,
        Err(cause) => {
            tracing::debug!(%home, %cause, "several writes go on alone");
            all(waiting, End::Alone);
            return None;
        }
    };
    let (taken, left) = turns(&mut held, &mut reading, waiting).await;
    let (ends, pass) = end(store, home, held, taken).await;
    for ((_, member), end) in ends {
        member.end(end);
    }
    all(store.queues().put_back(home, left), End::Late);
    // Only now: whoever is next finds those that were put back.
    drop(pass);
    None
}

fn all(waiting: Vec<Waiting>, end: End) {
    for (_, member) in waiting {
        member.end(end);
    }
}

/// The turns of as many as there is time and room for; a broken one is the last.
async fn turns(
    held: &mut LockedTx,
    reading: &mut Reading,
    waiting: Vec<Waiting>,
) -> (Vec<Taken>, Vec<Waiting>) {
    let begun = Instant::now();
    let mut bytes = 0;
    let mut taken = Vec::with_capacity(waiting.len());
    let mut waiting = waiting.into_iter();
    for mut member in waiting.by_ref() {
        let turn = member.1.turn(held, reading).await;
        taken.push((member, turn));
        match turn {
            Turn::Wrote(more) => bytes += more,
            Turn::Broken => break,
            Turn::Read | Turn::Nothing => {}
        }
        if begun.elapsed() >= LONGEST || bytes >= LARGEST {
            break;
        }
    }
    (taken, waiting.collect())
}

/// Ends the transaction, and says how for each.
async fn end(
    store: &Store,
    home: &Home,
    held: LockedTx,
    taken: Vec<Taken>,
) -> (Vec<(Waiting, End)>, Pass) {
    let last = held.head;
    let (tx, pass) = held.apart();
    let wrote = taken.iter().any(|(_, turn)| matches!(turn, Turn::Wrote(_)));
    let read = taken.iter().any(|(_, turn)| *turn == Turn::Read);
    let mut is_broken = taken.iter().any(|(_, turn)| *turn == Turn::Broken);
    if !is_broken {
        is_broken = tx.write_rows().await.is_err();
    }
    if is_broken || taken.iter().any(is_late) {
        tx.rollback().await;
        let end = |taken: &Taken| {
            if is_late(taken) {
                End::Late
            } else {
                End::Alone
            }
        };
        return (each(taken, end), pass);
    }
    if !wrote && !read {
        tx.rollback().await;
        return (each(taken, |_| End::Stands), pass);
    }
    let backend = tx.backend();
    let stands = match tx.commit().await {
        Ok(()) if wrote => is_logged(store, backend, home, &last).await,
        Ok(()) => Ok(true),
        Err(Uncommitted::Surely(_)) => return (each(taken, |_| End::Alone), pass),
        Err(Uncommitted::Perhaps(cause)) => Err(Error::Unavailable(cause)),
    };
    let end = match stands {
        Ok(true) => End::Stands,
        found => {
            tracing::warn!(
                ?found,
                "a commit is not known to stand; looking again under the lock"
            );
            End::Doubt
        }
    };
    (each(taken, |_| end), pass)
}

/// What it wrote must not be committed any more.
fn is_late((member, turn): &Taken) -> bool {
    matches!(turn, Turn::Wrote(_)) && !in_time(member.1.intent())
}

fn each(taken: Vec<Taken>, end: impl Fn(&Taken) -> End) -> Vec<(Waiting, End)> {
    let ends = taken.into_iter().map(|taken| {
        let end = end(&taken);
        (taken.0, end)
    });
    ends.collect()
}
