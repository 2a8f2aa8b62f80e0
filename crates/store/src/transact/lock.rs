//! How is the lock of a home taken? In turn, by the one statement that also holds latches and says where the home stands.

use domain::{Home, Latch};

use super::Intent;
use super::deciding::Reading;
use super::held::{LockedTx, in_time};
use crate::error::Error;
use crate::gate::Pass;
use crate::head;
use crate::reader::Reader;
use crate::store::Store;

/// Begins, takes the lock of the home and holds these latches, by a pass that is there already or else in turn.
pub(super) async fn hold(
    store: &Store,
    intent: &Intent,
    latches: &[Latch],
    pass: Option<Pass>,
) -> Result<LockedTx, Error> {
    let pass = match pass {
        Some(pass) => pass,
        None => store.gate().enter(&intent.home, intent.deadline).await?,
    };
    let held = lock(store, (&intent.home, intent.birth), latches, pass).await?;
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
    let latches: Vec<_> = intents
        .iter()
        .flat_map(|intent| intent.latches.clone())
        .collect();
    let held = lock(store, (home, false), &latches, pass).await?;
    match Reading::of_heads(|read| store.clock(read), intents, &held, None).await {
        Ok(reading) => Ok((held, reading)),
        Err(error) => {
            held.apart().0.rollback().await;
            Err(error)
        }
    }
}

async fn lock(
    store: &Store,
    (home, birth): (&Home, bool),
    latches: &[Latch],
    pass: Pass,
) -> Result<LockedTx, Error> {
    let tx = store.begin_write(&pass).await?;
    match head::lock(&tx, home, birth, latches).await {
        Ok((head, requires)) => Ok(LockedTx {
            reader: Reader::new(tx, store.ring().clone()),
            home: home.clone(),
            head,
            requires,
            store: store.id().to_owned(),
            ring: store.ring().clone(),
            pass,
        }),
        Err(error) => {
            tx.rollback().await;
            Err(error)
        }
    }
}
