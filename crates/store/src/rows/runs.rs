//! Where are rows written? In a transaction, of which they need no more than this.

use sea_orm::{DbBackend, QueryResult};

use crate::error::Error;
use crate::sql::Sql;

/// Where rows are written: a transaction, which writes those that wait before whatever else it does.
pub(crate) trait Runs: Sync {
    fn backend(&self) -> DbBackend;

    /// Runs a statement over rows that answers none; how many it touched.
    fn writes(&self, sql: Sql) -> impl Future<Output = Result<u64, Error>> + Send;

    /// All rows of a statement over rows.
    fn asks(&self, sql: Sql) -> impl Future<Output = Result<Vec<QueryResult>, Error>> + Send;
}
