//! A COMMIT that takes minutes, as one that waits for its standby does: its change shows up with the time of before, and
//! whoever watches all organizations misses it nowhere. On PostgreSQL alone: SQLite has one writer, who then keeps all
//! others waiting.

use std::time::{Duration, Instant};

use app::watch::{Event, Start, Watch, WatchChanges, Watched};
use grantor::v1;
use sqlx::{Connection, Executor, PgConnection};

use super::Acme;
use crate::harness::{Actor, Watching, watching};

const ALL: &str = "organizations/-";
const MINUTE: Duration = Duration::from_secs(60);
/// So that a test that waits in vain fails.
const IN_VAIN: Duration = Duration::from_secs(60);

/// The COMMIT of whatever changes globex waits as long as somebody holds this lock.
const WAITS_AT_COMMIT: &str = "\
    CREATE FUNCTION waits() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = 0 AS $$ \
      BEGIN PERFORM pg_advisory_xact_lock_shared(4); RETURN NULL; END $$; \
    CREATE CONSTRAINT TRIGGER waits AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED \
      FOR EACH ROW WHEN (NEW.home = 'o:globex') EXECUTE FUNCTION waits()";

const WAITING: &str = "\
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'";

/// The database's time, by its own clock.
const CLOCK: &str = "SELECT CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)";

/// acme, and globex, of which a change is on its way: decided, written, and not committed.
struct Held {
    acme: Acme,
    /// A watch of all that was open before.
    watch: Watching,
    holder: PgConnection,
}

impl Held {
    async fn new() -> Option<Self> {
        let acme = Acme::new().await;
        if !acme.world.is_on_postgres() {
            return None;
        }
        let gus = acme.world.organization("globex", "gus").await;
        acme.world.tampers(WAITS_AT_COMMIT).await;
        let mut holder = PgConnection::connect(&acme.world.options.database_url)
            .await
            .expect("PostgreSQL answers");
        holder
            .execute("SELECT pg_advisory_lock(4)")
            .await
            .expect("locked");
        let watch = acme
            .world
            .operator()
            .watches(watching(ALL))
            .await
            .expect("open");
        acme.keeps_the_databases_time().await;
        tokio::spawn(makes_a_team(gus, "globex"));
        let begun = Instant::now();
        while acme.world.reads_number(WAITING).await == 0 {
            assert!(begun.elapsed() < IN_VAIN, "nobody waits");
            tokio::task::yield_now().await;
        }
        Some(Self {
            acme,
            watch,
            holder,
        })
    }

    /// Other changes go on, long after; the position from which a watch goes on then.
    async fn goes_on(&mut self, changes: usize) -> String {
        for _ in 0..2 {
            self.acme.world.passes(MINUTE);
            for _ in 0..changes {
                self.acme.changes_something(&self.acme.ann).await;
                is_of(&self.watch.change().await, "acme");
            }
        }
        assert_eq!(self.watch.until_silent().await, []);
        self.watch.position.clone()
    }

    async fn commits(&mut self) {
        self.holder
            .execute("SELECT pg_advisory_unlock(4)")
            .await
            .expect("unlocked");
    }

    async fn resumes(&self, position: &str) -> Watching {
        let operator = self.acme.world.operator();
        operator.resumes(ALL, position).await.expect("open")
    }
}

impl Acme {
    /// The clock of the tests says what the database's own does, and a little more: what begins now has begun before.
    async fn keeps_the_databases_time(&self) {
        let ahead = self.world.reads_number(CLOCK).await - self.world.now().0;
        let ahead = Duration::from_micros(u64::try_from(ahead).expect("later than every test's"));
        self.world.passes(ahead + Duration::from_secs(5));
    }
}

/// Whatever becomes of the call: its COMMIT is longer than its deadline.
async fn makes_a_team(by: Actor, organization: &str) {
    let request = v1::CreateTeamRequest {
        parent: format!("organizations/{organization}"),
        team: Some(v1::Team {
            display_name: "Late".into(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let _ = by.teams().create_team(request).await;
}

fn is_of(change: &v1::Change, organization: &str) {
    let parent = format!("organizations/{organization}/");
    assert!(change.name.starts_with(&parent), "{}", change.name);
}

/// The late change, after as many of acme as there are.
async fn hears_of_globex(watch: &mut Watching) -> v1::Change {
    loop {
        let change = watch.change().await;
        if change.name.starts_with("organizations/globex/") && change.method.contains("CreateTeam")
        {
            return change;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_d4_a_commit_that_takes_minutes_is_told_to_all_who_watch() {
    let Some(mut held) = Held::new().await else {
        return;
    };
    let position = held.goes_on(1).await;
    let mut resumed = held.resumes(&position).await;
    is_of(&resumed.change().await, "acme");
    let mut begun = held
        .acme
        .world
        .operator()
        .watches(watching(ALL))
        .await
        .expect("open");
    held.commits().await;
    let late = hears_of_globex(&mut held.watch).await;
    for watch in [&mut resumed, &mut begun] {
        assert_eq!(hears_of_globex(watch).await.name, late.name);
    }
    // And long after, from where it could go on while the COMMIT was waited for.
    held.acme.world.passes(MINUTE);
    let mut afterwards = held.resumes(&position).await;
    assert_eq!(hears_of_globex(&mut afterwards).await.name, late.name);
    let seconds = |change: &v1::Change| change.create_time.expect("a time").seconds;
    assert!(seconds(&late) + 120 < held.acme.world.now().0 / 1_000_000);
    // Once it is there the position goes on.
    assert_eq!(held.watch.until_silent().await, []);
    let mut settled = held.resumes(&held.watch.position).await;
    assert_eq!(settled.until_silent().await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_d4_who_has_read_past_a_late_change_reads_again() {
    let Some(mut held) = Held::new().await else {
        return;
    };
    // More than is read at a time, so that who resumes is in the middle of the log when it comes up behind them.
    let position = held.goes_on(40).await;
    let mut slow = held.acme.pulls(Start::Position(position)).await;
    let mut told = vec![next_of(&mut slow).await];
    held.commits().await;
    let late = hears_of_globex(&mut held.watch).await.name;
    while told.last() != Some(&late) {
        told.push(next_of(&mut slow).await);
    }
    let others = told.iter().filter(|name| name.contains("/acme/"));
    assert_eq!(others.count(), told.len() - 1, "none twice: {told:?}");
}

impl Acme {
    /// A watch that reads only when it is asked to.
    async fn pulls(&self, start: Start) -> Watch {
        let call = app::Call {
            who: domain::Who {
                actor: None,
                caller: domain::Caller::CommandLine,
            },
            rule: std::sync::Arc::new(decide::rule::Rule {
                operator: true,
                ..decide::rule::Rule::default()
            }),
            request: None,
            validate_only: false,
            deadline: None,
            place: None,
        };
        let wish = WatchChanges {
            of: Watched::AllOrganizations,
            start,
            heartbeat: MINUTE,
        };
        self.world.app.watch(call, wish).await.expect("open")
    }
}

/// The name of the next change.
async fn next_of(watch: &mut Watch) -> String {
    let change = async {
        loop {
            let answer = watch.next().await.expect("the watch goes on");
            if let Event::Change(logged, ..) = answer.event {
                let organization = logged.home.organization().expect("an organization");
                return format!("organizations/{organization}/changes/{}", logged.revision);
            }
        }
    };
    tokio::time::timeout(IN_VAIN, change)
        .await
        .expect("a change")
}
