//! What happens when the disk is full, and after it has room again: nothing acknowledged is lost, and nothing is
//! acknowledged that was not written. The disk is a limit on the size of files, which needs no rights to set.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hasher};
use std::process::Command;

use grantor::v1;
use sqlx::{Connection, Row, SqliteConnection};
use tonic::transport::Channel;
use tonic::{Code, Status};
use tonic_health::pb::health_check_response::ServingStatus;
use v1::grant_service_client::GrantServiceClient;

use crate::health::told;
use crate::process::grantor;
use crate::site::{Server, Site};

/// How large no file may grow at first: 12,000 blocks.
const SMALL: u64 = 12_000 * 512;
/// How often the random test kills the server, unless `GRANTOR_TEST_FULL_DISK_ROUNDS` says otherwise.
const ROUNDS: u64 = 2;
/// How often in each round it changes the room on the disk.
const STEPS: u64 = 12;

/// A server that may write no larger files than it is told, and is told so by errors.
struct Cramped {
    server: Server,
}

impl Cramped {
    /// `None`, saying so, where this machine cannot limit files.
    fn start(site: &Site, test: &str) -> Option<Self> {
        if !Command::new("prlimit")
            .arg("--fsize")
            .output()
            .is_ok_and(|ran| ran.status.success())
        {
            println!("skipped: {test} needs prlimit");
            return None;
        }
        let plain = grantor(&[] as &[&str]);
        let mut command = Command::new("sh");
        command.args(["-c", r#"trap '' XFSZ; exec "$0" "$@""#]);
        command.arg(plain.get_program());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let server = site.dev_by(command, &[]);
        Some(Self { server })
    }

    /// From now on no file may grow above `bytes`; `None` is as large as the system lets.
    fn may_write(&self, bytes: Option<u64>) {
        let limit = bytes.map_or("unlimited".to_owned(), |bytes| bytes.to_string());
        let id = self.server.running.id().to_string();
        let set = Command::new("prlimit")
            .args(["--pid", &id, &format!("--fsize={limit}:")])
            .status();
        assert!(set.expect("prlimit runs").success());
    }

    fn health(&self) -> String {
        self.health_of("")
    }

    fn health_of(&self, service: &str) -> String {
        let address = format!("http://{}", self.server.address);
        crate::process::run(&["health", "--address", &address, "--service", service]).out
    }

    /// Until the server says so of itself.
    fn becomes(&self, status: &str) {
        let begun = std::time::Instant::now();
        while self.health().split([':', '\n']).next() != Some(status) {
            assert!(begun.elapsed().as_secs() < 30, "it is {}", self.health());
        }
    }

    /// Nothing runs any more that it would do at its end.
    fn loses_power(self) {
        self.server.running.gets("KILL");
        self.server.running.ends();
    }
}

/// Ann gives alice a grant with a note of 4 KB.
async fn gives(server: &Server, channel: &Channel, id: &str) -> Result<v1::Grant, Status> {
    let listed = v1::ScopeList {
        entries: vec![v1::ScopeEntry {
            entry: Some(v1::scope_entry::Entry::Product(
                "organizations/acme/products/drive-1".into(),
            )),
        }],
    };
    let message = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant_id: id.to_owned(),
        grant: Some(v1::Grant {
            subject: "organizations/acme/members/alice".into(),
            scope: Some(v1::Scope {
                scope: Some(v1::scope::Scope::Listed(listed)),
            }),
            rights: Some(v1::Rights {
                names: vec!["kdrive/use".into()],
                ..Default::default()
            }),
            note: format!("{id} {}", "n".repeat(4000)),
            ..Default::default()
        }),
        request_id: id.to_owned(),
        ..Default::default()
    };
    let mut request = server.request(message);
    let ann = "users/ann".parse().expect("ASCII");
    request.metadata_mut().insert("x-grantor-acting-user", ann);
    let mut client = GrantServiceClient::new(channel.clone());
    let given = client.create_grant(request).await?.into_inner();
    Ok(given.grant.expect("a grant"))
}

/// How often each request of these tests is in the log, by the file itself.
async fn logged(site: &Site) -> Vec<(String, i64)> {
    let mut file = SqliteConnection::connect(&site.url())
        .await
        .expect("the file opens");
    let rows = sqlx::query(
        "SELECT request_id, count(*) FROM change WHERE request_id LIKE 'w-%' GROUP BY request_id",
    )
    .fetch_all(&mut file)
    .await
    .expect("a log");
    rows.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// Somebody else writes to the file, which nobody may hold for longer than a write takes.
async fn is_free(site: &Site) {
    let mut file = SqliteConnection::connect(&site.url())
        .await
        .expect("the file opens");
    for statement in [
        "PRAGMA busy_timeout = 3000",
        "BEGIN IMMEDIATE",
        "UPDATE store SET one = one",
        "ROLLBACK",
    ] {
        let done = sqlx::query(statement).execute(&mut file).await;
        done.unwrap_or_else(|held| panic!("{statement}: {held}"));
    }
    file.close().await.expect("closed");
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b1_what_is_acknowledged_after_the_disk_was_full_is_there_after_a_crash() {
    let site = Site::empty();
    let test = "attack_b1_what_is_acknowledged_after_the_disk_was_full_is_there_after_a_crash";
    let Some(cramped) = Cramped::start(&site, test) else {
        return;
    };
    let server = &cramped.server;
    let channel = server.connect().await;
    cramped.may_write(Some(SMALL));
    let mut acknowledged = BTreeSet::new();
    let refused = loop {
        let id = format!("w-{:05}", acknowledged.len());
        match gives(server, &channel, &id).await {
            Ok(_) => acknowledged.insert(id),
            Err(refused) => break refused,
        };
        assert!(acknowledged.len() < 10_000, "the disk is never full");
    };
    assert_eq!(refused.code(), Code::Unavailable, "{refused:?}");
    cramped.becomes("NOT_SERVING");
    let degraded = |status| (status, "degraded".to_owned());
    let whole = told(&channel, "").await;
    assert_eq!(whole, degraded(ServingStatus::NotServing));
    let asked = told(&channel, "grantor.v1.AccessService").await;
    assert_eq!(asked, degraded(ServingStatus::Serving));
    assert_eq!(
        cramped.health_of("grantor.v1.AccessService"),
        "SERVING: degraded: questions are answered, nothing can be written\n"
    );
    is_free(&site).await;
    gives(server, &channel, "w-refused")
        .await
        .expect_err("the disk is still full");
    cramped.may_write(None);
    cramped.becomes("SERVING");
    for number in 0..10 {
        let id = format!("w-after-{number}");
        gives(server, &channel, &id).await.expect("there is room");
        acknowledged.insert(id);
    }
    is_free(&site).await;
    cramped.loses_power();
    let server = site.dev(&[]);
    let there: BTreeSet<_> = logged(&site).await.into_iter().map(|(id, _)| id).collect();
    let lost: Vec<_> = acknowledged.difference(&there).collect();
    assert_eq!(lost, Vec::<&String>::new(), "acknowledged and gone");
    // The next write has the next revision, so nothing is there beyond what was acknowledged last.
    gives(&server, &server.connect().await, "w-last")
        .await
        .expect("it goes on");
    drop(server);
    site.runs(&["audit", "verify"]).with(0);
}

/// Numbers that a seed gives.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// Writes of some who write at once; those that were acknowledged.
async fn writers(server: &Server, channel: &Channel, first: u64, count: u64) -> Vec<String> {
    let ids = (first..first + count).map(|number| format!("w-{number:06}"));
    let writes = ids.map(|id| async move { gives(server, channel, &id).await.map(|_| id).ok() });
    let answers = futures_util::future::join_all(writes).await;
    answers.into_iter().flatten().collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b1_whenever_the_disk_is_full_every_acknowledged_write_is_in_the_log_once() {
    let test = "attack_b1_whenever_the_disk_is_full_every_acknowledged_write_is_in_the_log_once";
    let drawn = || {
        std::collections::hash_map::RandomState::new()
            .build_hasher()
            .finish()
    };
    let number = |name: &str| {
        std::env::var(name)
            .ok()
            .map(|text| text.parse().expect("a number"))
    };
    let seed: u64 = number("TEST_SEED").unwrap_or_else(drawn);
    println!("TEST_SEED={seed}");
    let mut dice = Dice(seed);
    let site = Site::empty();
    let (mut acknowledged, mut next) = (BTreeSet::new(), 0);
    for _ in 0..number("GRANTOR_TEST_FULL_DISK_ROUNDS").unwrap_or(ROUNDS) {
        let Some(cramped) = Cramped::start(&site, test) else {
            return;
        };
        let server = &cramped.server;
        let channel = server.connect().await;
        for _ in 0..STEPS {
            let largest = ["grantor.db", "grantor.db-wal"]
                .map(|name| std::fs::metadata(site.path(name)).map_or(0, |file| file.len()));
            let room = match dice.below(3) {
                0 => None,
                // Somewhere in the middle of the next commits, or of writing the log back into the file.
                1 => Some(largest.into_iter().max().unwrap_or(0) + dice.below(200_000)),
                _ => Some(dice.below(largest.into_iter().max().unwrap_or(0) + 1)),
            };
            cramped.may_write(room);
            let count = 1 + dice.below(12);
            acknowledged.extend(writers(server, &channel, next, count).await);
            next += count;
        }
        cramped.may_write(None);
        let count = 1 + dice.below(12);
        let killing = dice.below(2) == 0;
        let last = writers(server, &channel, next, count);
        if killing {
            let after = std::time::Duration::from_micros(dice.below(50_000));
            server.running.is_killed_in(after);
        }
        let last = last.await;
        assert!(killing || last.len() as u64 == count, "it does not go on");
        acknowledged.extend(last);
        next += count;
        cramped.loses_power();
    }
    let server = site.dev(&[]);
    let there = logged(&site).await;
    let twice: Vec<_> = there.iter().filter(|(_, times)| *times != 1).collect();
    assert_eq!(twice, Vec::<&(String, i64)>::new(), "done twice");
    let there: BTreeSet<_> = there.into_iter().map(|(id, _)| id).collect();
    let lost: Vec<_> = acknowledged.difference(&there).collect();
    assert_eq!(lost, Vec::<&String>::new(), "acknowledged and gone");
    assert!(acknowledged.len() > 5, "too few to mean anything");
    drop(server);
    site.runs(&["audit", "verify"]).with(0);
}
