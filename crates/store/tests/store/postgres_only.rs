//! What only a database with many writers can get wrong.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use domain::{Home, Latch, Record, Stamp};
use sea_orm::{ConnectionTrait, TransactionTrait};
use store::{Decide, Decided, Error, Locked, Options, Reader, Store};

use crate::grouping::{Does, all_is_whole, revision, until_grouped};
use crate::nouns::*;
use crate::world::World;

/// A write that takes its time under the lock, and says when it is there.
struct Slow {
    there: Arc<AtomicBool>,
    span: Duration,
}

impl Decide for Slow {
    type Error = Error;

    async fn decide(&mut self, locked: &Locked, _: &Reader) -> Result<Decided, Error> {
        self.there.store(true, Ordering::SeqCst);
        tokio::time::sleep(self.span).await;
        let mut change = domain::Change::new(locked.home.clone(), "Test.Slow");
        change.save(group("slow", "Slow", Stamp::new(moment(locked))));
        Ok(Decided {
            changes: vec![change],
            deps: vec![],
            before: BTreeMap::new(),
        })
    }

    async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }
}

/// A revoke is answered only when every write that still rested on what it took is through.
#[tokio::test(flavor = "multi_thread")]
async fn a_revoke_waits_for_writes_that_rest_on_it() {
    let Some(world) = World::postgres("a_revoke_waits_for_writes_that_rest_on_it").await else {
        return;
    };
    add_person(&world.store, "ann", "ann@example.com")
        .await
        .unwrap();
    let there = Arc::new(AtomicBool::new(false));
    let slow = Slow {
        there: Arc::clone(&there),
        span: Duration::from_millis(700),
    };
    let resting = store::Intent {
        latches: vec![Latch::User(user("ann"))],
        ..intent(&organization("acme"))
    };
    let other = world.another().await;
    let writing = tokio::spawn(async move { other.transact(resting, slow).await });
    while !there.load(Ordering::SeqCst) {
        tokio::task::yield_now().await;
    }
    let began = Instant::now();
    let revoke = async || {
        let intent = store::Intent {
            request: request("revoke", 1),
            ..intent(&Home::People)
        };
        let decide = deciding(|change, locked| {
            let made = Stamp {
                create_revision: 1,
                create_time: locked.now,
                revision: 1,
                update_time: locked.now,
            };
            change.save(Record::User(person(
                "ann",
                None,
                made.touched(moment(locked)),
            )));
            change.takes_from.push(Latch::User(user("ann")));
        });
        world.store.transact(intent, decide).await.unwrap()
    };
    assert!(!revoke().await.replayed);
    assert!(
        began.elapsed() > Duration::from_millis(400),
        "it waited for the slow write"
    );
    assert!(writing.is_finished() || began.elapsed() > Duration::from_millis(600));
    writing.await.unwrap().unwrap();
    assert!(revoke().await.replayed);
    world.end().await;
}

/// Whoever holds the lock for ever makes the others busy, not wait for ever.
#[tokio::test(flavor = "multi_thread")]
async fn a_lock_that_is_not_free_in_time_is_busy() {
    let Some(world) = World::postgres("a_lock_that_is_not_free_in_time_is_busy").await else {
        return;
    };
    let home = organization("acme");
    add_group(&world.store, &home, "a").await.unwrap();
    let database = world.database().await;
    let holder = database.begin().await.unwrap();
    holder
        .execute_unprepared("UPDATE head SET revision = revision WHERE home = 'o:acme'")
        .await
        .unwrap();
    let began = Instant::now();
    assert!(matches!(
        add_group(&world.store, &home, "b").await,
        Err(Error::Busy)
    ));
    assert!(began.elapsed() < Duration::from_secs(5));
    add_group(&world.store, &organization("other"), "b")
        .await
        .unwrap();
    holder.rollback().await.unwrap();
    assert_eq!(
        add_group(&world.store, &home, "b").await.unwrap().revision,
        2
    );
    world.end().await;
}

/// The connection dies inside COMMIT, once: the outcome is looked up under the lock, and the change is there once.
#[tokio::test(flavor = "multi_thread")]
async fn a_commit_that_is_not_answered_is_looked_up() {
    let Some(world) = World::postgres("a_commit_that_is_not_answered_is_looked_up").await else {
        return;
    };
    let home = organization("acme");
    add_group(&world.store, &home, "a").await.unwrap();
    // A sequence is not rolled back, so this kills the first commit only.
    world
        .sql(
            "CREATE SEQUENCE kills; \
             CREATE FUNCTION kill_once() RETURNS trigger AS $$ BEGIN \
               IF nextval('kills') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; \
               RETURN NULL; END $$ LANGUAGE plpgsql; \
             CREATE CONSTRAINT TRIGGER kill AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED \
               FOR EACH ROW EXECUTE FUNCTION kill_once()",
        )
        .await;
    assert_eq!(
        add_group(&world.store, &home, "b").await.unwrap().revision,
        2
    );
    assert_eq!(world.store.verify(&home, |_| ()).await.unwrap().nouns, 2);
    world.end().await;
}

/// A commit that each of several rests on is answered with a warning: it is looked up, found, and decided once.
#[tokio::test(flavor = "multi_thread")]
async fn a_group_whose_commit_is_in_doubt_is_looked_up() {
    let Some(world) = World::postgres("a_group_whose_commit_is_in_doubt_is_looked_up").await else {
        return;
    };
    world
        .sql(
            "CREATE FUNCTION warns() RETURNS trigger AS $$ BEGIN \
               RAISE WARNING 'the standby was not waited for'; RETURN NULL; END $$ LANGUAGE plpgsql; \
             CREATE CONSTRAINT TRIGGER warn AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED \
               FOR EACH ROW EXECUTE FUNCTION warns()",
        )
        .await;
    let came = until_grouped(&world, &[Does::Writes, Does::Refused, Does::Writes]).await;
    assert_eq!(revision(&came[0]).abs_diff(revision(&came[2])), 1);
    assert!(came[0].turns.len() == 1 && came[2].turns.len() == 1);
    // What it was refused on was in doubt too.
    assert_eq!(came[1].turns.len(), 2);
    all_is_whole(&world).await;
    world.end().await;
}

/// Deadlocks and serialization failures are tried again.
#[tokio::test(flavor = "multi_thread")]
async fn what_passes_is_tried_again() {
    let Some(world) = World::postgres("what_passes_is_tried_again").await else {
        return;
    };
    let home = organization("acme");
    add_group(&world.store, &home, "a").await.unwrap();
    world
        .sql(
            "CREATE SEQUENCE fails; \
             CREATE FUNCTION fail_twice() RETURNS trigger AS $$ BEGIN \
               IF nextval('fails') <= 2 THEN RAISE EXCEPTION 'on purpose' USING ERRCODE = '40001'; END IF; \
               RETURN NULL; END $$ LANGUAGE plpgsql; \
             CREATE TRIGGER fail AFTER INSERT ON change FOR EACH ROW EXECUTE FUNCTION fail_twice()",
        )
        .await;
    assert_eq!(
        add_group(&world.store, &home, "b").await.unwrap().revision,
        2
    );
    world.end().await;
}

/// What is wrong with where the database is, is told apart; nothing that was typed is repeated but the host.
#[tokio::test(flavor = "multi_thread")]
async fn attack_b5_what_is_wrong_with_the_address_is_told() {
    let Some(world) = World::postgres("attack_b5_what_is_wrong_with_the_address_is_told").await
    else {
        return;
    };
    let (_, place) = world.options.url.rsplit_once('@').unwrap();
    let (host, name) = place.split_once('/').unwrap();
    for (url, words) in [
        (
            format!("postgres://postgres:canary@{host}/canary"),
            "has no database of the name",
        ),
        (
            format!("postgres://canary:canary@{host}/{name}"),
            "does not let the user of database-url in",
        ),
        (
            format!("postgres://postgres:canary@127.0.0.1:1/{name}"),
            "nothing listens at 127.0.0.1:1",
        ),
    ] {
        let opened = Store::open(&Options::new(url), world.ring()).await;
        let Err(error) = opened else {
            panic!("{words}: it opens");
        };
        let said = format!("{error} {error:?}");
        assert!(said.contains(words) && !said.contains("canary"), "{said}");
    }
    world
        .sql("INSERT INTO seaql_migrations (version, applied_at) VALUES ('m9999_later', 0)")
        .await;
    let Err(error) = Store::open(&world.options, world.ring()).await else {
        panic!("it opens");
    };
    assert!(error.to_string().contains("newer Grantor"), "{error}");
    world.end().await;
}
