//! Which connection does a transaction run on, and when may another one have it?
//!
//! sqlx counts how deep in transactions a connection is, and its SQLite driver keeps that number when a COMMIT or a
//! ROLLBACK fails: what begins next is a SAVEPOINT, and its "commit" commits nothing. So BEGIN, COMMIT and ROLLBACK are
//! sent as they are, and a connection goes back to its pool only after one of the last two was answered without a
//! complaint. In every other case, dropped or panicking included, it is closed: the database rolls back by itself.

use std::sync::Arc;

use sea_orm::sea_query::Value;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::postgres::PgArguments;
use sea_orm::sqlx::query::Query;
use sea_orm::sqlx::{self, AssertSqlSafe, Database, Encode, Executor, Postgres, Sqlite, Type};
use sea_orm::{DatabaseConnection, DbBackend, DbErr, QueryResult, RuntimeErr, Statement};
use tokio::runtime::Handle;

use crate::error::Error;
use crate::notices::warned;
use crate::sql::{Argument, Sql, is_sent};

/// A connection that is inside a transaction. Dropped, it is closed.
pub(crate) struct Lease {
    wire: Option<Wire>,
}

enum Wire {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// Runs the same on either connection.
macro_rules! on {
    ($wire:expr, $connection:ident => $work:expr) => {
        match $wire {
            Wire::Sqlite($connection) => $work,
            Wire::Postgres($connection) => $work,
        }
    };
}

impl Lease {
    /// Takes a connection and begins by these statements, which the database must take without a warning: one says that
    /// the connection was inside a transaction already.
    pub(crate) async fn begin(
        db: &DatabaseConnection,
        statements: &'static str,
    ) -> Result<Self, DbErr> {
        let wire = match db.get_database_backend() {
            DbBackend::Postgres => {
                let taken = db.get_postgres_connection_pool().acquire().await;
                Wire::Postgres(taken.map_err(failed)?)
            }
            _ => {
                let taken = db.get_sqlite_connection_pool().acquire().await;
                Wire::Sqlite(taken.map_err(failed)?)
            }
        };
        let mut lease = Self { wire: Some(wire) };
        match lease.says(statements).await {
            Ok(()) => Ok(lease),
            Err(cause) => {
                lease.close().await;
                Err(cause)
            }
        }
    }

    /// All rows of a statement.
    pub(crate) async fn rows(&mut self, statement: Statement) -> Result<Vec<QueryResult>, Error> {
        Ok(on!(self.wire()?, connection => {
            let rows = bound(statement)?.fetch_all(&mut **connection).await;
            rows.map_err(failed)?.into_iter().map(QueryResult::from).collect()
        }))
    }

    /// All rows of a statement over rows.
    pub(crate) async fn asks(&mut self, sql: Sql) -> Result<Vec<QueryResult>, Error> {
        match self.wire()? {
            Wire::Sqlite(_) => self.rows(sql.valued()?).await,
            Wire::Postgres(connection) => {
                is_sent(&sql.text);
                let query = sqlx::query(AssertSqlSafe(sql.text));
                let query = sql.arguments.into_iter().try_fold(query, argued)?;
                let rows = query.fetch_all(&mut **connection).await;
                let rows = rows.map_err(failed)?.into_iter();
                Ok(rows.map(QueryResult::from).collect())
            }
        }
    }

    /// Runs a statement; how many rows it touched.
    pub(crate) async fn run(&mut self, statement: Statement) -> Result<u64, Error> {
        Ok(on!(self.wire()?, connection => {
            let done = bound(statement)?.execute(&mut **connection).await;
            done.map_err(failed)?.rows_affected()
        }))
    }

    /// Ends the transaction by COMMIT or ROLLBACK. Only if that is answered without a complaint the connection goes
    /// back, else it is closed before this returns, so that it holds no lock any more.
    pub(crate) async fn end(mut self, statement: &'static str) -> Result<(), DbErr> {
        match self.says(statement).await {
            Ok(()) => {
                self.wire.take();
                Ok(())
            }
            Err(cause) => {
                self.close().await;
                Err(cause)
            }
        }
    }

    /// Sends statements that have no values and answer no rows.
    async fn says(&mut self, statements: &'static str) -> Result<(), DbErr> {
        let wire = self.wire()?;
        let sent = async {
            on!(wire, connection => {
                let done = connection.execute(sqlx::raw_sql(statements)).await;
                done.map(|_| ()).map_err(failed)
            })
        };
        match warned(sent).await {
            (Ok(()), Some(warning)) => Err(DbErr::Custom(format!(
                "the database answered {statements:?} with a warning: {warning}"
            ))),
            (done, _) => done,
        }
    }

    async fn close(mut self) {
        if let Some(wire) = self.wire.take() {
            let closed = on!(wire, connection => connection.close().await);
            if let Err(cause) = closed {
                tracing::debug!(%cause, "a connection did not close in order");
            }
        }
    }

    fn wire(&mut self) -> Result<&mut Wire, DbErr> {
        let over = || DbErr::Custom("the transaction is over".to_owned());
        self.wire.as_mut().ok_or_else(over)
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        let Some(wire) = self.wire.take() else { return };
        on!(wire, connection => {
            if Handle::try_current().is_ok() {
                let mut connection = connection;
                connection.close_on_drop();
            } else {
                // The program ends: nobody is left to close it but the system.
                drop(connection.leak());
            }
        });
    }
}

fn failed(cause: sqlx::Error) -> DbErr {
    DbErr::Query(RuntimeErr::SqlxError(Arc::new(cause)))
}

/// A statement with its values; the tables hold no others.
fn bound<DB>(statement: Statement) -> Result<Query<'static, DB, DB::Arguments>, Error>
where
    DB: Database,
    for<'q> Option<bool>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<i32>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<i64>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<String>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<Vec<u8>>: Encode<'q, DB> + Type<DB>,
{
    is_sent(&statement.sql);
    let query = sqlx::query(AssertSqlSafe(statement.sql));
    statement.values.into_iter().flatten().try_fold(query, with)
}

fn with<DB>(
    query: Query<'static, DB, DB::Arguments>,
    value: Value,
) -> Result<Query<'static, DB, DB::Arguments>, Error>
where
    DB: Database,
    for<'q> Option<bool>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<i32>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<i64>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<String>: Encode<'q, DB> + Type<DB>,
    for<'q> Option<Vec<u8>>: Encode<'q, DB> + Type<DB>,
{
    Ok(match value {
        Value::Bool(value) => query.bind(value),
        Value::Int(value) => query.bind(value),
        Value::BigInt(value) => query.bind(value),
        // Of LIMIT alone.
        Value::BigUnsigned(value) => {
            query.bind(value.map(|value| i64::try_from(value).unwrap_or(i64::MAX)))
        }
        Value::String(value) => query.bind(value),
        Value::Bytes(value) => query.bind(value),
        other => return Err(Error::Misuse(format!("{other:?} is in no table"))),
    })
}

fn argued(
    query: Query<'static, Postgres, PgArguments>,
    argument: Argument,
) -> Result<Query<'static, Postgres, PgArguments>, Error> {
    match argument {
        Argument::Value(value) => with(query, value),
        Argument::Numbers(numbers) => Ok(query.bind(numbers)),
        Argument::Texts(texts) => Ok(query.bind(texts)),
        Argument::Bytes(bytes) => Ok(query.bind(bytes)),
    }
}
