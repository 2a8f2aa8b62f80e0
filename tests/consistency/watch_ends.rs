//! How a watch ends other than by its reader: the reader is too slow, the server stops, time is up, the database is away.

use std::time::{Duration, Instant};

use grantor::v1;
use tonic::transport::Endpoint;
use tonic::{Code, Request};

use super::Acme;
use crate::harness::{Actor, Refused, Watching, Why, refused, watching, why};

const ACME: &str = "organizations/acme";
const STOPPING: Why = (Code::Unavailable, "STORE_UNAVAILABLE");

impl Acme {
    /// Ann over a connection that takes little ahead of what is read.
    async fn slow_ann(&self) -> Actor {
        let endpoint = Endpoint::from_shared(format!("http://{}", self.world.address));
        let endpoint = endpoint
            .expect("an address")
            .initial_stream_window_size(512);
        self.ann
            .over(&endpoint.connect().await.expect("it answers"))
    }

    /// A grant that takes some kilobytes to tell, so that what a connection holds back is soon full.
    fn wide(&self) -> v1::Grant {
        let entry = |index| v1::ScopeEntry {
            entry: Some(v1::scope_entry::Entry::Tag(format!(
                "client-with-a-long-name-{index}"
            ))),
        };
        let listed = v1::ScopeList {
            entries: (0..150).map(entry).collect(),
        };
        v1::Grant {
            scope: Some(v1::Scope {
                scope: Some(v1::scope::Scope::Listed(listed)),
            }),
            ..self.managing()
        }
    }

    /// Waits until the server holds so many watches, as time passes.
    async fn comes_to_watches(&self, count: usize, step: Duration) {
        let begun = Instant::now();
        while self.world.app.open_watches() != count {
            assert!(begun.elapsed() < Duration::from_secs(20), "it goes on");
            self.world.passes(step);
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn a_reader_who_takes_nothing_for_thirty_seconds_is_dropped_and_can_resume() {
    let acme = Acme::new().await;
    for _ in 0..40 {
        let given = acme.ann.grants_access("acme", acme.wide()).await;
        given.expect("given");
    }
    let slow = acme.slow_ann().await;
    let mut watch = slow.watches_all_of(ACME).await;
    assert_eq!(acme.world.app.open_watches(), 1);
    acme.comes_to_watches(0, Duration::from_secs(1)).await;
    let (told, no) = watch.ends().await;
    let no = refused::<()>(Err(no), why::WATCH_TOO_SLOW);
    assert!(no.retries);
    assert_eq!(
        no.metadata["position"], watch.position,
        "of the last answer"
    );
    let revisions: Vec<_> = told.iter().map(|change| change.revision).collect();
    let all: Vec<_> = (1..=revisions.len() as i64).collect();
    assert_eq!(revisions, all, "what was ready still comes");
    let mut resumed = acme.ann.resumes(ACME, &watch.position).await.expect("open");
    assert_eq!(resumed.revisions(1).await, [all.len() as i64 + 1]);
}

#[tokio::test]
async fn a_reader_who_goes_away_is_forgotten() {
    let acme = Acme::new().await;
    let watch = acme.ann.watches_all_of(ACME).await;
    assert_eq!(acme.world.app.open_watches(), 1);
    drop(watch);
    acme.comes_to_watches(0, Duration::ZERO).await;
}

#[tokio::test]
async fn a_server_that_stops_says_so_and_another_one_goes_on() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let there = other.hears(&acme.ann);
    let mut one = there.watches(watching(ACME)).await.expect("open");
    let operator = other.hears(&acme.world.operator());
    let mut all = operator
        .watches(watching("organizations/-"))
        .await
        .expect("open");
    other.app.end_watches();
    for watch in [&mut one, &mut all] {
        let (_, no) = watch.ends().await;
        let no = refused::<()>(Err(no), STOPPING);
        assert!(no.retries && no.message.contains("resumes"), "{no:?}");
    }
    refused(there.watches(watching(ACME)).await, STOPPING);
    acme.changes_something(&acme.ann).await;
    let mut resumed = acme.ann.resumes(ACME, &one.position).await.expect("open");
    let last = acme.ann.sees_revisions("acme").await.expect("listed")[0];
    assert_eq!(resumed.revisions(1).await, [last]);
}

#[tokio::test]
async fn the_callers_own_deadline_holds_and_no_other() {
    let acme = Acme::new().await;
    let mut request = Request::new(watching(ACME));
    request.set_timeout(Duration::from_secs(2));
    let begun = Instant::now();
    let opened = acme.ann.access().watch_changes(request).await;
    let mut answers = opened.expect("open").into_inner();
    let end = loop {
        match answers.message().await {
            Ok(answer) => assert!(answer.is_some(), "an end has a reason"),
            Err(end) => break end,
        }
    };
    assert!(begun.elapsed() < Duration::from_secs(10));
    assert_eq!(Refused::from(end).code, Code::DeadlineExceeded);
}

#[tokio::test]
async fn without_the_database_a_watch_ends() {
    let acme = Acme::new().await;
    let mut watch: Watching = acme.ann.watches(watching(ACME)).await.expect("open");
    acme.world
        .tampers("ALTER TABLE head RENAME TO head_away")
        .await;
    let (told, no) = watch.ends().await;
    acme.world
        .tampers("ALTER TABLE head_away RENAME TO head")
        .await;
    assert_eq!(told, [] as [v1::Change; 0]);
    assert_eq!((no.code, no.reason.as_str()), STOPPING);
    acme.answers_again().await;
    acme.changes_something(&acme.ann).await;
    let mut resumed = acme.ann.resumes(ACME, &watch.position).await.expect("open");
    resumed.change().await;
}
