//! How long does a migration take? It depends on the rows that it goes through, which are counted before.

use std::time::Duration;

use sea_orm_migration::prelude::{Expr, Query};
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};

/// Rows in a second, as a small machine with a slow disk does it at least; `docs/deploy.md` has what was measured.
const ROWS_IN_A_SECOND: u64 = 100_000;

/// What is told while migrations run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// One begins.
    Begins {
        /// Which.
        name: String,
        /// The rows that it goes through.
        rows: u64,
        /// How long it may take.
        takes: Duration,
    },
    /// One is done, for good.
    Applied(String),
}

/// The tables of which a migration reads or writes every row. What only adds a table, or a column that has the same
/// default in every row, goes through none.
fn goes_through(name: &str) -> &'static [&'static str] {
    match name {
        "m0007_change_at" => &["change"],
        "m0014_mail_limits" => &["outbox"],
        "m0015_indexes" => &["outbox", "personal"],
        _ => &[],
    }
}

/// Counts what lies before a migration.
pub(crate) async fn begins(db: &DatabaseConnection, name: &str) -> Result<Progress, DbErr> {
    let mut rows = 0;
    for table in goes_through(name) {
        rows += count(db, table).await?;
    }
    Ok(Progress::Begins {
        name: name.to_owned(),
        rows,
        takes: Duration::from_secs(rows.div_ceil(ROWS_IN_A_SECOND)),
    })
}

async fn count(db: &DatabaseConnection, table: &'static str) -> Result<u64, DbErr> {
    // The table is there: it was made by a migration before.
    let select = Query::select()
        .expr_as(Expr::cust("count(*)"), "rows")
        .from(table)
        .take();
    let row = db.query_one(&select).await?;
    let rows = row.map_or(Ok(0), |row| row.try_get::<i64>("", "rows"))?;
    Ok(rows.unsigned_abs())
}
