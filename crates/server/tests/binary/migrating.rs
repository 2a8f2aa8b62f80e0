//! Tables that are brought up to date over many rows: how long that takes is said before, and whoever is stopped in the
//! middle goes on.

use std::time::{Duration, Instant};

use crate::process::Running;
use crate::site::Site;

/// Changes in the log: so many that an index over them outgrows what SQLite keeps in memory.
const CHANGES: u64 = 400_000;

/// Takes the tables back to what they were before the index over all changes.
const BEFORE: [&str; 3] = [
    "DROP INDEX change_by_at_home_revision",
    "ALTER TABLE head DROP COLUMN format",
    "DELETE FROM seaql_migrations WHERE version IN ('m0007_change_at', 'm0010_head_format')",
];

async fn does(site: &Site, statements: &[&str]) {
    use sqlx::{Connection, Executor};
    let mut connection = sqlx::SqliteConnection::connect(&site.url())
        .await
        .expect("the file opens");
    for statement in statements {
        connection
            .execute(sqlx::AssertSqlSafe(*statement))
            .await
            .expect("done");
    }
    connection.close().await.expect("closed");
}

async fn counts(site: &Site, what: &str) -> i64 {
    use sqlx::Connection;
    let mut connection = sqlx::SqliteConnection::connect(&site.url())
        .await
        .expect("the file opens");
    let select = sqlx::AssertSqlSafe(format!("SELECT count(*) FROM {what}"));
    sqlx::query_scalar(select)
        .fetch_one(&mut connection)
        .await
        .expect("counted")
}

/// Waits until pages of a transaction that is not committed stand in the file beside the database.
fn is_in_the_middle(site: &Site, before: u64) {
    let begun = Instant::now();
    let log = site.path("grantor.db-wal");
    while std::fs::metadata(&log).map_or(0, |log| log.len()) <= before {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never began");
        std::thread::yield_now();
    }
}

#[tokio::test]
async fn migrate_up_says_how_long_it_takes_and_goes_on_where_it_was_killed() {
    let site = Site::migrated();
    let filled = format!(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {CHANGES}) \
         INSERT INTO change (home, revision, format, key_id, method, payload, deps, caller, at, chain) \
         SELECT 'o:acme', i, 1, 'k', 'm', '{{}}', '[]', '{{}}', i, x'00' FROM n"
    );
    let mut statements = BEFORE.to_vec();
    statements.extend([filled.as_str(), "PRAGMA wal_checkpoint(TRUNCATE)"]);
    does(&site, &statements).await;

    let mut killed = Running::start(&mut site.command(&["migrate", "up"]));
    let said = killed.says("m0007_change_at goes through");
    assert!(
        said.contains(&format!("{CHANGES} rows: up to 4 s")),
        "{said}"
    );
    is_in_the_middle(&site, 0);
    killed.gets("KILL");
    let (code, heard) = killed.ends();
    assert_eq!(code, None, "{heard:?}");

    let status = site.runs(&["migrate", "status"]).with(1);
    assert!(status.contains("applied m0006_partner\n"), "{status}");
    assert!(status.contains("missing m0007_change_at\n"), "{status}");
    let index = "sqlite_schema WHERE name = 'change_by_at_home_revision'";
    assert_eq!(counts(&site, index).await, 0, "half of it is none of it");

    let again = site.runs(&["migrate", "up"]).with(0);
    assert!(again.contains("applied m0007_change_at\n"), "{again}");
    assert!(!again.contains("m0006"), "{again}");
    site.runs(&["migrate", "status"]).with(0);
    assert_eq!(counts(&site, index).await, 1);
    let all = i64::try_from(CHANGES).expect("a count");
    assert_eq!(counts(&site, "change").await, all);
}
