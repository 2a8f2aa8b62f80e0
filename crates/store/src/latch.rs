//! How does a revoke wait for writes that still rest on what it revoked? By rows that are locked and never updated.

use std::collections::BTreeSet;

use domain::{Home, Latch, Record};
use sea_orm::sea_query::{Expr, ExprTrait, LockType, Order, Query};
use sea_orm::{DbBackend, QueryResult, Value};

use crate::error::Error;
use crate::rows::{Otherwise, Row, Verb};
use crate::sql::Sql;
use crate::tx::Tx;

/// Home and id of a latch.
fn place(latch: &Latch) -> (String, String) {
    match latch {
        Latch::User(id) => (Home::People.to_string(), format!("user:{id}")),
        Latch::ServiceAccount(id) => (Home::Platform.to_string(), format!("account:{id}")),
        Latch::Key(id) => (Home::Platform.to_string(), format!("key:{id}")),
        Latch::Member(organization, id) => (
            Home::Organization(organization.clone()).to_string(),
            format!("member:{id}"),
        ),
    }
}

/// The latch that comes with a noun.
pub(crate) fn of(home: &Home, record: &Record) -> Option<Latch> {
    match record {
        Record::User(user) => Some(Latch::User(user.id.clone())),
        Record::ServiceAccount(account) => Some(Latch::ServiceAccount(account.id.clone())),
        Record::Key(key) => Some(Latch::Key(key.id.clone())),
        Record::Member(member) => Some(Latch::Member(
            home.organization()?.clone(),
            member.user.clone(),
        )),
        _ => None,
    }
}

/// The row of a latch; of a noun that came back it is there already.
pub(crate) fn row(latch: &Latch) -> Row {
    let (home, id) = place(latch);
    let key = vec![("home", home.into()), ("id", id.into())];
    Row::new(("latch", Verb::InsertOrLeave), key, vec![], Otherwise::Fine)
}

/// The latches of those whose rights a write rests on, held until its end.
pub(crate) struct Held<'a> {
    latches: &'a [Latch],
}

impl<'a> Held<'a> {
    /// SQLite has one writer: nobody else can be in the middle of anything.
    pub(crate) fn of(backend: DbBackend, latches: &'a [Latch]) -> Self {
        let latches = match backend {
            DbBackend::Sqlite => &[],
            _ => latches,
        };
        Self { latches }
    }

    /// Locks them by the same statement, each once that has locked its row. In order, so that two who lock several never
    /// wait for each other in a circle.
    pub(crate) fn after(&self, lock: Sql) -> Result<Sql, Error> {
        if self.latches.is_empty() {
            return Ok(lock);
        }
        let mut sql = lock;
        let wanted = sql.rows(places(self.latches).into_iter().map(values))?;
        sql.text = format!(
            "WITH \"locked\" AS ({}), \"wanted\" (\"home\", \"id\") AS ({wanted}), \"held\" AS (\
             SELECT \"latch\".\"id\" FROM \"locked\" CROSS JOIN \"wanted\" JOIN \"latch\" \
             ON \"latch\".\"home\" = \"wanted\".\"home\" AND \"latch\".\"id\" = \"wanted\".\"id\" \
             ORDER BY \"latch\".\"home\", \"latch\".\"id\" FOR SHARE OF \"latch\") \
             SELECT \"locked\".*, (SELECT count(*) FROM \"held\") AS \"held\" FROM \"locked\"",
            sql.text
        );
        Ok(sql)
    }

    /// A latch that was made while the lock was waited for is not seen by the statement that waited.
    pub(crate) async fn must_be_all(&self, tx: &Tx, locked: &QueryResult) -> Result<(), Error> {
        if self.latches.is_empty() {
            return Ok(());
        }
        let held: i64 = locked.try_get("", "held")?;
        if usize::try_from(held) == Ok(places(self.latches).len()) {
            return Ok(());
        }
        lock(tx, self.latches, LockType::Share).await
    }
}

/// Waits until every write is through that still held these latches.
pub(crate) async fn drain(tx: &Tx, latches: &[Latch]) -> Result<(), Error> {
    if tx.backend() == DbBackend::Sqlite {
        return Ok(());
    }
    lock(tx, latches, LockType::Update).await
}

async fn lock(tx: &Tx, latches: &[Latch], lock: LockType) -> Result<(), Error> {
    let these = Expr::tuple([Expr::col("home"), Expr::col("id")]).in_tuples(places(latches));
    let select = Query::select()
        .columns(["home", "id"])
        .from("latch")
        .and_where(these)
        .order_by("home", Order::Asc)
        .order_by("id", Order::Asc)
        .lock(lock)
        .take();
    tx.rows(&select).await.map(|_| ())
}

fn places(latches: &[Latch]) -> BTreeSet<(String, String)> {
    latches.iter().map(place).collect()
}

fn values((home, id): (String, String)) -> Vec<Value> {
    vec![home.into(), id.into()]
}
