//! Does any statement read more, the more there is of what it is not about? What the tests make the store send is explained
//! by the database: it must get at the rows of a table by an index, or it stands here why it does not.

use std::collections::BTreeSet;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use domain::{ChangeRequestStage, Home, Kind, OrganizationId, PartnershipId, Timestamp, UserId};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use store::{ChangeFilter, Counted, Reached, Reader, RequestFilter, Store};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::Interest;
use tracing::{Dispatch, Event, Metadata, Subscriber};

use crate::nouns::*;
use crate::world::World;
use crate::{grant_uses, grouping, reading, verifying, writing};

/// The statements that were sent by the threads that it listens to.
#[derive(Clone, Default)]
struct Sent(Arc<Mutex<BTreeSet<String>>>);

impl Subscriber for Sent {
    fn register_callsite(&self, metadata: &'static Metadata<'static>) -> Interest {
        if self.enabled(metadata) {
            Interest::always()
        } else {
            Interest::never()
        }
    }

    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "store::statements"
    }

    fn event(&self, event: &Event<'_>) {
        event.record(&mut &*self);
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl Visit for &Sent {
    fn record_str(&mut self, _: &Field, statement: &str) {
        self.0.lock().unwrap().insert(statement.to_owned());
    }

    fn record_debug(&mut self, _: &Field, _: &dyn Debug) {}
}

/// How a statement gets at the rows of a table, in the database's words.
type Ways = Vec<String>;

/// All that tests do which let the store be as it is, each with a store of its own; then what none of them asks.
async fn scenario(world: impl AsyncFn() -> World) -> World {
    macro_rules! run {
        ($($test:path),* $(,)?) => {$(
            let world_of_test = world().await;
            $test(&world_of_test).await;
            world_of_test.end().await;
        )*};
    }
    run!(
        grant_uses::a_use_is_kept_by_its_day_and_only_moves_on,
        grant_uses::a_grant_that_goes_takes_its_mark_along,
        grant_uses::many_uses_are_all_kept,
        grant_uses::marking_begins_once,
        grouping::the_same_request_twice_at_once_is_done_once,
        reading::erasing_a_person_takes_texts_and_leaves_the_chain,
        reading::heads_say_where_homes_stand,
        reading::lists_are_in_byte_order,
        reading::memberships_cross_homes,
        reading::people_are_found_by_their_present_email,
        reading::the_audit_is_filtered_and_paged,
        reading::what_is_loaded_is_what_was_saved,
        reading::what_turns_out_to_be_about_a_person_is_erased_with_them,
        verifying::an_untouched_store_verifies,
        writing::a_retry_has_no_second_effect,
        writing::an_organization_and_users_change_together,
        writing::mails_leave_once,
        writing::marks_are_kept,
    );
    let world = world().await;
    add_group(&world.store, &organization("acme"), "a")
        .await
        .unwrap();
    the_rest(&world.store).await;
    world
}

async fn the_rest(store: &Store) {
    let home = organization("acme");
    let ann = UserId::parse("ann").unwrap();
    let reader = store.snapshot().await.unwrap();
    reader
        .last_change_before(&home, Timestamp(1))
        .await
        .unwrap();
    reader.changes_named(&home, &[1, 2]).await.unwrap();
    reader.requires(&home).await.unwrap();
    reader
        .records(&home, Kind::Member, Some("ann"), 10)
        .await
        .unwrap();
    reader
        .records_named(&home, Kind::Member, &["ann", "bob"])
        .await
        .unwrap();
    reader.organizations(Some("acme"), 10).await.unwrap();
    reader.homes_holding(&ann).await.unwrap();
    across_homes(&reader, &home, &ann).await;
    let filter = ChangeFilter {
        actor: Some(ann),
        ..ChangeFilter::default()
    };
    reader.last_change(&home, &filter, None).await.unwrap();
    for counted in [
        Counted::To(home.clone(), "hash".to_owned()),
        Counted::ToOfAll("hash".to_owned()),
        Counted::By("o:acme/users/ann".to_owned()),
    ] {
        reader
            .counted_mail(&counted, 3, Timestamp(1))
            .await
            .unwrap();
    }
    drop(reader);
    store.settled().await.unwrap();
    let reached = Reached::before(Timestamp(0));
    let end = Timestamp(i64::MAX);
    store.changes_across(&reached, end, 10).await.unwrap();
    store.change_keys_across(&reached, 10).await.unwrap();
    store.forget_old().await.unwrap();
    assert!(store.takes_writes().await);
}

async fn across_homes(reader: &Reader, home: &Home, ann: &UserId) {
    reader
        .partners_reached_at("ann@example.com", 10)
        .await
        .unwrap();
    reader.partners_named("acme", 10).await.unwrap();
    let partner = home.organization().unwrap();
    reader.partners_after(Some(partner), 10).await.unwrap();
    reader
        .clients_after(partner, Some(partner), 10)
        .await
        .unwrap();
    let own = [partner.clone(), OrganizationId::parse("globex").unwrap()];
    reader.partners_among(&own).await.unwrap();
    let last = PartnershipId::parse("p-1").unwrap();
    for after in [None, Some((partner, &last))] {
        reader.partnerships_with(partner, after, 10).await.unwrap();
    }
    let filters = [
        (None, None, vec![]),
        (Some(home), None, vec![]),
        (None, Some(ann), vec![]),
        (None, None, vec![ChangeRequestStage::Open]),
    ];
    for (own, requester, stages) in filters {
        let filter = RequestFilter {
            home: own.cloned(),
            requester: requester.cloned(),
            stages,
        };
        for after in [None, Some((home, 3))] {
            reader.change_requests(&filter, after, 10).await.unwrap();
        }
    }
}

/// Runs the scenario where nothing else is listened to; `explain` says which ways of a statement are wrong.
fn judged(
    world: impl AsyncFn() -> World,
    explain: impl AsyncFn(&DatabaseConnection, &str) -> Ways,
) {
    let sent = Sent::default();
    let listens = sent.clone();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .on_thread_start(move || {
            let dispatch = Dispatch::new(listens.clone());
            std::mem::forget(tracing::dispatcher::set_default(&dispatch));
        })
        .build()
        .unwrap();
    let _listens = tracing::dispatcher::set_default(&Dispatch::new(sent.clone()));
    runtime.block_on(async {
        let world = scenario(world).await;
        let mut options = ConnectOptions::new(world.options.url.clone());
        options.max_connections(1);
        let database = Database::connect(options).await.unwrap();
        let statements = sent.0.lock().unwrap().clone();
        fill(&database).await;
        assert!(statements.len() > 80, "{}", statements.len());
        let mut wrong = Vec::new();
        for statement in &statements {
            for way in explain(&database, statement).await {
                if !is_meant(statement, &way) {
                    wrong.push(format!("{way}\n    {statement}"));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        database.close().await.unwrap();
        world.end().await;
    });
}

/// Fills the tables that many rows are looked up in, of which the database then knows nothing yet: so it is after a load.
async fn fill(database: &DatabaseConnection) {
    let numbers = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 5000)";
    let fills = [
        "INSERT INTO personal (home, id, salt, value) SELECT 'o:acme', 'many-' || n, '', '' FROM n",
        "INSERT INTO grant_use (home, grant_id, day) SELECT 'o:acme', 'many-' || n, 1 FROM n",
        "INSERT INTO change (home, revision, format, key_id, method, payload, deps, caller, at, chain) \
         SELECT 'o:acme', 1000 + n, 1, '', '', '', '', '', n, '' FROM n",
        "INSERT INTO \"user\" (home, id, create_revision, revision) SELECT 'users', 'many-' || n, 1, 1 FROM n",
    ];
    for fill in fills {
        let (insert, select) = fill.split_once("SELECT").unwrap();
        let fill = match database.get_database_backend() {
            sea_orm::DbBackend::Postgres => format!("{numbers} {fill}"),
            _ => format!("{insert} {numbers} SELECT {select}"),
        };
        database.execute_unprepared(&fill).await.unwrap();
    }
}

/// Statements that are to go on in the order of an index, by their beginning, their end, and what that index is called.
const MEANT: [(&str, &str, &str); 5] = [
    // Every home is asked for.
    (
        "SELECT \"home\" FROM \"head\"",
        "ORDER BY \"home\" ASC",
        "head",
    ),
    // A fragment of a name: where few have it, all listed partners are looked at.
    ("SELECT", "ORDER BY \"home\" ASC LIMIT ", "partner"),
    (
        "SELECT",
        "\"number\" ASC LIMIT ",
        "change_request_by_home_number",
    ),
    ("SELECT", "ORDER BY \"id\" ASC LIMIT ", "organization_by_id"),
    ("SELECT", "\"outbox\".\"id\" ASC LIMIT ", "outbox_unsent"),
];

fn is_meant(statement: &str, way: &str) -> bool {
    let end = statement.trim_end_matches(|c: char| c == '?' || c == '$' || c.is_ascii_digit());
    let mut meant = MEANT.iter();
    meant.any(|(begins, ends, index)| {
        statement.starts_with(begins) && end.ends_with(ends) && way.contains(index)
    })
}

async fn rows(database: &DatabaseConnection, statement: &str) -> Vec<sea_orm::QueryResult> {
    let backend = database.get_database_backend();
    let statement = Statement::from_string(backend, statement);
    database.query_all_raw(statement).await.unwrap()
}

/// What has a column of its own to be found by: where that is asked for, a search by the home alone looks at too much.
const FOUND_BY: [&str; 4] = [
    "\"lookup\" IN ",
    "\"id\" = ",
    "\"key\" = ",
    "\"revision\" = ?",
];

/// SQLite says `SEARCH change USING INDEX change_by_home_at (home=? AND at<?)` or `SCAN change`; what a statement brings
/// along itself it scans too.
async fn on_sqlite(database: &DatabaseConnection, statement: &str) -> Ways {
    let tables = rows(
        database,
        "SELECT name FROM sqlite_schema WHERE type = 'table'",
    )
    .await;
    let tables = tables
        .iter()
        .map(|row| row.try_get::<String>("", "name").unwrap());
    let tables: BTreeSet<_> = tables
        .chain(["t", "i", "before"].map(str::to_owned))
        .collect();
    let mut ways = Ways::new();
    for row in rows(database, &format!("EXPLAIN QUERY PLAN {statement}")).await {
        let way: String = row.try_get("", "detail").unwrap();
        let words: Vec<_> = way.split(' ').collect();
        let is_scan = words[0] == "SCAN" && tables.contains(words[1]);
        // Of these there is one in a home.
        let by_home = way.ends_with("(home=?)") && !["head", "partner"].contains(&words[1]);
        let is_narrow = FOUND_BY.iter().any(|column| statement.contains(column));
        if is_scan || (by_home && is_narrow && !statement.starts_with("WITH")) {
            ways.push(way);
        }
    }
    ways
}

/// How PostgreSQL names a column by which rows can be looked up: as a filter it looks at one row after the other, unless it
/// found them by the same column.
const LOOKED_UP: [&str; 3] = ["id = ", "lookup = ", "revision = "];

/// PostgreSQL says `Seq Scan on change`, or `Index Scan using change_pkey on change` and below it the condition. Where it
/// may not scan, it does so only for want of an index.
async fn on_postgres(database: &DatabaseConnection, statement: &str) -> Ways {
    let mut places = 0;
    while statement.contains(&format!("${}", places + 1)) {
        places += 1;
    }
    rows(database, "SET enable_seqscan = off").await;
    rows(database, "SET plan_cache_mode = force_generic_plan").await;
    rows(database, &format!("PREPARE asked AS {statement}")).await;
    let values = match places {
        0 => String::new(),
        _ => format!("({})", vec!["NULL"; places].join(", ")),
    };
    let plan = rows(database, &format!("EXPLAIN EXECUTE asked {values}")).await;
    rows(database, "DEALLOCATE asked").await;
    let lines = plan
        .iter()
        .map(|row| row.try_get::<String>("", "QUERY PLAN").unwrap());
    let lines: Vec<_> = lines.collect();
    let (mut ways, mut before) = (Ways::new(), "");
    for (line, next) in lines
        .iter()
        .zip(lines.iter().skip(1).map(String::as_str).chain([""]))
    {
        // The catalog of the server is none of ours.
        if line.contains(" on pg_") {
            continue;
        }
        let by_index = line.contains("Index Scan") || line.contains("Index Only Scan");
        let filters = line.contains("Filter: ") && !line.contains("Conflict Filter: ");
        let by = |line: &str| LOOKED_UP.iter().any(|by| line.contains(by));
        let looks_through = filters && by(line) && !by(before);
        before = line;
        if line.contains("Seq Scan on")
            || (by_index && !next.contains("Index Cond"))
            || looks_through
        {
            ways.push(line.clone());
        }
    }
    ways
}

#[test]
fn on_sqlite_no_statement_grows_with_what_it_does_not_touch() {
    judged(World::sqlite, on_sqlite);
}

#[test]
fn on_postgres_no_statement_grows_with_what_it_does_not_touch() {
    if std::env::var("GRANTOR_TEST_POSTGRES").is_ok() {
        judged(
            async || World::postgres("plans").await.unwrap(),
            on_postgres,
        );
    }
}
