//! How is the database reached? Writers, readers and head reads on connections of their own, with the settings that
//! durability rests on.

use std::time::Duration;

use sea_orm::sqlx::pool::{PoolConnectionMetadata, PoolOptions};
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::SqliteConnectOptions;
use sea_orm::sqlx::{self, ConnectOptions, Connection, Database, Executor, Row};
use sea_orm::{DatabaseConnection, SqlxPostgresConnector, SqlxSqliteConnector};

use crate::address::{Address, make_private};
use crate::error::Error;
use crate::unreachable::{no_file, no_server};

/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// Writing connections on PostgreSQL; SQLite has one writer.
const WRITERS: u32 = 8;
/// Connections that read heads and do nothing else.
const HEAD_READERS: u32 = 2;
/// Before it, a WAL reset could lose a commit.
const SQLITE_VERSION: [u32; 3] = [3, 51, 3];
/// A connection that was idle for longer is asked whether it is still one.
const IDLE: Duration = Duration::from_secs(1);

pub(crate) struct Connections {
    pub(crate) writer: DatabaseConnection,
    pub(crate) readers: DatabaseConnection,
    pub(crate) heads: DatabaseConnection,
    pub(crate) writers: u32,
}

/// Opens the pools and refuses a database that could lose what it acknowledged.
pub(crate) async fn connect(address: &Address, readers: u32) -> Result<Connections, Error> {
    let writers = match address {
        Address::Sqlite { options, file } => {
            make_private(file)?;
            // It makes the tables' file and turns WAL on before anybody reads.
            check_sqlite(&writing(options))
                .await
                .map_err(|cause| match cause {
                    Unfit::Database(cause) => no_file(&cause, file),
                    Unfit::Setting(error) => error,
                })?;
            1
        }
        Address::Postgres { options, server } => {
            check_postgres(options).await.map_err(|cause| match cause {
                Unfit::Database(cause) => no_server(&cause, server),
                Unfit::Setting(error) => error,
            })?;
            WRITERS
        }
    };
    Ok(Connections {
        writer: pool(address, writers, true),
        readers: pool(address, readers.max(1), false),
        heads: pool(address, HEAD_READERS, false),
        writers,
    })
}

/// One writing connection, for who closes it afterwards.
pub(crate) fn writer(address: &Address) -> DatabaseConnection {
    pool(address, 1, true)
}

/// Connects once somebody wants to.
fn pool(address: &Address, size: u32, writes: bool) -> DatabaseConnection {
    match address {
        Address::Sqlite { options, .. } => {
            let options = if writes {
                writing(options)
            } else {
                options
                    .clone()
                    .busy_timeout(PATIENCE)
                    .pragma("query_only", "on")
            };
            // A file does not go stale.
            let pool = of(size).idle_timeout(None).max_lifetime(None);
            SqlxSqliteConnector::from_sqlx_sqlite_pool(pool.connect_lazy_with(options))
        }
        Address::Postgres { options, .. } => SqlxPostgresConnector::from_sqlx_postgres_pool(
            of(size).connect_lazy_with(options.clone()),
        ),
    }
}

fn of<DB: Database>(size: u32) -> PoolOptions<DB> {
    PoolOptions::new()
        .max_connections(size)
        .acquire_timeout(PATIENCE)
        .test_before_acquire(false)
        .before_acquire(
            |connection: &mut DB::Connection, seen: PoolConnectionMetadata| {
                Box::pin(async move {
                    if seen.idle_for > IDLE {
                        connection.ping().await?;
                    }
                    Ok(true)
                })
            },
        )
}

fn writing(options: &SqliteConnectOptions) -> SqliteConnectOptions {
    options.clone().busy_timeout(PATIENCE)
}

/// Why a database is not taken.
enum Unfit {
    Database(sqlx::Error),
    Setting(Error),
}

impl From<sqlx::Error> for Unfit {
    fn from(cause: sqlx::Error) -> Self {
        Self::Database(cause)
    }
}

fn setting(what: impl Into<String>) -> Unfit {
    Unfit::Setting(Error::Config(what.into()))
}

async fn check_sqlite(options: &SqliteConnectOptions) -> Result<(), Unfit> {
    let mut connection = options.connect().await?;
    let version: String = first(&mut connection, "SELECT sqlite_version()").await?;
    connection.close().await?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0u32));
    let parts = [(); 3].map(|()| parts.next().unwrap_or(0));
    if parts < SQLITE_VERSION {
        return Err(setting(format!(
            "SQLite {version} is too old: 3.51.3 or newer is needed"
        )));
    }
    Ok(())
}

async fn check_postgres(options: &PgConnectOptions) -> Result<(), Unfit> {
    // The pool would ask again and again, and say in the end only that it took too long.
    let connecting = tokio::time::timeout(PATIENCE, options.connect()).await;
    let mut connection = connecting.map_err(|_| sqlx::Error::PoolTimedOut)??;
    let fsync: String = first(&mut connection, "SELECT current_setting('fsync')").await?;
    let standby: bool = first(&mut connection, "SELECT pg_is_in_recovery()").await?;
    connection.close().await?;
    if fsync == "off" {
        return Err(setting(
            "PostgreSQL runs with fsync=off: it can lose what it acknowledged. Turn it on",
        ));
    }
    if standby {
        return Err(setting(
            "the database is a standby: name the primary in database-url",
        ));
    }
    Ok(())
}

async fn first<C, T>(connection: &mut C, query: &'static str) -> Result<T, sqlx::Error>
where
    C: Connection,
    for<'c> &'c mut C: Executor<'c, Database = C::Database>,
    for<'r> T: sqlx::Decode<'r, C::Database> + sqlx::Type<C::Database>,
    usize: sqlx::ColumnIndex<<C::Database as Database>::Row>,
{
    let row = connection.fetch_one(query).await?;
    row.try_get(0)
}
