//! Is what was acknowledged there, also after a COMMIT or a ROLLBACK failed on the same connection before?

use sea_orm::{ConnectionTrait, Statement};
use store::{Error, Head};

use crate::nouns::*;
use crate::world::World;

/// What the change that makes group `bad` meets.
struct Trap {
    /// On SQLite, inside a trigger.
    sqlite: &'static str,
    /// On PostgreSQL, inside a function; at once, or only at COMMIT.
    postgres: &'static str,
    at_commit: bool,
}

impl Trap {
    async fn set(&self, world: &World) {
        if is_postgres(world) {
            let (constraint, when) = if self.at_commit {
                ("CONSTRAINT", "DEFERRABLE INITIALLY DEFERRED")
            } else {
                ("", "")
            };
            let Self { postgres, .. } = self;
            world
                .sql(&format!(
                    "CREATE FUNCTION trap() RETURNS trigger AS $$ BEGIN \
                     IF NEW.payload LIKE '%\"bad\"%' THEN {postgres}; END IF; RETURN NULL; END $$ LANGUAGE plpgsql; \
                     CREATE {constraint} TRIGGER trap AFTER INSERT ON change {when} \
                     FOR EACH ROW EXECUTE FUNCTION trap()"
                ))
                .await;
        } else {
            world
                .sql(&format!(
                    "CREATE TABLE pair (id INTEGER PRIMARY KEY, other INTEGER REFERENCES pair (id) \
                     DEFERRABLE INITIALLY DEFERRED); \
                     CREATE TRIGGER trap AFTER INSERT ON change WHEN NEW.payload LIKE '%\"bad\"%' \
                     BEGIN {}; END",
                    self.sqlite
                ))
                .await;
        }
    }
}

fn is_postgres(world: &World) -> bool {
    world.options.url.starts_with("postgres")
}

/// What another connection sees in the log.
async fn highest(world: &World) -> u64 {
    number(
        world,
        "SELECT max(revision) AS n FROM change WHERE home = 'o:acme'",
    )
    .await
}

async fn number(world: &World, query: &str) -> u64 {
    let database = world.database().await;
    let query = Statement::from_string(database.get_database_backend(), query);
    let row = database.query_one_raw(query).await.unwrap().unwrap();
    let number: i64 = row.try_get("", "n").unwrap();
    database.close().await.unwrap();
    number.try_into().unwrap()
}

/// Writes acknowledged after something failed are there for everybody, and nobody holds the database's locks.
async fn all_goes_on(world: &World, before: Head) {
    let home = organization("acme");
    let mut last = before;
    for number in 0..10 {
        let id = format!("after-{number}");
        let head = add_group(&world.store, &home, &id).await.unwrap();
        assert_eq!(head.revision, last.revision + 1);
        assert_eq!(highest(world).await, head.revision, "it is not committed");
        last = head;
    }
    assert!(world.store.takes_writes().await);
    // Another process gets the lock of the file, or of the head.
    world
        .sql("UPDATE head SET revision = revision WHERE home = 'o:acme'")
        .await;
    let other = world.another().await;
    let heads = other.heads(std::slice::from_ref(&home)).await.unwrap();
    assert_eq!(heads.heads[&home], last);
    let verified = other.verify(&home, |_| ()).await.unwrap();
    assert_eq!(verified.head.revision, last.revision);
}

/// The database refuses the COMMIT.
pub(crate) async fn attack_b1_after_a_refused_commit_all_goes_on(world: &World) {
    let home = organization("acme");
    let first = add_group(&world.store, &home, "first").await.unwrap();
    let trap = Trap {
        sqlite: "INSERT INTO pair VALUES (1, 2)",
        postgres: "RAISE EXCEPTION 'refused' USING ERRCODE = '23514'",
        at_commit: true,
    };
    trap.set(world).await;
    for _ in 0..3 {
        let refused = add_group(&world.store, &home, "bad").await;
        assert!(matches!(refused, Err(Error::Corrupt(_))), "{refused:?}");
        assert_eq!(highest(world).await, first.revision);
    }
    all_goes_on(world, first).await;
}

/// The database ends the transaction by itself, or the connection, so that the ROLLBACK fails.
pub(crate) async fn attack_b1_after_a_failed_rollback_all_goes_on(world: &World) {
    let home = organization("acme");
    let first = add_group(&world.store, &home, "first").await.unwrap();
    let trap = Trap {
        sqlite: "SELECT RAISE(ROLLBACK, 'over')",
        postgres: "PERFORM pg_terminate_backend(pg_backend_pid())",
        at_commit: false,
    };
    trap.set(world).await;
    for _ in 0..3 {
        add_group(&world.store, &home, "bad").await.unwrap_err();
        assert_eq!(highest(world).await, first.revision);
    }
    all_goes_on(world, first).await;
}

/// A success with a warning beside it is none: it is looked up under the lock, and is there once.
pub(crate) async fn attack_b1_a_commit_with_a_warning_is_looked_up(world: &World) {
    let home = organization("acme");
    let first = add_group(&world.store, &home, "first").await.unwrap();
    let trap = Trap {
        // SQLite knows no warnings.
        sqlite: "SELECT 1",
        postgres: "RAISE WARNING 'the standby was not waited for'",
        at_commit: true,
    };
    trap.set(world).await;
    world.sql("CREATE TABLE locks (revision BIGINT)").await;
    let notes = if is_postgres(world) {
        "CREATE FUNCTION noted() RETURNS trigger AS $$ BEGIN \
         INSERT INTO locks VALUES (NEW.revision); RETURN NULL; END $$ LANGUAGE plpgsql; \
         CREATE TRIGGER noted AFTER UPDATE ON head FOR EACH ROW EXECUTE FUNCTION noted()"
    } else {
        "CREATE TRIGGER noted AFTER UPDATE ON head BEGIN INSERT INTO locks VALUES (NEW.revision); END"
    };
    world.sql(notes).await;
    let head = add_group(&world.store, &home, "bad").await.unwrap();
    assert_eq!(head.revision, first.revision + 1);
    // Locked and advanced; and after a warning locked once more, to look.
    let locked = if is_postgres(world) { 3 } else { 2 };
    assert_eq!(
        number(world, "SELECT count(*) AS n FROM locks").await,
        locked
    );
    all_goes_on(world, head).await;
}

/// Connections that read die in the middle: nobody reads an old moment from then on.
pub(crate) async fn attack_b1_after_readers_were_cut_off_everything_new_is_read(world: &World) {
    let home = organization("acme");
    let first = add_group(&world.store, &home, "first").await.unwrap();
    let mut readers = Vec::new();
    for _ in 0..4 {
        readers.push(world.store.snapshot().await.unwrap());
    }
    if is_postgres(world) {
        world
            .sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity \
                 WHERE datname = current_database() AND state = 'idle in transaction'",
            )
            .await;
        readers[0].head(&home).await.unwrap_err();
    }
    drop(readers);
    all_goes_on(world, first).await;
    for _ in 0..8 {
        let reader = world.store.snapshot().await.unwrap();
        assert_eq!(reader.head(&home).await.unwrap().unwrap().revision, 11);
    }
}
