//! Up to which time is all there that will ever be? A change has the time at which it was decided, and is seen when its
//! COMMIT is through: seconds later at most, as a rule, and minutes later where that waits for a standby.
//!
//! So a time is settled when it is a little past and no transaction is open that began before it and has written: a
//! change's time is read after its transaction began, by the same clock.

use std::collections::BTreeMap;

use domain::Timestamp;
use sea_orm::sea_query::{Condition, Expr, JoinType, Query, SelectStatement, UnionType};
use sea_orm::{DbBackend, QueryResult};

use crate::error::Error;
use crate::head;
use crate::store::Store;

/// Seconds for which a transaction may be open, or take to begin, without being looked at: longer than the statement may
/// take that reads clock and transactions, in whichever order it does.
const PATIENCE: i64 = 10;

/// A role sees of others' transactions that they write, but not since when: since so many seconds, it is taken to be.
const HIDDEN: i64 = 3600;

/// What is stored at a time, and what is not yet to be seen.
#[derive(Debug, Clone)]
pub struct Settled {
    /// The store's time when it was asked.
    pub now: Timestamp,
    /// All changes before then can be seen, but for those of the writes that are open.
    pub recent: Timestamp,
    /// The writes that were begun before then and are still open, and since when. Once one is gone, what it wrote can be
    /// seen, at any time since it began.
    pub open: BTreeMap<String, Timestamp>,
}

impl Settled {
    fn at(now: Timestamp, begun: impl Iterator<Item = (String, Timestamp)>) -> Self {
        let recent = now.plus_seconds(-PATIENCE);
        Self {
            now,
            recent,
            open: begun.filter(|(_, since)| *since < recent).collect(),
        }
    }

    /// No change comes any more that has an earlier time.
    pub fn until(&self) -> Timestamp {
        let oldest = self.open.values().min();
        oldest.map_or(self.recent, |oldest| self.recent.min(*oldest))
    }
}

impl Store {
    /// What is settled now. What is read after it was asked has all that it says is there.
    pub async fn settled(&self) -> Result<Settled, Error> {
        let backend = self.backend();
        // Before the time is read: whoever begins afterwards decides at a later one.
        let here = self.gate().under_way();
        let rows = self.beheld(&asked(backend)).await?;
        let now = self.saw(head::read_heads(&rows)?.now);
        match backend {
            DbBackend::Postgres => Ok(Settled::at(now, begun(&rows, now)?.into_iter())),
            _ => Ok(Settled::at(now, here.into_iter())),
        }
    }
}

/// The time, and on PostgreSQL who writes in this database, whichever instance it serves: one statement.
fn asked(backend: DbBackend) -> SelectStatement {
    let mut select = head::heads(backend, &[]);
    if backend == DbBackend::Postgres {
        select
            .columns([("open", "id"), ("open", "since")])
            .join_subquery(JoinType::LeftJoin, open(), "open", Condition::all());
    }
    select
}

/// The transactions of this database that have written. Of a prepared one is known when it was prepared, and a write of
/// ours takes seconds until then. What has no user is the database's own housekeeping.
fn open() -> SelectStatement {
    let prepared = Query::select()
        .expr_as(Expr::cust("CAST(transaction AS text)"), "id")
        .expr_as(
            Expr::cust(micros("prepared - interval '1 minute'")),
            "since",
        )
        .from("pg_prepared_xacts")
        .and_where(Expr::cust("database = current_database()"))
        .take();
    Query::select()
        .expr_as(Expr::cust("CAST(backend_xid AS text)"), "id")
        .expr_as(Expr::cust(micros("xact_start")), "since")
        .from("pg_stat_activity")
        .and_where(Expr::cust("datname = current_database()"))
        .and_where(Expr::cust("backend_xid IS NOT NULL"))
        .and_where(Expr::cust("usesysid IS NOT NULL"))
        .union(UnionType::All, prepared)
        .take()
}

fn micros(time: &str) -> String {
    format!("CAST(extract(epoch FROM {time}) * 1000000 AS bigint)")
}

fn begun(rows: &[QueryResult], now: Timestamp) -> Result<Vec<(String, Timestamp)>, Error> {
    let mut begun = Vec::new();
    for row in rows {
        if let Some(id) = row.try_get::<Option<String>>("", "id")? {
            let since: Option<i64> = row.try_get("", "since")?;
            let hidden = now.plus_seconds(-HIDDEN);
            begun.push((id, since.map_or(hidden, Timestamp)));
        }
    }
    Ok(begun)
}
