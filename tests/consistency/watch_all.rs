//! A watch of all organizations: the changes of each in order, and none missed, whichever was visible first.

use std::collections::HashMap;
use std::time::Duration;

use grantor::v1;
use v1::watch_changes_request::Start;

use super::Acme;
use crate::harness::{Actor, Answer, Watching, World, refused, watching, why};

const ALL: &str = "organizations/-";

async fn makes_teams(by: Actor, organization: String, count: usize) {
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

impl World {
    /// The operator's watch of all organizations.
    async fn watches_all(&self, start: Option<Start>) -> Answer<Watching> {
        let request = v1::WatchChangesRequest {
            start,
            ..watching(ALL)
        };
        self.operator().watches(request).await
    }

    fn since(&self, seconds: i64) -> Option<Start> {
        Some(Start::StartTime(self.later(-seconds)))
    }
}

/// The last revision that was told of each organization; they came in order and without gaps.
#[derive(Default, Debug, PartialEq)]
struct Told(HashMap<String, i64>);

impl Told {
    /// `again` where changes may be told once more.
    fn hears(&mut self, change: &v1::Change, again: bool) {
        let (organization, revision) = change.name.split_once("/changes/").expect("a name");
        assert_eq!(revision, change.revision.to_string());
        let last = self.0.entry(organization.to_owned()).or_default();
        let is_next = change.revision == *last + 1;
        assert!(
            is_next || (again && change.revision <= *last),
            "{} after revision {last}",
            change.name
        );
        *last = change.revision.max(*last);
    }
}

#[tokio::test]
async fn from_a_time_all_of_every_organization_comes_in_order() {
    let acme = Acme::new().await;
    acme.world.organization("globex", "gus").await;
    let mut watch = acme
        .world
        .watches_all(acme.world.since(3600))
        .await
        .expect("open");
    let mut told = Told::default();
    for change in watch.until_silent().await {
        told.hears(&change, false);
    }
    acme.changes_something(&acme.ann).await;
    told.hears(&watch.change().await, false);
    let mut names: Vec<_> = told.0.keys().map(String::as_str).collect();
    names.sort_unstable();
    let organizations = ["acme", "ann-own", "bob-own", "globex", "gus-own"];
    let organizations = organizations.map(|id| format!("organizations/{id}"));
    assert_eq!(names, organizations);
    let last = acme.ann.sees_revisions("acme").await.expect("listed")[0];
    assert_eq!(told.0["organizations/acme"], last);
}

#[tokio::test]
async fn from_now_on_only_what_comes_is_told() {
    let acme = Acme::new().await;
    acme.changes_something(&acme.ann).await;
    let mut watch = acme.world.watches_all(None).await.expect("open");
    acme.changes_something(&acme.ann).await;
    let last = acme.ann.sees_revisions("acme").await.expect("listed")[0];
    let told: Vec<_> = watch.until_silent().await;
    let names: Vec<_> = told.iter().map(|change| change.name.as_str()).collect();
    assert_eq!(names, [format!("organizations/acme/changes/{last}")]);
}

#[tokio::test(flavor = "multi_thread")]
async fn many_write_at_two_instances_and_each_change_is_told_once() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let mut watches = Vec::new();
    for operator in [acme.world.operator(), other.hears(&acme.world.operator())] {
        let start = acme.world.since(3600);
        let request = v1::WatchChangesRequest {
            start,
            ..watching(ALL)
        };
        watches.push(operator.watches(request).await.expect("open"));
    }
    let ann = [acme.ann.clone(), other.hears(&acme.ann)];
    let bob = [acme.bob.clone(), other.hears(&acme.bob)];
    let writers = ann.map(|ann| makes_teams(ann, "acme".into(), 30));
    let others = bob.map(|bob| makes_teams(bob, "bob-own".into(), 30));
    let writers: Vec<_> = writers
        .into_iter()
        .chain(others)
        .map(tokio::spawn)
        .collect();
    for writer in writers {
        writer.await.expect("written");
    }
    let last = acme.ann.sees_revisions("acme").await.expect("listed")[0];
    let own = acme.bob.sees_revisions("bob-own").await.expect("listed")[0];
    let expected = [("acme", last), ("bob-own", own)];
    for mut watch in watches {
        let mut told = Told::default();
        let all = |told: &Told| {
            expected
                .iter()
                .all(|(id, last)| told.0.get(&format!("organizations/{id}")) == Some(last))
        };
        while !all(&told) {
            told.hears(&watch.change().await, false);
        }
        assert_eq!(watch.until_silent().await, []);
    }
}

#[tokio::test]
async fn a_change_that_becomes_visible_after_a_later_one_is_not_missed() {
    let acme = Acme::new().await;
    let gus = acme.world.organization("globex", "gus").await;
    acme.world.passes(Duration::from_secs(60));
    let late = acme.world.another_behind(5).await;
    let mut watch = acme.world.watches_all(None).await.expect("open");
    acme.changes_something(&acme.ann).await;
    let first = watch.change().await;
    makes_teams(late.hears(&gus), "globex".into(), 1).await;
    let second = watch.change().await;
    assert!(first.name.starts_with("organizations/acme/"), "{first:?}");
    assert!(
        second.name.starts_with("organizations/globex/"),
        "{second:?}"
    );
    let seconds = |change: &v1::Change| change.create_time.expect("a time").seconds;
    assert!(seconds(&second) < seconds(&first));
}

#[tokio::test]
async fn resumed_at_any_position_nothing_is_missed() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let start = acme.world.since(3600);
    let mut watch = acme.world.watches_all(start).await.expect("open");
    let mut told = Told::default();
    for round in 0..8 {
        acme.changes_something(&acme.ann).await;
        makes_teams(other.hears(&acme.bob), "bob-own".into(), 1).await;
        acme.world.passes(Duration::from_secs(7 * round));
        for _ in 0..round {
            told.hears(&watch.change().await, true);
        }
        let operator = other.hears(&acme.world.operator());
        watch = operator.resumes(ALL, &watch.position).await.expect("open");
    }
    for change in watch.until_silent().await {
        told.hears(&change, true);
    }
    let last = acme.ann.sees_revisions("acme").await.expect("listed")[0];
    let own = acme.bob.sees_revisions("bob-own").await.expect("listed")[0];
    assert_eq!(told.0["organizations/acme"], last);
    assert_eq!(told.0["organizations/bob-own"], own);
}

#[tokio::test]
async fn a_position_stays_small_however_many_organizations_there_are() {
    let acme = Acme::new().await;
    let watch = acme.world.watches_all(None).await.expect("open");
    assert!(watch.position.len() < 64, "{}", watch.position);
}

#[tokio::test]
async fn older_than_thirty_days_or_in_the_future_it_cannot_begin() {
    let acme = Acme::new().await;
    let position = acme.world.watches_all(None).await.expect("open").position;
    let month = 30 * 24 * 3600;
    for start in [acme.world.since(month + 1), acme.world.since(-60)] {
        let no = acme.world.watches_all(start).await;
        let no = refused(no, why::WATCH_START_UNKNOWN);
        let (first, last) = (&no.metadata["first"], &no.metadata["last"]);
        assert!(first.starts_with("2025-12-02T00:00:00"), "{first}");
        assert!(last.starts_with("2026-01-01T00:00:00"), "{last}");
    }
    let almost = acme.world.since(month - 60);
    acme.world.watches_all(almost).await.expect("open");
    acme.world.passes(Duration::from_secs(31 * 24 * 3600));
    let old = acme
        .world
        .watches_all(Some(Start::Position(position)))
        .await;
    refused(old, why::WATCH_START_UNKNOWN);
}

#[tokio::test]
async fn a_revision_and_a_position_of_one_organization_are_no_start() {
    let acme = Acme::new().await;
    let revision = acme.world.watches_all(Some(Start::AfterRevision(1))).await;
    assert_eq!(
        refused(revision, why::FIELD_INVALID).fields,
        ["after_revision"]
    );
    let of_acme = acme.ann.watches_all_of("organizations/acme").await.position;
    let of_all = acme.world.watches_all(None).await.expect("open").position;
    for (parent, position) in [
        (ALL, &of_acme),
        ("organizations/acme", &of_all),
        ("organizations/ann-own", &of_acme),
        ("platform", &of_acme),
    ] {
        let no = acme.world.operator().resumes(parent, position).await;
        assert_eq!(refused(no, why::FIELD_INVALID).fields, ["position"]);
    }
}

#[tokio::test]
async fn a_change_that_was_tampered_with_ends_the_watch() {
    let acme = Acme::new().await;
    acme.world.passes(Duration::from_secs(60));
    let forged = "UPDATE change SET actor = 'zoe' WHERE home = 'o:acme' AND revision = 3";
    assert_eq!(acme.world.tampers(forged).await, 1);
    let start = acme.world.since(3600);
    let mut watch = acme.world.watches_all(start).await.expect("open");
    let (_, why) = watch.ends().await;
    assert_eq!(
        (why.code, why.reason.as_str()),
        (tonic::Code::DataLoss, "HISTORY_BROKEN")
    );
}
