//! Who commits a write? Itself, or whoever of those that wait for the same home got the lane first.

use std::iter;

use super::attempt::{alone, answer};
use super::group;
use super::held::has_time;
use super::member::{Told, Verdict, Write};
use super::{Committed, Decide, Intent};
use crate::error::Error;
use crate::gate::Pass;
use crate::store::Store;

/// Commits a write, with others where they wait for the same home.
pub(super) async fn run<D: Decide>(
    store: Store,
    intent: Intent,
    decide: D,
) -> Result<Committed, D::Error> {
    if !may_wait(&intent) {
        return alone(&store, &intent, decide, None, None).await;
    }
    let (told, pass) = in_company(&store, intent, decide).await?;
    let Told {
        intent,
        decide,
        verdict,
    } = told;
    match verdict {
        Verdict::Answered(done) => Ok(answer(&store, done?).await?),
        Verdict::Alone(doubt) => alone(&store, &intent, decide, pass, doubt).await,
    }
}

/// One that locks the home of people too would hold it for all of the others. The lock of a group makes no home, and each
/// write of the platform and of people may have to make theirs.
fn may_wait(intent: &Intent) -> bool {
    !intent.birth && !intent.with_people && has_time(intent)
}

/// Waits in the queue of its home until somebody answered it, or until it is its turn to lead. It keeps the lane where
/// nobody else waited.
async fn in_company<D: Decide>(
    store: &Store,
    intent: Intent,
    decide: D,
) -> Result<(Told<D>, Option<Pass>), Error> {
    let (home, deadline) = (intent.home.clone(), intent.deadline);
    let (write, mut told) = Write::new(intent, decide);
    let number = store.queues().join(&home, write);
    let pass = tokio::select! {
        biased;
        told = &mut told => return Ok((told.map_err(|_| Error::OutcomeUnknown)?, None)),
        pass = store.gate().enter(&home, deadline) => pass,
    };
    let mut kept = None;
    match (store.queues().leave(&home, number), pass) {
        (None, _) => {}
        (Some(_), Err(error)) => return Err(error),
        (Some(own), Ok(pass)) => {
            let others = if has_time(own.1.intent()) {
                store.queues().take(&home, group::MOST - 1)
            } else {
                Vec::new()
            };
            let waiting = iter::once(own).chain(others).collect();
            kept = group::lead(store, &home, pass, waiting).await;
        }
    }
    let told = told.await.map_err(|_| Error::OutcomeUnknown)?;
    Ok((told, kept))
}
