//! What happens between the lock and the commit? Everything is read that may decide, and only then it is decided.

use domain::Home;

use super::attempt::{AttemptResult, Failed, LockedTx, TryEnd};
use super::writing::Writing;
use super::{Committed, Decide, Intent, Locked};
use crate::clock;
use crate::error::Error;
use crate::head::{self, Head, Requires};
use crate::idempotency::{self, Earlier};
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
    let earlier = earlier(tx, intent).await?;
    latch::hold(tx, &intent.latches).await?;
    let users = if intent.with_users && intent.home != Home::Users {
        Some(head::lock(tx, &Home::Users, true).await?)
    } else {
        None
    };
    let (locked, fault) = locked(store, intent, held, users.as_ref()).await?;
    if let Some(earlier) = earlier.filter(|earlier| earlier.counts(locked.now)) {
        if !is_same(intent, &earlier)? {
            decide.reused(&locked, reader).await.map_err(Failed::Over)?;
            return Err(Error::RequestReused.into());
        }
        decide.replay(&locked, reader).await.map_err(Failed::Over)?;
        return Ok(TryEnd::Prove(replayed(tx, intent, &earlier).await?));
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

async fn earlier(tx: &Tx, intent: &Intent) -> Result<Option<Earlier>, Error> {
    match &intent.request {
        Some(request) => idempotency::find(tx, &intent.home, &intent.who.caller, &request.id).await,
        None => Ok(None),
    }
}

fn is_same(intent: &Intent, earlier: &Earlier) -> Result<bool, Error> {
    let request = intent.request.as_ref();
    request.map_or(Ok(false), |request| earlier.is_same(request))
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

async fn replayed(tx: &Tx, intent: &Intent, earlier: &Earlier) -> Result<AttemptResult, Error> {
    let logged = earlier.changes(tx, &intent.home).await?;
    Ok(AttemptResult {
        takes_from: earlier.takes_from()?,
        committed: Committed {
            heads: logged
                .iter()
                .map(|logged| (logged.home.clone(), logged.head()))
                .collect(),
            changes: logged.into_iter().map(|logged| logged.change).collect(),
            replayed: true,
        },
    })
}
