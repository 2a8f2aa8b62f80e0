//! A database for each test: one that has nothing yet, or a copy of another.

use std::path::PathBuf;

use app::{App, Capacity, Options};
use domain::MailLimits;
use sqlx::{Connection, Executor};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// A database that is copied, and never changes.
pub enum Original {
    /// The content of a SQLite file.
    File(Vec<u8>),
    /// The name of a database of the PostgreSQL server.
    Database(String),
}

static MIGRATED: OnceCell<Original> = OnceCell::const_new();

/// The URL of a database of its own that has nothing yet: a file in the directory, or one of the PostgreSQL server.
pub async fn empty(directory: &TempDir) -> String {
    match server() {
        Some(server) => created(&server, "").await,
        None => url_of(&file(directory)),
    }
}

/// The URL of a database of its own that has tables and nothing in them.
pub async fn migrated(directory: &TempDir) -> String {
    MIGRATED.get_or_init(migrates).await.copied(directory).await
}

impl Original {
    /// The database at this URL, which is used by nobody any more.
    pub async fn of(database_url: &str, directory: &TempDir) -> Self {
        if let Some(server) = server() {
            let (_, name) = database_url.rsplit_once('/').expect("a name");
            let name = name.split('?').next().unwrap_or(name).to_owned();
            // Nobody may be connected to what is copied, and pools take their time.
            let others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname =";
            executes(&server, &format!("{others} '{name}'")).await;
            Self::Database(name)
        } else {
            // What was written last stands beside the file, in its log.
            let whole = directory.path().join("whole.db");
            let into = format!("VACUUM INTO '{}'", whole.display());
            executes(database_url, &into).await;
            Self::File(std::fs::read(&whole).expect("the file"))
        }
    }

    /// The URL of a copy: a file in the directory, or a database of the PostgreSQL server.
    pub async fn copied(&self, directory: &TempDir) -> String {
        match (self, server()) {
            (Self::Database(name), Some(server)) => {
                created(&server, &format!(" TEMPLATE {name}")).await
            }
            (Self::File(content), _) => {
                let file = file(directory);
                std::fs::write(&file, content).expect("a copy");
                url_of(&file)
            }
            (Self::Database(_), None) => unreachable!("all tests run on one sort of database"),
        }
    }
}

async fn migrates() -> Original {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let database_url = empty(&directory).await;
    let options = Options {
        database_url: database_url.clone(),
        reader_connections: 2,
        key_file: directory.path().join("keys.json"),
        create_keys: true,
        mail: None,
        mail_limits: MailLimits::default(),
        clock: None,
        capacity: Capacity::default(),
    };
    let app = App::open(&options, true).await.expect("it is migrated");
    app.close().await;
    drop(app);
    // Each copy is known by an id of its own, which is made when it is opened first.
    assert_eq!(executes(&database_url, "DELETE FROM store").await, 1);
    Original::of(&database_url, &directory).await
}

/// Runs a statement past Grantor; says how many rows it touched.
pub async fn executes(url: &str, statement: &str) -> u64 {
    let statement = sqlx::AssertSqlSafe(statement);
    if url.starts_with("sqlite:") {
        let connection = sqlx::SqliteConnection::connect(url).await;
        let mut connection = connection.expect("the file opens");
        let done = connection.execute(statement).await;
        let rows = done.expect("the statement runs").rows_affected();
        connection.close().await.expect("closed");
        rows
    } else {
        let connection = sqlx::PgConnection::connect(url).await;
        let mut connection = connection.expect("PostgreSQL answers");
        let done = connection.execute(statement).await;
        let rows = done.expect("the statement runs").rows_affected();
        connection.close().await.expect("closed");
        rows
    }
}

/// The URL of the PostgreSQL server, where tests run on one.
fn server() -> Option<String> {
    match std::env::var("GRANTOR_TEST_DATABASE").as_deref() {
        Ok("postgres") => {
            Some(std::env::var("GRANTOR_TEST_POSTGRES").expect("GRANTOR_TEST_POSTGRES is set"))
        }
        _ => None,
    }
}

fn file(directory: &TempDir) -> PathBuf {
    directory.path().join("grantor.db")
}

fn url_of(file: &std::path::Path) -> String {
    format!("sqlite://{}", file.display())
}

/// A new database on the server.
async fn created(server: &str, like: &str) -> String {
    let name = format!("grantor_{}_{}", std::process::id(), unique());
    executes(server, &format!("CREATE DATABASE {name}{like}")).await;
    let (base, query) = server.split_once('?').unwrap_or((server, ""));
    let base = base.rsplit_once('/').map_or(base, |(base, _)| base);
    if query.is_empty() {
        format!("{base}/{name}")
    } else {
        format!("{base}/{name}?{query}")
    }
}

/// Unique within this run and between runs: the temporary directory's own name is random.
fn unique() -> String {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let name = directory
        .path()
        .file_name()
        .expect("a name")
        .to_string_lossy();
    name.chars()
        .filter(char::is_ascii_alphanumeric)
        .collect::<String>()
        .to_ascii_lowercase()
}
