//! How is the database reached? Writers, readers and head reads on connections of their own, with the settings that
//! durability rests on.

use std::time::Duration;

use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, Statement,
};

use crate::error::Error;

/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(5);
/// Writing connections on PostgreSQL; SQLite has one writer.
const WRITERS: u32 = 8;
/// Connections that read heads and do nothing else.
const HEAD_READERS: u32 = 2;
/// Before it, a WAL reset could lose a commit.
const SQLITE_VERSION: [u32; 3] = [3, 51, 3];

/// The pools.
pub(crate) struct Connections {
    pub(crate) writer: DatabaseConnection,
    pub(crate) readers: DatabaseConnection,
    pub(crate) heads: DatabaseConnection,
    pub(crate) writers: u32,
}

/// Opens the pools and refuses a database that could lose what it acknowledged.
pub(crate) async fn connect(url: &str, readers: u32) -> Result<Connections, Error> {
    let is_sqlite = url.starts_with("sqlite:");
    if !is_sqlite && !url.starts_with("postgres:") && !url.starts_with("postgresql:") {
        return Err(Error::Config(
            "the database URL must begin with sqlite: or postgres:".to_owned(),
        ));
    }
    if is_sqlite && url.contains(":memory:") {
        return Err(Error::Config(
            "the database must be a file: what is in memory is not kept".to_owned(),
        ));
    }
    let writers = if is_sqlite { 1 } else { WRITERS };
    // The writer first: it makes the file and turns WAL on.
    let writer = pool(url, writers, true).await?;
    if is_sqlite {
        check_sqlite(&writer).await?;
    } else {
        check_postgres(&writer).await?;
    }
    Ok(Connections {
        writer,
        readers: pool(url, readers.max(1), false).await?,
        heads: pool(url, HEAD_READERS, false).await?,
        writers,
    })
}

async fn pool(url: &str, size: u32, writes: bool) -> Result<DatabaseConnection, Error> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(size)
        .acquire_timeout(PATIENCE)
        .sqlx_logging(false)
        .record_stmt_in_spans(false)
        .set_application_name("grantor")
        .test_before_acquire_if_idle_for(Duration::from_secs(1))
        .map_sqlx_sqlite_opts(move |sqlite| sqlite_options(sqlite, writes));
    if url.starts_with("sqlite:") {
        // A file does not go stale.
        options.idle_timeout(None).max_lifetime(None);
    }
    Ok(Database::connect(options).await?)
}

fn sqlite_options(options: SqliteConnectOptions, writes: bool) -> SqliteConnectOptions {
    let options = options
        .create_if_missing(writes)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(PATIENCE);
    if writes {
        options
    } else {
        options.pragma("query_only", "on")
    }
}

async fn check_sqlite(db: &DatabaseConnection) -> Result<(), Error> {
    let version = text(db, "SELECT sqlite_version()").await?;
    let mut parts = version.split('.').map(|part| part.parse().unwrap_or(0u32));
    let parts = [(); 3].map(|()| parts.next().unwrap_or(0));
    if parts < SQLITE_VERSION {
        return Err(Error::Config(format!(
            "SQLite {version} is too old: 3.51.3 or newer is needed"
        )));
    }
    Ok(())
}

async fn check_postgres(db: &DatabaseConnection) -> Result<(), Error> {
    if text(db, "SELECT current_setting('fsync')").await? == "off" {
        return Err(Error::Config(
            "PostgreSQL runs with fsync=off: it can lose what it acknowledged".to_owned(),
        ));
    }
    if text(db, "SELECT CAST(pg_is_in_recovery() AS text)").await? != "false" {
        return Err(Error::Config(
            "the database is a standby: name the primary".to_owned(),
        ));
    }
    Ok(())
}

async fn text(db: &DatabaseConnection, query: &str) -> Result<String, Error> {
    let backend: DbBackend = db.get_database_backend();
    let row = db
        .query_one_raw(Statement::from_string(backend, query))
        .await?;
    let row = row.ok_or_else(|| Error::unavailable("the database does not say what it is"))?;
    Ok(row.try_get_by_index(0)?)
}
