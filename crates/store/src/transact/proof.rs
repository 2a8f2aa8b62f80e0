//! Is a change there? Asked where its COMMIT was not answered, and where a driver's word for it is not enough.

use domain::Home;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{DbBackend, QueryResult};

use super::Intent;
use super::held::AttemptResult;
use super::lock::hold;
use crate::error::{Error, number};
use crate::head::Head;
use crate::store::Store;
use crate::tx::Tx;

/// Under the lock again: whether the change whose COMMIT was lost is in the log. An equal chain proves it. It ends in a
/// COMMIT of its own, so that what was found is found by the next one too: by standbys, and in a file that had no room.
/// `None` if that is still not known.
pub(super) async fn looked_up(
    store: &Store,
    intent: &Intent,
    done: &AttemptResult,
) -> Option<bool> {
    let held = hold(store, intent, &[], None).await.ok()?;
    let is_new = held.head.revision == 0;
    let (tx, _pass) = held.apart();
    match happened(&tx, done).await {
        // The lock made the home; nothing may be left of one that never was.
        Ok(false) if is_new => {
            tx.rollback().await;
            Some(false)
        }
        Ok(happened) => {
            tx.commit().await.ok()?;
            Some(happened)
        }
        Err(_) => {
            tx.rollback().await;
            None
        }
    }
}

async fn happened(tx: &Tx, done: &AttemptResult) -> Result<bool, Error> {
    for (home, head) in &done.committed.heads {
        if !is(head, tx.row(&chain(home, head)).await?)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// After a COMMIT that was answered: whether the change is there for others. SQLite's driver was seen to acknowledge
/// what never left its own open transaction, so another connection is asked. PostgreSQL says itself how it answered.
pub(super) async fn stands(
    store: &Store,
    backend: DbBackend,
    done: &AttemptResult,
) -> Result<bool, Error> {
    for (home, head) in &done.committed.heads {
        if !is_logged(store, backend, home, head).await? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The same of the last of several changes of a home: its chain rests on those before it.
pub(super) async fn is_logged(
    store: &Store,
    backend: DbBackend,
    home: &Home,
    head: &Head,
) -> Result<bool, Error> {
    if backend != DbBackend::Sqlite {
        return Ok(true);
    }
    let rows = store.beheld(&chain(home, head)).await?;
    is(head, rows.into_iter().next())
}

fn chain(home: &Home, head: &Head) -> SelectStatement {
    Query::select()
        .column("chain")
        .from("change")
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("revision").eq(number(head.revision)))
        .take()
}

fn is(head: &Head, row: Option<QueryResult>) -> Result<bool, Error> {
    let Some(row) = row else { return Ok(false) };
    let chain: Vec<u8> = row.try_get("", "chain")?;
    Ok(chain == head.chain)
}
