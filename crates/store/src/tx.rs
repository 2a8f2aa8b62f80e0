//! How is a statement run inside a transaction, whoever stops waiting for it?
//!
//! sqlx 0.9.0 leaves a pooled PostgreSQL connection inside an open transaction when a `begin()` future is dropped, and
//! what follows on it is never committed. So no database future lives in a request's future: each runs in a task of
//! its own, and a request that goes away only drops a handle.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, EntityTrait,
    FromQueryResult, QueryResult, QueryTrait, Select, SqliteTransactionMode, StatementBuilder,
    TransactionOptions, TransactionTrait,
};
use tokio::runtime::Handle;
use tokio::task::JoinError;

use crate::error::Error;

/// What a transaction is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// One moment, read only.
    Snapshot,
    /// Writing under a lock.
    Write,
}

impl Purpose {
    /// LOCAL settings, so that a transaction pooler is fine.
    fn settings(self) -> &'static str {
        match self {
            Self::Snapshot => {
                "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; \
                 SET LOCAL statement_timeout = '30s'; \
                 SET LOCAL idle_in_transaction_session_timeout = '60s'"
            }
            Self::Write => {
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; \
                 SET LOCAL lock_timeout = '3s'; \
                 SET LOCAL statement_timeout = '4s'; \
                 SET LOCAL idle_in_transaction_session_timeout = '5s'; \
                 SET LOCAL synchronous_commit = 'on'"
            }
        }
    }
}

/// A transaction. Dropped, it is rolled back in a task of its own.
pub(crate) struct Tx {
    inner: Option<Arc<DatabaseTransaction>>,
    backend: DbBackend,
    /// Whether statements may be waited for by a future that is dropped.
    detached: bool,
    /// Whether a statement failed because others were in the way.
    passing: AtomicBool,
}

impl Tx {
    /// Begins for a task that nobody drops.
    pub(crate) async fn begin(db: &DatabaseConnection, purpose: Purpose) -> Result<Self, Error> {
        let backend = db.get_database_backend();
        let mode = match purpose {
            Purpose::Snapshot => SqliteTransactionMode::Deferred,
            Purpose::Write => SqliteTransactionMode::Immediate,
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(mode),
            ..TransactionOptions::default()
        };
        let inner = db.begin_with_options(options).await?;
        if backend == DbBackend::Postgres {
            inner.execute_unprepared(purpose.settings()).await?;
        }
        Ok(Self {
            inner: Some(Arc::new(inner)),
            backend,
            detached: false,
            passing: AtomicBool::new(false),
        })
    }

    /// Begins a snapshot whose statements may be waited for by anybody.
    pub(crate) async fn snapshot(db: &DatabaseConnection) -> Result<Self, Error> {
        let db = db.clone();
        let mut tx = task(async move { Self::begin(&db, Purpose::Snapshot).await }).await?;
        tx.detached = true;
        Ok(tx)
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.backend
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
        let statement = statement.build(&self.backend);
        let inner = self.inner()?;
        let rows = if self.detached {
            task(async move {
                let rows = inner.query_all_raw(statement).await;
                let_go(inner).await;
                Ok(rows?)
            })
            .await
        } else {
            inner.query_all_raw(statement).await.map_err(Error::from)
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
        let statement = statement.build(&self.backend);
        let done = self.inner()?.execute_raw(statement).await;
        self.noted(done.map(|done| done.rows_affected()).map_err(Error::from))
    }

    /// Commits; the error is the database's own, since what it means must be judged.
    pub(crate) async fn commit(mut self) -> Result<(), DbErr> {
        match self.inner.take().and_then(Arc::into_inner) {
            Some(inner) => inner.commit().await,
            None => Err(DbErr::Custom("the transaction is still in use".to_owned())),
        }
    }

    /// Rolls back; the database does so as well when it fails.
    pub(crate) async fn rollback(mut self) {
        if let Some(inner) = self.inner.take() {
            let_go(inner).await;
        }
    }

    fn inner(&self) -> Result<Arc<DatabaseTransaction>, Error> {
        let inner = self.inner.as_ref().map(Arc::clone);
        inner.ok_or_else(|| Error::unavailable("the transaction is over"))
    }

    fn noted<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        if result.as_ref().is_err_and(Error::is_passing) {
            self.passing.store(true, Ordering::Relaxed);
        }
        result
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if let (Some(inner), Ok(runtime)) = (self.inner.take(), Handle::try_current()) {
            runtime.spawn(let_go(inner));
        }
    }
}

/// Rolls back if nobody else still runs a statement here; else whoever does will.
async fn let_go(inner: Arc<DatabaseTransaction>) {
    if let Some(inner) = Arc::into_inner(inner)
        && let Err(cause) = inner.rollback().await
    {
        tracing::debug!(%cause, "a rollback failed; the connection is gone");
    }
}

/// Runs to its end whether or not anybody waits for it.
pub(crate) async fn task<T, F>(work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: Future<Output = Result<T, Error>> + Send + 'static,
{
    tokio::spawn(work).await.map_err(stopped)?
}

/// The task panicked, or the program ends.
pub(crate) fn stopped(cause: JoinError) -> Error {
    Error::unavailable(cause)
}
