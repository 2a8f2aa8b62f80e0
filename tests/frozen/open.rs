//! How a frozen world is opened: a copy of it, by today's code, at a time of the test's own.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use app::{App, Capacity, Options};
use domain::Timestamp;
use grantor::v1;
use sqlx::Connection;
use tempfile::TempDir;

use super::files::{Files, read_small};
use crate::harness::{Actor, database, fully, serve};

/// A clock that stands still until it is set.
#[derive(Clone)]
pub(super) struct Clock(Arc<AtomicI64>);

/// A clock that stands at this time.
pub(super) fn clock_at(at: Timestamp) -> Clock {
    Clock(Arc::new(AtomicI64::new(at.0)))
}

impl Clock {
    pub(super) fn set(&self, at: Timestamp) {
        self.0.store(at.0, Ordering::SeqCst);
    }
}

/// A copy of a frozen world, open.
pub(super) struct Opened {
    pub(super) app: Arc<App>,
    /// Asks, reads and watches.
    pub(super) asker: Actor,
    pub(super) clock: Clock,
    _directory: TempDir,
}

impl Opened {
    /// Copies the database, brings its tables up to date, and serves from it.
    pub(super) async fn new(files: &Files, clock: Clock) -> Self {
        let directory = tempfile::tempdir().expect("a temporary directory");
        let key_file = directory.path().join("keys.json");
        std::fs::copy(files.keys(), &key_file).expect("the keys");
        only_ours(&key_file);
        let now = clock.clone();
        let options = Options {
            database_url: copied(files, &directory).await,
            reader_connections: 2,
            key_file,
            create_keys: false,
            mail: None,
            mail_limits: domain::MailLimits::default(),
            clock: Some(Arc::new(move || Timestamp(now.0.load(Ordering::SeqCst)))),
            capacity: Capacity::default(),
        };
        let app = App::open(&options, true).await.expect("it opens");
        let channel = serve(&app).await;
        Self {
            asker: Actor::new(channel, Some(files.facts().key), None),
            app,
            clock,
            _directory: directory,
        }
    }
}

/// A checkout lets others read what it holds, which a key ring must not.
fn only_ours(path: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let ours = std::fs::Permissions::from_mode(0o600);
    std::fs::set_permissions(path, ours).expect("permissions");
}

/// The copy's URL. What pg_dump wrote is plain SQL, so that no other program is needed to read it.
async fn copied(files: &Files, directory: &TempDir) -> String {
    let content = read_small(&files.database());
    let url = database::empty(directory).await;
    if let Some(path) = url.strip_prefix("sqlite://") {
        std::fs::write(path, content).expect("the copy");
        return url;
    }
    let sql = String::from_utf8(content).expect("UTF-8");
    // Newer ones write commands of psql beside the SQL.
    let sql: String = sql
        .lines()
        .filter(|line| !line.starts_with('\\'))
        .flat_map(|line| [line, "\n"])
        .collect();
    let mut connection = sqlx::PgConnection::connect(&url)
        .await
        .expect("PostgreSQL answers");
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql))
        .execute(&mut connection)
        .await
        .expect("the dump is read");
    connection.close().await.expect("closed");
    url
}

/// Every home by what its changes are listed and watched under, with its newest revision.
pub(super) async fn heads(asker: &Actor) -> BTreeMap<String, i64> {
    let request = v1::ListOrganizationsRequest {
        page_size: 1000,
        consistency: fully(),
        ..Default::default()
    };
    let organizations = asker
        .organizations()
        .list_organizations(request)
        .await
        .expect("read")
        .into_inner();
    assert_eq!(
        organizations.next_page_token, "",
        "all of them are on one page"
    );
    let mut heads = BTreeMap::new();
    let names = organizations
        .organizations
        .into_iter()
        .map(|organization| organization.name);
    for home in names.chain(["platform".to_owned(), "people".to_owned()]) {
        let newest = asker.newest_revision(&home).await;
        heads.insert(home, newest);
    }
    heads
}
