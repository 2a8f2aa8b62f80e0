//! Where did a home stand, at a time or at a revision? The log knows, without its payloads.

use std::collections::HashMap;

use domain::{Home, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement, UnionType};

use crate::error::{Error, number};
use crate::head::{Head, read_home};
use crate::tx::Tx;

const COLUMNS: [&str; 5] = ["home", "revision", "chain", "at", "format"];

/// Homes that one statement looks for: SQLite puts 500 selects together at most.
const AT_ONCE: usize = 100;

/// Where homes stood at a time; those are missing that had no change yet.
pub(crate) async fn heads_at(
    tx: &Tx,
    homes: &[Home],
    time: Timestamp,
) -> Result<HashMap<Home, Head>, Error> {
    let mut heads = HashMap::new();
    for homes in homes.chunks(AT_ONCE) {
        let mut each = homes.iter().map(|home| last_until(home, time));
        let Some(mut select) = each.next() else {
            break;
        };
        for other in each {
            select.union(UnionType::All, other);
        }
        for row in tx.rows(&select).await? {
            let home: String = row.try_get("", "home")?;
            heads.insert(read_home(&home)?, Head::read(&row)?);
        }
    }
    Ok(heads)
}

/// Where a home stood after the change that made this revision.
pub(crate) async fn head_of(tx: &Tx, home: &Home, revision: u64) -> Result<Option<Head>, Error> {
    let select = of(home)
        .and_where(Expr::col("revision").eq(number(revision)))
        .take();
    tx.row(&select).await?.as_ref().map(Head::read).transpose()
}

/// The last change of a home that is not later, in a select that can be put together with others.
fn last_until(home: &Home, time: Timestamp) -> SelectStatement {
    let last = of(home)
        .and_where(Expr::col("at").lte(time.0))
        // A later revision never has an earlier time, so the index on both finds it without a search.
        .order_by("at", Order::Desc)
        .order_by("revision", Order::Desc)
        .limit(1)
        .take();
    Query::select()
        .columns(COLUMNS)
        .from_subquery(last, "last")
        .take()
}

fn of(home: &Home) -> SelectStatement {
    Query::select()
        .columns(COLUMNS)
        .from("change")
        .and_where(Expr::col("home").eq(home.to_string()))
        .take()
}
