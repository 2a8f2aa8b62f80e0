//! On PostgreSQL, from the tables of a release: of a migration whose process is killed in the middle nothing is there,
//! those before it are, and the next `migrate up` goes on.

use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::process::{Running, ended};
use crate::site::Site;

/// What the release stored, as `tests/frozen/README.md` says.
fn frozen(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../tests/frozen/1/postgres")
        .join(file)
}

/// A database of its own with a copy of it.
struct Released {
    site: Site,
    server: String,
    name: String,
}

impl Released {
    /// `None`, saying so, where no server is given.
    async fn new(test: &str) -> Option<Self> {
        let Ok(server) = std::env::var("GRANTOR_TEST_POSTGRES") else {
            println!("skipped: {test} needs GRANTOR_TEST_POSTGRES");
            return None;
        };
        let released = Self {
            site: Site::empty(),
            server,
            name: format!("grantor_killed_{}", std::process::id()),
        };
        released.keeps_its_keys();
        let create = format!("CREATE DATABASE {}", released.name);
        does(&mut connected(&released.server).await, &create).await;
        does(&mut released.connection().await, &dumped()).await;
        Some(released)
    }

    /// A checkout lets others read what it holds, which a key ring must not.
    fn keeps_its_keys(&self) {
        use std::os::unix::fs::PermissionsExt;
        let path = self.site.path("keys.json");
        std::fs::copy(frozen("keys.json"), &path).expect("the keys");
        let ours = std::fs::Permissions::from_mode(0o600);
        std::fs::set_permissions(path, ours).expect("permissions");
    }

    fn url(&self) -> String {
        let (address, database) = self.server.rsplit_once('/').expect("a database");
        let options = database.split_once('?').map(|(_, options)| options);
        let options = options.map_or(String::new(), |options| format!("?{options}"));
        format!("{address}/{}{options}", self.name)
    }

    async fn connection(&self) -> PgConnection {
        connected(&self.url()).await
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.site.command(arguments);
        command.env("GRANTOR_DATABASE_URL", self.url());
        command
    }

    async fn ends(self) {
        let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
        does(&mut connected(&self.server).await, &drop).await;
    }
}

/// The dump is plain SQL; newer ones have commands of psql beside it.
fn dumped() -> String {
    let mut unpack = Command::new("gzip");
    let unpacked = ended(unpack.arg("-dc").arg(frozen("grantor.sql.gz"))).with(0);
    let lines = unpacked.lines().filter(|line| !line.starts_with('\\'));
    lines.flat_map(|line| [line, "\n"]).collect()
}

async fn connected(url: &str) -> PgConnection {
    PgConnection::connect(url)
        .await
        .expect("PostgreSQL answers")
}

async fn does(connection: &mut PgConnection, sql: &str) {
    let done = sqlx::raw_sql(AssertSqlSafe(sql)).execute(connection).await;
    done.expect("done");
}

async fn counts(connection: &mut PgConnection, of: &str) -> i64 {
    let select = AssertSqlSafe(format!("SELECT count(*) FROM {of}"));
    let counted = sqlx::query_scalar(select).fetch_one(connection).await;
    counted.expect("counted")
}

/// Waits until there are so many.
async fn until(connection: &mut PgConnection, of: &str, count: i64) {
    let begun = Instant::now();
    while counts(connection, of).await != count {
        assert!(begun.elapsed() < Duration::from_secs(60), "{of}: {count}");
    }
}

/// The sessions that wait for another one's transaction to end.
const WAITING: &str =
    "pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
/// What a migration has changed already that waits so.
const CHANGED: &str = "pg_locks JOIN pg_stat_activity USING (pid) \
    WHERE datname = current_database() AND wait_event_type = 'Lock' \
    AND relation = 'outbox'::regclass AND mode = 'AccessExclusiveLock' AND granted";
/// Those of the test itself among them.
const SESSIONS: &str =
    "pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'";
const COLUMNS: &str = "information_schema.columns \
    WHERE table_name = 'outbox' AND column_name IN ('recipient', 'sender')";
const INDEXES: &str = "pg_indexes \
    WHERE indexname IN ('outbox_by_recipient_at', 'outbox_by_sender_at')";
const FORMAT: &str =
    "information_schema.columns WHERE table_name = 'head' AND column_name = 'format'";

#[tokio::test]
async fn migrate_up_goes_on_where_it_was_killed_on_postgres() {
    let test = "migrate_up_goes_on_where_it_was_killed_on_postgres";
    let Some(released) = Released::new(test).await else {
        return;
    };
    let mut seen = released.connection().await;
    // The last statement of m0014_mail_limits waits for this name until it is known whether it is taken.
    let mut other = released.connection().await;
    does(
        &mut other,
        "BEGIN; CREATE TABLE outbox_by_sender_at (one bigint)",
    )
    .await;

    let mut killed = Running::start(&mut released.command(&["migrate", "up"]));
    killed.says("applied m0010_head_format");
    until(&mut seen, WAITING, 1).await;
    assert_eq!(counts(&mut seen, CHANGED).await, 1, "it is in the middle");
    killed.gets("KILL");
    let (code, heard) = killed.ends();
    assert_eq!(code, None, "{heard:?}");

    // Its session hears of it only when it answers, so it works on until then.
    assert_eq!(counts(&mut seen, CHANGED).await, 1, "it waits on");
    does(&mut other, "ROLLBACK").await;
    until(&mut seen, SESSIONS, 2).await;
    assert_eq!(counts(&mut seen, COLUMNS).await, 0, "half is none of it");
    assert_eq!(counts(&mut seen, INDEXES).await, 0, "half is none of it");
    assert_eq!(counts(&mut seen, FORMAT).await, 1, "the one before stays");
    let status = ended(&mut released.command(&["migrate", "status"])).with(1);
    assert!(status.contains("applied m0010_head_format\n"), "{status}");
    assert!(status.contains("missing m0014_mail_limits\n"), "{status}");

    let again = ended(&mut released.command(&["migrate", "up"])).with(0);
    assert!(again.contains("applied m0014_mail_limits\n"), "{again}");
    assert!(!again.contains("m0010"), "{again}");
    assert_eq!(counts(&mut seen, COLUMNS).await, 2);
    assert_eq!(counts(&mut seen, INDEXES).await, 2);
    ended(&mut released.command(&["audit", "verify"])).with(0);
    released.ends().await;
}
