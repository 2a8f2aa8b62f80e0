//! How much of the log is read at once? Changes differ in size by a factor of ten thousand, so their number bounds nothing:
//! all that read several go through here.

use sea_orm::sea_query::{Expr, ExprTrait, Func, Order, Query, SelectStatement, WindowStatement};
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, QueryTrait, Select};

use super::logged::Logged;
use crate::among::{Wanted, among};
use crate::entity::change::{Column, Entity, Model};
use crate::error::Error;
use crate::tx::Tx;

/// Bytes of payloads that are read at once; the last change read may reach beyond.
pub(crate) const MAX_BYTES: usize = 4 << 20;

/// The first changes of a home that a query finds, by revision, as many as fit: none only where it finds none.
pub(super) async fn fitting(
    tx: &Tx,
    found: Select<Entity>,
    order: Order,
) -> Result<Vec<Logged>, Error> {
    // What is read is looked for as what fits is: by its ids alone SQLite can go through all of the home's history.
    let all = found.clone().limit(None).into_query();
    let found = found
        .order_by(Column::Revision, order.clone())
        .select_only()
        .column(Column::Revision)
        .expr_as(size(Expr::col(Column::Payload)), "size")
        .into_query();
    let fit = fit(found, &["revision"], order.clone());
    let fit = Wanted::Found(Box::new(fit), "revision");
    let query = among(tx.backend(), all, ("change", "revision"), fit)
        .order_by("revision", order)
        .take();
    let rows = tx.rows(&query).await?.into_iter();
    rows.map(|row| Logged::read(Model::from_query_result(&row, "")?))
        .collect()
}

/// Whether nothing follows what was read, of so many at most.
pub(super) fn is_all(read: &[Logged], most: u64) -> bool {
    let bytes: usize = read.iter().map(Logged::size).sum();
    (read.len() as u64) < most && bytes < MAX_BYTES
}

/// The bytes of a payload, which the databases know without reading it.
pub(super) fn size(payload: Expr) -> Expr {
    Func::cust("octet_length").arg(payload).into()
}

/// Of what a query finds, a key and a `size` each, the keys of the first ones that fit: one at least.
pub(super) fn fit(
    found: SelectStatement,
    key: &'static [&'static str],
    order: Order,
) -> SelectStatement {
    let mut in_order = WindowStatement::new();
    for column in key {
        in_order.order_by(*column, order.clone());
    }
    let size = || Expr::col("size");
    let reaching = Query::select()
        .columns(key.iter().copied())
        .column("size")
        .expr_window_as(Func::sum(size()), in_order, "reach")
        .from_subquery(found, "found")
        .take();
    Query::select()
        .columns(key.iter().copied())
        .from_subquery(reaching, "reaching")
        .and_where(Expr::col("reach").sub(size()).lt(MAX_BYTES as i64))
        .take()
}
