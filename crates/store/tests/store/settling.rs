//! Is a time settled only when nothing can come any more that is of before it?

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use domain::{Stamp, Timestamp};
use sea_orm::{ConnectionTrait, Database, DatabaseTransaction, TransactionTrait};
use store::{Decide, Decided, Error, Locked, Options, Reader, Store};
use tokio::sync::oneshot;

use crate::nouns::*;
use crate::world::World;

const MINUTE: i64 = 60_000_000;

/// A write that says when it was decided, and goes on when it is told to.
struct Held {
    decided: Option<oneshot::Sender<Timestamp>>,
    goes_on: Option<oneshot::Receiver<()>>,
}

impl Decide for Held {
    type Error = Error;

    async fn decide(&mut self, locked: &Locked, _: &Reader) -> Result<Decided, Error> {
        self.decided.take().unwrap().send(locked.now).unwrap();
        self.goes_on.take().unwrap().await.unwrap();
        let mut change = domain::Change::new(locked.home.clone(), "Test.Held");
        change.save(group("held", "Held", Stamp::new(moment(locked))));
        Ok(Decided {
            changes: vec![change],
            deps: vec![],
            before: std::collections::BTreeMap::new(),
        })
    }

    async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }
}

impl World {
    /// The same database by a clock that says what the database's does, and a little more, until it is moved.
    async fn by_a_clock(&self, url: &str) -> (Store, Arc<AtomicI64>) {
        let now = self.store.heads(&[]).await.unwrap().now;
        let clock = Arc::new(AtomicI64::new(now.plus_seconds(5).0));
        let read = Arc::clone(&clock);
        let options = Options {
            clock: Some(Arc::new(move || Timestamp(read.load(Ordering::SeqCst)))),
            ..Options::new(url)
        };
        let store = Store::open(&options, self.ring()).await.unwrap();
        (store, clock)
    }

    /// A transaction of somebody else; with a number once it has written.
    async fn writes_something(&self, statement: &str) -> DatabaseTransaction {
        let other = self.database().await.begin().await.unwrap();
        other.execute_unprepared(statement).await.unwrap();
        other
    }
}

const WRITES: &str = "UPDATE head SET revision = revision WHERE home = 'o:acme'";

pub(crate) async fn attack_d4_a_write_that_is_open_holds_time_back(world: &World) {
    let (store, clock) = world.by_a_clock(&world.options.url).await;
    let home = organization("acme");
    add_group(&store, &home, "a").await.unwrap();
    let before = store.settled().await.unwrap();
    assert_eq!(before.until(), before.now.plus_seconds(-10));
    let (decided, at) = oneshot::channel();
    let (release, goes_on) = oneshot::channel();
    let held = Held {
        decided: Some(decided),
        goes_on: Some(goes_on),
    };
    let writer = store.clone();
    let writing = tokio::spawn(async move { writer.transact(intent(&home), held).await });
    let at = at.await.unwrap();
    clock.fetch_add(MINUTE, Ordering::SeqCst);
    let meanwhile = store.settled().await.unwrap();
    assert_eq!(meanwhile.open.len(), 1);
    assert!(meanwhile.recent > at && meanwhile.until() <= at);
    assert!(meanwhile.until() > at.plus_seconds(-10), "hardly before it");
    release.send(()).unwrap();
    writing.await.unwrap().unwrap();
    let after = store.settled().await.unwrap();
    assert_eq!((after.open.len(), after.until()), (0, after.recent));
}

/// Whoever writes, and wherever from; who only reads holds nothing back.
#[tokio::test(flavor = "multi_thread")]
async fn attack_d4_every_transaction_of_the_database_counts_that_has_written() {
    let name = "attack_d4_every_transaction_of_the_database_counts_that_has_written";
    let Some(world) = World::postgres(name).await else {
        return;
    };
    add_group(&world.store, &organization("acme"), "a")
        .await
        .unwrap();
    let (store, clock) = world.by_a_clock(&world.options.url).await;
    let reads = world.writes_something("SELECT * FROM head").await;
    let began = Timestamp(clock.load(Ordering::SeqCst));
    let writes = world.writes_something(WRITES).await;
    clock.fetch_add(MINUTE, Ordering::SeqCst);
    let asked = store.settled().await.unwrap();
    assert!(asked.until() <= began && asked.until() > began.plus_seconds(-60));
    assert_eq!(asked.open.len(), 1);
    writes.rollback().await.unwrap();
    assert!(store.settled().await.unwrap().open.is_empty());
    reads.rollback().await.unwrap();
    world.end().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_d4_a_prepared_transaction_counts_until_it_is_committed() {
    let name = "attack_d4_a_prepared_transaction_counts_until_it_is_committed";
    let Some(world) = World::postgres(name).await else {
        return;
    };
    add_group(&world.store, &organization("acme"), "a")
        .await
        .unwrap();
    let (store, clock) = world.by_a_clock(&world.options.url).await;
    let began = Timestamp(clock.load(Ordering::SeqCst));
    let prepare = format!("BEGIN; {WRITES}; PREPARE TRANSACTION 'late'");
    let database = world.database().await;
    if let Err(cause) = database.execute_unprepared(&prepare).await {
        assert!(cause.to_string().contains("max_prepared_transactions"));
        println!("skipped: {name} needs max_prepared_transactions");
        return world.end().await;
    }
    clock.fetch_add(MINUTE, Ordering::SeqCst);
    let until = store.settled().await.unwrap().until();
    assert!(until <= began && until > began.plus_seconds(-90));
    database
        .execute_unprepared("COMMIT PREPARED 'late'")
        .await
        .unwrap();
    assert!(store.settled().await.unwrap().open.is_empty());
    world.end().await;
}

/// A role does not see since when another's transaction is open, only that it is.
#[tokio::test(flavor = "multi_thread")]
async fn attack_d4_what_another_role_writes_is_taken_to_be_old_unless_it_is_seen() {
    let name = "attack_d4_what_another_role_writes_is_taken_to_be_old_unless_it_is_seen";
    let Some(world) = World::postgres(name).await else {
        return;
    };
    add_group(&world.store, &organization("acme"), "a")
        .await
        .unwrap();
    let (_, place) = world.options.url.rsplit_once('@').unwrap();
    let (_, role) = place.split_once('/').unwrap();
    let role = role.split('?').next().unwrap().to_owned();
    let make = format!(
        "CREATE ROLE {role} LOGIN PASSWORD 'plain'; GRANT ALL ON ALL TABLES IN SCHEMA public TO {role}"
    );
    world.sql(&make).await;
    let url = format!("postgres://{role}:plain@{place}");
    let (store, _) = world.by_a_clock(&url).await;
    assert!(store.settled().await.unwrap().open.is_empty());
    let began = store.settled().await.unwrap().now;
    let writes = world.writes_something(WRITES).await;
    let hidden = store.settled().await.unwrap();
    assert_eq!(hidden.until(), hidden.now.plus_seconds(-3600));
    world
        .sql(&format!("GRANT pg_read_all_stats TO {role}"))
        .await;
    let seen = store.settled().await.unwrap();
    assert!(seen.until() > began.plus_seconds(-60), "{seen:?}");
    writes.rollback().await.unwrap();
    drop(store);
    let admin = std::env::var("GRANTOR_TEST_POSTGRES").unwrap();
    world.sql(&format!("DROP OWNED BY {role}")).await;
    world.end().await;
    let admin = Database::connect(admin).await.unwrap();
    admin
        .execute_unprepared(&format!("DROP ROLE {role}"))
        .await
        .unwrap();
}
