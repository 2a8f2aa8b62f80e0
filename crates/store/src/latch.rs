//! How does a revoke wait for writes that still rest on what it revoked? By rows that are locked and never updated.

use std::collections::BTreeSet;

use domain::{Home, Latch, Record};
use sea_orm::DbBackend;
use sea_orm::sea_query::{Expr, ExprTrait, LockType, OnConflict, Order, Query};

use crate::error::Error;
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
fn of(home: &Home, record: &Record) -> Option<Latch> {
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

/// Makes the latch of a new noun; one that came back has it already.
pub(crate) async fn make(tx: &Tx, home: &Home, record: &Record) -> Result<(), Error> {
    let Some(latch) = of(home, record) else {
        return Ok(());
    };
    let (home, id) = place(&latch);
    let insert = Query::insert()
        .into_table("latch")
        .columns(["home", "id"])
        .values_panic([home.into(), id.into()])
        .on_conflict(OnConflict::columns(["home", "id"]).do_nothing().to_owned())
        .take();
    tx.run(&insert).await.map(|_| ())
}

/// Holds the latches of those whose rights a write rests on, until its end.
pub(crate) async fn hold(tx: &Tx, latches: &[Latch]) -> Result<(), Error> {
    lock(tx, latches, LockType::Share).await
}

/// Waits until every write is through that still held these latches.
pub(crate) async fn drain(tx: &Tx, latches: &[Latch]) -> Result<(), Error> {
    lock(tx, latches, LockType::Update).await
}

/// In order, so that two who lock several never wait for each other in a circle.
async fn lock(tx: &Tx, latches: &[Latch], lock: LockType) -> Result<(), Error> {
    // SQLite has one writer: nobody else can be in the middle of anything.
    if latches.is_empty() || tx.backend() == DbBackend::Sqlite {
        return Ok(());
    }
    let places: BTreeSet<_> = latches.iter().map(place).collect();
    let these = Expr::tuple([Expr::col("home"), Expr::col("id")]).in_tuples(places);
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
