//! What happens between the lock and the commit? Everything is read that may decide, and only then it is decided.

use domain::{Home, Timestamp};

use super::held::{AttemptResult, Failed, LockedTx, TryEnd};
use super::writing::Writing;
use super::{Decide, Intent, Locked};
use crate::clock;
use crate::error::Error;
use crate::head::{self, Head, Requires};
use crate::idempotency::{self, Remembered};
use crate::latch;
use crate::store::Store;
use crate::tx::Tx;

/// Answers a request that was done before, or decides and writes.
pub(super) async fn decided<D: Decide>(
    store: &Store,
    intent: &Intent,
    decide: &mut D,
    held: &LockedTx,
) -> Result<TryEnd, Failed<D::Error>> {
    let reader = &held.reader;
    let tx = reader.tx();
    latch::hold(tx, &intent.latches).await?;
    let users = if intent.with_users && intent.home != Home::Users {
        Some(head::lock(tx, &Home::Users, true).await?)
    } else {
        None
    };
    let (locked, fault) = locked(store, intent, held, users.as_ref()).await?;
    match remembered(tx, intent, locked.now).await? {
        None => {}
        Some(Remembered::Other) => {
            decide.reused(&locked, reader).await.map_err(Failed::Over)?;
            return Err(Error::RequestReused.into());
        }
        Some(Remembered::Same {
            committed,
            takes_from,
        }) => {
            decide.replay(&locked, reader).await.map_err(Failed::Over)?;
            return Ok(TryEnd::Prove(AttemptResult {
                committed,
                takes_from,
            }));
        }
    }
    if let Some(fault) = fault {
        return Err(fault.into());
    }
    let decided = decide.decide(&locked, reader).await.map_err(Failed::Over)?;
    let writing = Writing {
        store,
        intent,
        tx,
        held,
        users: users.as_ref(),
        locked: &locked,
    };
    Ok(writing.write(decided).await?)
}

async fn remembered(tx: &Tx, intent: &Intent, now: Timestamp) -> Result<Option<Remembered>, Error> {
    match &intent.request {
        Some(request) => {
            idempotency::remembered(tx, &intent.home, &intent.who.caller, request, now).await
        }
        None => Ok(None),
    }
}

/// Reads, in one statement, the heads that may be consulted; the time is never before any of them. Where one of them is
/// far ahead of the database's clock there is no time to write at, which is said beside it.
async fn locked(
    store: &Store,
    intent: &Intent,
    held: &LockedTx,
    users: Option<&(Head, Requires)>,
) -> Result<(Locked, Option<Error>), Error> {
    let mut homes = vec![Home::Platform, Home::Users];
    homes.extend(
        intent
            .consult
            .iter()
            .filter(|home| home.organization().is_some())
            .cloned(),
    );
    let tx = held.reader.tx();
    let read = head::read_heads(&tx.rows(&head::heads(tx.backend(), &homes)).await?)?;
    let database = store.clock(read.now);
    let changes = || {
        let seen = read.heads.iter().map(|(home, head)| (home, head.at));
        seen.chain([(&intent.home, held.head.at)])
    };
    let fault = clock::fault(changes(), database);
    let now = changes().map(|(_, changed)| changed).max();
    let now = now.map_or(database, |changed| clock::going_on(changed, database));
    let locked = Locked {
        home: intent.home.clone(),
        head: held.head,
        users: users.map(|(head, _)| *head),
        heads: read.heads,
        now,
    };
    Ok((locked, fault))
}
