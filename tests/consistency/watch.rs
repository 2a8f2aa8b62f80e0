//! A watch of one parent: each revision once, in order, without gaps, wherever it was written and wherever it is read.

use grantor::v1;
use v1::watch_changes_request::Start;
use v1::watch_changes_response::Event;

use super::Acme;
use crate::harness::{Actor, Refused, Why, World, refused, watching, why};

const ACME: &str = "organizations/acme";
const HISTORY_BROKEN: Why = (tonic::Code::DataLoss, "HISTORY_BROKEN");
const HISTORY_LOST: Why = (tonic::Code::FailedPrecondition, "HISTORY_LOST");
const TOKEN_INVALID: Why = (tonic::Code::InvalidArgument, "CONSISTENCY_TOKEN_INVALID");

impl Acme {
    async fn last_revision(&self) -> i64 {
        self.ann.sees_revisions("acme").await.expect("listed")[0]
    }

    /// Ann's watch from a start.
    async fn ann_watches(&self, start: Start) -> Result<crate::harness::Watching, Refused> {
        let request = v1::WatchChangesRequest {
            start: Some(start),
            ..watching(ACME)
        };
        self.ann.watches(request).await
    }
}

/// Makes teams, one after another.
async fn makes_teams(by: Actor, organization: &'static str, count: usize) {
    for _ in 0..count {
        let request = v1::CreateTeamRequest {
            parent: format!("organizations/{organization}"),
            team: Some(v1::Team {
                display_name: "Any".into(),
                ..Default::default()
            }),
            ..Default::default()
        };
        by.teams().create_team(request).await.expect("created");
    }
}

#[tokio::test]
async fn from_now_on_only_what_comes_is_told() {
    let acme = Acme::new().await;
    let before = acme.last_revision().await;
    let mut watch = acme.ann.watches(watching(ACME)).await.expect("open");
    acme.changes_something(&acme.ann).await;
    acme.changes_something(&acme.ann).await;
    assert_eq!(watch.revisions(2).await, [before + 1, before + 2]);
}

#[tokio::test]
async fn a_change_is_told_as_the_audit_tells_it() {
    let acme = Acme::new().await;
    let mut watch = acme.ann.watches(watching(ACME)).await.expect("open");
    let grant = v1::Grant {
        note: "for the site".into(),
        ..acme.managing()
    };
    acme.ann.grants_access("acme", grant).await.expect("given");
    let told = watch.change().await;
    let name = told.name.clone();
    let logged = acme
        .ann
        .audit()
        .get_change(v1::GetChangeRequest { name })
        .await;
    assert_eq!(logged.expect("logged").into_inner().change, Some(told));
}

#[tokio::test]
async fn after_a_revision_everything_comes_that_followed_it() {
    let acme = Acme::new().await;
    let last = acme.last_revision().await;
    for after in [0, 1, last - 1] {
        let mut watch = acme
            .ann_watches(Start::AfterRevision(after))
            .await
            .expect("open");
        let count = usize::try_from(last - after).expect("a few");
        let all: Vec<_> = (after + 1..=last).collect();
        assert_eq!(watch.revisions(count).await, all);
    }
    let mut watch = acme
        .ann_watches(Start::AfterRevision(last))
        .await
        .expect("open");
    acme.changes_something(&acme.ann).await;
    assert_eq!(watch.revisions(1).await, [last + 1]);
}

#[tokio::test]
async fn more_than_a_page_of_history_comes_whole() {
    let acme = Acme::new().await;
    makes_teams(acme.ann.clone(), "acme", 120).await;
    let last = acme.last_revision().await;
    let mut watch = acme.ann.watches_all_of(ACME).await;
    let all: Vec<_> = (1..=last).collect();
    assert_eq!(watch.revisions(all.len()).await, all);
}

#[tokio::test]
async fn from_a_time_begin_the_changes_of_that_time() {
    let acme = Acme::new().await;
    let last = acme.last_revision().await;
    acme.world.passes(std::time::Duration::from_secs(3600));
    let at = acme.world.later(0);
    acme.changes_something(&acme.ann).await;
    let mut watch = acme.ann_watches(Start::StartTime(at)).await.expect("open");
    let first = watch.change().await;
    assert_eq!(first.revision, last + 1);
    // The very time of a change is a time of it.
    let its_time = first.create_time.expect("a time");
    let start = Start::StartTime(its_time);
    let mut watch = acme.ann_watches(start).await.expect("open");
    assert_eq!(watch.revisions(1).await, [last + 1]);
    let long_ago = prost_types::Timestamp::default();
    let mut watch = acme
        .ann_watches(Start::StartTime(long_ago))
        .await
        .expect("open");
    assert_eq!(watch.revisions(1).await, [1]);
}

#[tokio::test]
async fn every_position_resumes_right_after_its_answer() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let mut watch = acme.ann.watches_all_of(ACME).await;
    let opened = watch.position.clone();
    for revision in 1..=acme.last_revision().await {
        let resumed = other.hears(&acme.ann).resumes(ACME, &watch.position).await;
        assert_eq!(resumed.expect("open").revisions(1).await, [revision]);
        assert_eq!(watch.revisions(1).await, [revision]);
    }
    assert_eq!(watch.until_silent().await, []);
    let mut resumed = acme.ann.resumes(ACME, &watch.position).await.expect("open");
    acme.changes_something(&acme.ann).await;
    let last = acme.last_revision().await;
    assert_eq!(resumed.revisions(1).await, [last]);
    assert_ne!(opened, watch.position);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_instances_write_at_once_and_watchers_at_both_are_told_each_revision_once() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let there = other.hears(&acme.ann);
    let mut here = acme.ann.watches_all_of(ACME).await;
    let mut beyond = there.watches_all_of(ACME).await;
    let before = acme.last_revision().await;
    let writers = [
        tokio::spawn(makes_teams(acme.ann.clone(), "acme", 40)),
        tokio::spawn(makes_teams(there, "acme", 40)),
    ];
    let all: Vec<_> = (1..=before + 80).collect();
    assert_eq!(here.revisions(all.len()).await, all);
    assert_eq!(beyond.revisions(all.len()).await, all);
    for writer in writers {
        writer.await.expect("written");
    }
    assert_eq!(here.until_silent().await, []);
    assert_eq!(beyond.until_silent().await, []);
}

#[tokio::test]
async fn a_heartbeat_never_goes_back_and_says_no_more_than_is_true() {
    let acme = Acme::new().await;
    let mut watch = acme.ann.watches_all_of(ACME).await;
    let micros =
        |time: prost_types::Timestamp| time.seconds * 1_000_000 + i64::from(time.nanos) / 1000;
    let (mut told, mut beats) = (i64::MIN, 0);
    while beats < 3 {
        match watch.next().await.expect("it goes on") {
            // What is told only now was not covered by a heartbeat before.
            Event::Change(change) => assert!(micros(change.create_time.expect("a time")) > told),
            Event::Heartbeat(beat) => {
                let time = micros(beat.current_time.expect("a time"));
                assert!(time >= told && time <= acme.world.now().0, "{time}");
                (told, beats) = (time, beats + 1);
                acme.changes_something(&acme.ann).await;
                acme.world.passes(std::time::Duration::from_secs(1));
            }
        }
    }
}

#[tokio::test]
async fn platform_and_people_are_watched_alike() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let mut platform = operator.watches(watching("platform")).await.expect("open");
    let mut people = operator.watches(watching("people")).await.expect("open");
    acme.world.user("zoe").await;
    acme.world.service("shop", &["read"]).await;
    assert_eq!(people.change().await.method, "UserService.RegisterUser");
    assert_eq!(platform.change().await.method, "keys create");
}

#[tokio::test]
async fn a_start_beyond_what_there_is_is_out_of_range_and_says_what_there_is() {
    let acme = Acme::new().await;
    let last = acme.last_revision().await;
    let beyond = acme.ann_watches(Start::AfterRevision(last + 1)).await;
    let no = refused(beyond, why::WATCH_START_UNKNOWN);
    assert_eq!(no.metadata["first"], "1");
    assert_eq!(no.metadata["last"], last.to_string());
    let future = Start::StartTime(acme.world.later(60));
    let no = refused(acme.ann_watches(future).await, why::WATCH_START_UNKNOWN);
    assert!(
        no.metadata["last"].starts_with("2026-01-01T00:00:00"),
        "{no:?}"
    );
}

#[tokio::test]
async fn a_position_that_this_store_did_not_give_is_refused() {
    let acme = Acme::new().await;
    let elsewhere = World::elsewhere().await;
    let zoe = elsewhere.user("zoe").await;
    let theirs = zoe.watches_all_of("organizations/zoe-own").await.position;
    let no = acme.ann_watches(Start::Position(theirs)).await;
    let no = refused(no, HISTORY_LOST);
    assert!(
        no.message.contains("position is of another store"),
        "{no:?}"
    );
    let mut watch = acme.ann.watches_all_of(ACME).await;
    watch.change().await;
    let good = watch.position.clone();
    let (before, mark) = good.split_once("o:acme=1-").expect("its place");
    for lost in [
        format!("{before}o:acme=1-0123456789abcdef"),
        format!("{before}o:acme=999-{mark}"),
    ] {
        let no = refused(acme.ann_watches(Start::Position(lost)).await, HISTORY_LOST);
        assert!(no.message.contains("position"), "{no:?}");
    }
    let token = acme.changes_something(&acme.ann).await;
    for wrong in ["", "hello", &good[..good.len() - 1], &token] {
        let no = acme.ann_watches(Start::Position(wrong.to_owned())).await;
        let no = refused(no, TOKEN_INVALID);
        assert!(no.message.contains("position"), "{wrong:?}: {no:?}");
    }
}

#[tokio::test]
async fn a_change_that_was_tampered_with_ends_the_watch() {
    let acme = Acme::new().await;
    let forged = "UPDATE change SET actor = 'zoe' WHERE home = 'o:acme' AND revision = 3";
    assert_eq!(acme.world.tampers(forged).await, 1);
    let mut watch = acme.ann.watches_all_of(ACME).await;
    let (told, why) = watch.ends().await;
    assert!(told.len() <= 2, "{}", told.len());
    assert_eq!((why.code, why.reason.as_str()), HISTORY_BROKEN);
}

#[tokio::test]
async fn a_revision_that_is_gone_ends_the_watch() {
    let acme = Acme::new().await;
    let gone = "DELETE FROM change WHERE home = 'o:acme' AND revision = 3";
    assert_eq!(acme.world.tampers(gone).await, 1);
    let (_, why) = acme.ann.watches_all_of(ACME).await.ends().await;
    assert_eq!((why.code, why.reason.as_str()), HISTORY_BROKEN);
}
