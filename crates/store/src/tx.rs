//! How is a statement run inside a transaction, whoever stops waiting for it? All transactions are this one type; only
//! migrations, which sea-orm runs, have a connection of their own that is closed after them.
//!
//! No database future lives in a request's future (sqlx 0.9.0 leaves a pooled PostgreSQL connection inside an open
//! transaction when a `begin()` future is dropped): each runs in a task of its own, and a request that goes away only
//! drops a handle.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, MutexGuard, PoisonError};

use sea_orm::{
    DatabaseConnection, DbBackend, EntityTrait, FromQueryResult, QueryResult, QueryTrait, Select,
    Statement, StatementBuilder,
};
use tokio::sync::Mutex;

use crate::background::Background;
use crate::error::{Cause, Error, surely_not_committed};
use crate::lease::Lease;
use crate::rows::{self, Pending, Row, Runs};
use crate::sql::Sql;
use crate::writes::Writes;

/// What a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// One moment, read only.
    Snapshot,
    /// Writing under a lock.
    Write,
}

impl Purpose {
    /// How it begins. LOCAL settings, so that a transaction pooler is fine.
    fn begin(self, backend: DbBackend) -> &'static str {
        match (backend, self) {
            (DbBackend::Postgres, Self::Snapshot) => {
                "BEGIN; \
                 SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; \
                 SET LOCAL statement_timeout = '30s'; \
                 SET LOCAL idle_in_transaction_session_timeout = '60s'"
            }
            (DbBackend::Postgres, Self::Write) => {
                "BEGIN; \
                 SET TRANSACTION ISOLATION LEVEL READ COMMITTED; \
                 SET LOCAL lock_timeout = '3s'; \
                 SET LOCAL statement_timeout = '4s'; \
                 SET LOCAL idle_in_transaction_session_timeout = '5s'; \
                 SET LOCAL synchronous_commit = 'on'"
            }
            (_, Self::Snapshot) => "BEGIN DEFERRED",
            (_, Self::Write) => "BEGIN IMMEDIATE",
        }
    }
}

/// A transaction. Dropped, it is rolled back in a task of its own.
pub(crate) struct Tx {
    lease: Option<Arc<Mutex<Lease>>>,
    /// Where it was begun, and ends.
    background: Background,
    backend: DbBackend,
    /// Whether statements may be waited for by a future that is dropped.
    detached: bool,
    /// Whether a statement failed. PostgreSQL answers the COMMIT of such a transaction by rolling back, as a success.
    failed: AtomicBool,
    /// Whether one failed because others were in the way.
    passing: AtomicBool,
    /// Where a write says whether it could be made.
    writes: Option<Arc<Writes>>,
    /// Rows that are not written yet.
    pending: std::sync::Mutex<Pending>,
}

/// A COMMIT that was not answered as one that happened.
#[derive(Debug)]
pub(crate) enum Uncommitted {
    /// Nothing of it happened.
    Surely(Error),
    /// It may have.
    Perhaps(Cause),
}

impl From<Uncommitted> for Error {
    fn from(uncommitted: Uncommitted) -> Self {
        match uncommitted {
            Uncommitted::Surely(error) => error,
            Uncommitted::Perhaps(cause) => Self::Unavailable(cause),
        }
    }
}

impl Tx {
    /// Begins for a task that nobody drops.
    pub(crate) async fn begin(db: &DatabaseConnection, purpose: Purpose) -> Result<Self, Error> {
        let backend = db.get_database_backend();
        let lease = Lease::begin(db, purpose.begin(backend)).await?;
        Ok(Self {
            lease: Some(Arc::new(Mutex::new(lease))),
            background: Background::here(),
            backend,
            detached: false,
            failed: AtomicBool::new(false),
            passing: AtomicBool::new(false),
            writes: None,
            pending: std::sync::Mutex::default(),
        })
    }

    /// Begins a write that says how it went.
    pub(crate) async fn write(
        db: &DatabaseConnection,
        writes: &Arc<Writes>,
    ) -> Result<Self, Error> {
        let begun = Self::begin(db, Purpose::Write).await;
        let mut tx = begun.inspect_err(|error| writes.noted(error))?;
        tx.writes = Some(Arc::clone(writes));
        Ok(tx)
    }

    /// Begins a snapshot whose statements may be waited for by anybody.
    pub(crate) async fn snapshot(
        background: &Background,
        db: &DatabaseConnection,
    ) -> Result<Self, Error> {
        let db = db.clone();
        let begin = async move { Self::begin(&db, Purpose::Snapshot).await };
        let mut tx = background.run(begin).await?;
        tx.detached = true;
        Ok(tx)
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.backend
    }

    /// Whether a statement failed, so that nothing of it can be committed.
    pub(crate) fn is_failed(&self) -> bool {
        self.failed.load(Ordering::Relaxed)
    }

    /// Whether the whole transaction may succeed if it is run again.
    pub(crate) fn is_passing(&self) -> bool {
        self.passing.load(Ordering::Relaxed)
    }

    /// All rows of a statement.
    pub(crate) async fn rows(
        &self,
        statement: &impl StatementBuilder,
    ) -> Result<Vec<QueryResult>, Error> {
        self.write_rows().await?;
        let statement = statement.build(&self.backend);
        let lease = self.lease()?;
        let rows = if self.detached {
            let read = async move {
                let rows = lease.lock().await.rows(statement).await;
                let_go(lease).await;
                rows
            };
            self.background.run(read).await
        } else {
            lease.lock().await.rows(statement).await
        };
        self.noted(rows)
    }

    /// The first row of a statement.
    pub(crate) async fn row(
        &self,
        statement: &impl StatementBuilder,
    ) -> Result<Option<QueryResult>, Error> {
        Ok(self.rows(statement).await?.into_iter().next())
    }

    /// All entities that a query finds.
    pub(crate) async fn all<E: EntityTrait>(
        &self,
        select: Select<E>,
    ) -> Result<Vec<E::Model>, Error> {
        let rows = self.rows(select.as_query()).await?;
        rows.iter()
            .map(|row| Ok(E::Model::from_query_result(row, "")?))
            .collect()
    }

    /// Runs a statement that answers no rows; how many it touched. Only for the task that owns the transaction.
    pub(crate) async fn run(&self, statement: &impl StatementBuilder) -> Result<u64, Error> {
        self.write_rows().await?;
        self.sent(statement.build(&self.backend)).await
    }

    async fn sent(&self, statement: Statement) -> Result<u64, Error> {
        let done = self.lease()?.lock().await.run(statement).await;
        self.noted(done)
    }

    /// All rows of a statement over rows, without those that wait. Only for the task that owns the transaction.
    pub(crate) async fn asks(&self, sql: Sql) -> Result<Vec<QueryResult>, Error> {
        let rows = self.lease()?.lock().await.asks(sql).await;
        self.noted(rows)
    }

    /// Writes a row before anything is read, and before COMMIT. Only for the task that owns the transaction.
    pub(crate) async fn put(&self, row: Row) -> Result<(), Error> {
        let again = self.pending().add(row);
        if let Some(row) = again {
            self.write_rows().await?;
            self.pending().add(row);
        }
        Ok(())
    }

    /// Writes the rows that wait. Where it cannot, the transaction comes to nothing.
    pub(crate) async fn write_rows(&self) -> Result<(), Error> {
        let waiting = self.pending().take();
        if waiting.is_empty() {
            return Ok(());
        }
        let written = rows::write(self, waiting).await;
        if written.is_err() {
            self.failed.store(true, Ordering::Relaxed);
        }
        written
    }

    fn pending(&self) -> MutexGuard<'_, Pending> {
        self.pending.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Commits, unless a statement failed.
    pub(crate) async fn commit(mut self) -> Result<(), Uncommitted> {
        if let Err(error) = self.write_rows().await {
            self.rollback().await;
            return Err(Uncommitted::Surely(error));
        }
        let Some(lease) = self.lease.take().and_then(Arc::into_inner) else {
            let why = "a transaction was committed while it was in use".to_owned();
            return Err(Uncommitted::Surely(Error::Misuse(why)));
        };
        let lease = lease.into_inner();
        if self.failed.load(Ordering::Relaxed) {
            roll_back(lease).await;
            return Err(Uncommitted::Surely(if self.is_passing() {
                Error::Contention
            } else {
                Error::unavailable("a statement of this transaction failed")
            }));
        }
        let committed = lease.end("COMMIT").await;
        match (&self.writes, &committed) {
            (Some(writes), Ok(())) => writes.worked(),
            (Some(writes), Err(cause)) if !surely_not_committed(cause) => writes.failed(),
            _ => {}
        }
        committed.map_err(|cause| {
            if surely_not_committed(&cause) {
                Uncommitted::Surely(cause.into())
            } else {
                Uncommitted::Perhaps(cause.into())
            }
        })
    }

    /// Rolls back; the database does so as well when it fails.
    pub(crate) async fn rollback(mut self) {
        if let Some(lease) = self.lease.take() {
            let_go(lease).await;
        }
    }

    fn lease(&self) -> Result<Arc<Mutex<Lease>>, Error> {
        let lease = self.lease.as_ref().map(Arc::clone);
        lease.ok_or_else(|| Error::unavailable("the transaction is over"))
    }

    fn noted<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        if let Err(error) = &result {
            self.failed.store(true, Ordering::Relaxed);
            if let Some(writes) = &self.writes {
                writes.noted(error);
            }
            if error.is_passing() {
                self.passing.store(true, Ordering::Relaxed);
            }
        }
        result
    }
}

impl Runs for Tx {
    fn backend(&self) -> DbBackend {
        self.backend
    }

    async fn writes(&self, sql: Sql) -> Result<u64, Error> {
        self.sent(sql.valued()?).await
    }

    async fn asks(&self, sql: Sql) -> Result<Vec<QueryResult>, Error> {
        Self::asks(self, sql).await
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if let Some(lease) = self.lease.take() {
            self.background.spawn(let_go(lease));
        }
    }
}

/// Rolls back if nobody else still runs a statement here; else whoever does will.
async fn let_go(lease: Arc<Mutex<Lease>>) {
    if let Some(lease) = Arc::into_inner(lease) {
        roll_back(lease.into_inner()).await;
    }
}

async fn roll_back(lease: Lease) {
    if let Err(cause) = lease.end("ROLLBACK").await {
        tracing::debug!(%cause, "a rollback failed; its connection is closed");
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use sea_orm::sea_query::{Expr, Query};
    use sea_orm::{ConnectOptions, ConnectionTrait, Database};

    use super::*;

    /// A file with a table of numbers, and one connection to it.
    async fn one_connection() -> (tempfile::TempDir, DatabaseConnection) {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("g.db");
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
        options.max_connections(1);
        let db = Database::connect(options).await.unwrap();
        db.execute_unprepared("PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER)")
            .await
            .unwrap();
        (directory, db)
    }

    fn insert(number: i64) -> sea_orm::sea_query::InsertStatement {
        Query::insert()
            .into_table("t")
            .columns(["n"])
            .values_panic([number.into()])
            .take()
    }

    /// What another process finds in the file.
    async fn kept(directory: &tempfile::TempDir) -> i64 {
        let file = directory.path().join("g.db");
        let other = Database::connect(format!("sqlite://{}", file.display()));
        let count = Query::select()
            .expr_as(Expr::cust("count(*)"), "n")
            .from("t")
            .take();
        let row = other.await.unwrap().query_one(&count).await.unwrap();
        row.unwrap().try_get("", "n").unwrap()
    }

    /// Past what a transaction counts.
    async fn says(tx: &Tx, statement: &str) {
        let statement = Statement::from_string(DbBackend::Sqlite, statement);
        let lease = tx.lease().unwrap();
        lease.lock().await.run(statement).await.unwrap();
    }

    async fn writes(db: &DatabaseConnection, number: i64) {
        let tx = Tx::begin(db, Purpose::Write).await.unwrap();
        tx.run(&insert(number)).await.unwrap();
        tx.commit().await.unwrap();
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn attack_b1_a_connection_whose_rollback_failed_is_never_used_again() {
        let (directory, db) = one_connection().await;
        for purpose in [Purpose::Write, Purpose::Snapshot] {
            let tx = Tx::begin(&db, purpose).await.unwrap();
            says(&tx, "ROLLBACK").await;
            tx.rollback().await;
            assert_eq!(db.get_sqlite_connection_pool().size(), 0);
        }
        writes(&db, 1).await;
        assert_eq!(kept(&directory).await, 1);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn attack_b1_nothing_begins_inside_another_transaction() {
        let (directory, db) = one_connection().await;
        let mut connection = db.get_sqlite_connection_pool().acquire().await.unwrap();
        let begin = sea_orm::sqlx::raw_sql("BEGIN IMMEDIATE");
        begin.execute(&mut *connection).await.unwrap();
        drop(connection);
        assert!(Tx::begin(&db, Purpose::Write).await.is_err());
        writes(&db, 1).await;
        assert_eq!(kept(&directory).await, 1);
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn attack_b1_whoever_goes_away_in_the_middle_leaves_no_transaction_open() {
        let (directory, db) = one_connection().await;
        let mut sure = 0;
        for round in 0..200 {
            let write = async {
                let tx = Tx::begin(&db, Purpose::Write).await.unwrap();
                tx.run(&insert(1_000 + round)).await.unwrap();
                tx.rollback().await;
            };
            let moment = Duration::from_micros(u64::try_from(round).unwrap() * 10);
            let _ = tokio::time::timeout(moment, write).await;
            if round % 20 == 0 {
                writes(&db, round).await;
                sure += 1;
                assert_eq!(kept(&directory).await, sure);
            }
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn attack_b1_a_transaction_in_which_a_statement_failed_is_not_committed() {
        let (directory, db) = one_connection().await;
        let tx = Tx::begin(&db, Purpose::Write).await.unwrap();
        tx.run(&insert(1)).await.unwrap();
        let nowhere = Query::select().column("n").from("nowhere").take();
        assert!(tx.rows(&nowhere).await.is_err());
        let refused = tx.commit().await;
        assert!(
            matches!(refused, Err(Uncommitted::Surely(_))),
            "{refused:?}"
        );
        writes(&db, 2).await;
        assert_eq!(kept(&directory).await, 1);
    }
}
