//! Who may watch, for as long as they may; and what is told of people.

use std::time::Duration;

use grantor::v1;
use tonic::Code;
use v1::watch_changes_request::Start;

use super::Acme;
use crate::harness::*;

const ACME: &str = "organizations/acme";
const ALL: &str = "organizations/-";
const CREDENTIALS_INVALID: Why = (Code::Unauthenticated, "CREDENTIALS_INVALID");

/// How often it is asked again.
const AGAIN: Duration = Duration::from_secs(5);

impl Acme {
    async fn watcher(&self, scope: &str) -> Actor {
        self.world.service("watcher", &[scope]).await
    }

    /// How this watch ends, with nothing told before.
    async fn ends(&self, watch: &mut Watching, why: Why) -> Refused {
        self.world.passes(AGAIN);
        let (told, no) = watch.ends().await;
        assert_eq!(told, [], "nothing more is told");
        refused::<()>(Err(no), why)
    }
}

#[tokio::test]
async fn who_may_watch_what() {
    let acme = Acme::new().await;
    let all = acme.world.service("all", &["watch"]).await;
    let one = acme.world.service("one", &["watch@acme"]).await;
    let none = acme.world.service("none", &["read", "access.ask"]).await;
    for parent in [ACME, "organizations/ann-own", "platform", "people", ALL] {
        all.watches(watching(parent)).await.expect(parent);
        let operator = acme.world.operator();
        operator.watches(watching(parent)).await.expect(parent);
        refused(none.watches(watching(parent)).await, why::SCOPE_MISSING);
    }
    one.watches(watching(ACME)).await.expect("open");
    refused(
        one.watches(watching("organizations/ann-own")).await,
        why::NOT_FOUND,
    );
    for parent in ["platform", "people", ALL] {
        refused(one.watches(watching(parent)).await, why::SCOPE_MISSING);
        refused(
            acme.ann.watches(watching(parent)).await,
            why::OPERATOR_REQUIRED,
        );
    }
}

#[tokio::test]
async fn another_tenant_is_not_found_whether_it_is_there_or_not() {
    let acme = Acme::new().await;
    acme.world.organization("globex", "gus").await;
    for parent in ["organizations/globex", "organizations/nowhere"] {
        let request = v1::WatchChangesRequest {
            // What is there is not told by the start either.
            start: Some(Start::AfterRevision(999)),
            ..watching(parent)
        };
        refused(acme.ann.watches(request).await, why::NOT_FOUND);
    }
}

#[tokio::test]
async fn who_loses_the_right_sees_no_more() {
    let acme = Acme::new().await;
    let sec = acme
        .member("sec", administrator(&[v1::Area::Security]))
        .await;
    let mut watch = sec.watches(watching(ACME)).await.expect("open");
    acme.ann
        .updates_member(
            "acme",
            "sec",
            v1::Member {
                role: v1::Role::Administrator.into(),
                areas: vec![v1::Area::Financial.into()],
                ..Default::default()
            },
            &["role", "areas"],
        )
        .await
        .expect("changed");
    acme.ends(&mut watch, why::RIGHT_MISSING).await;
}

#[tokio::test]
async fn who_leaves_finds_nothing_more() {
    let acme = Acme::new().await;
    let sec = acme
        .member("sec", administrator(&[v1::Area::Security]))
        .await;
    let mut watch = sec.watches(watching(ACME)).await.expect("open");
    sec.leaves("acme").await.expect("left");
    acme.ends(&mut watch, why::NOT_FOUND).await;
}

#[tokio::test]
async fn who_is_stopped_everywhere_sees_no_more() {
    let acme = Acme::new().await;
    let sec = acme
        .member("sec", administrator(&[v1::Area::Security]))
        .await;
    let mut watch = sec.watches(watching(ACME)).await.expect("open");
    let operator = acme.world.operator();
    operator.deactivates_user("sec").await.expect("stopped");
    acme.ends(&mut watch, why::ACTING_USER_INACTIVE).await;
}

#[tokio::test]
async fn a_revoked_key_ends_its_watches() {
    let acme = Acme::new().await;
    let watcher = acme.watcher("watch").await;
    let mut one = watcher.watches(watching(ACME)).await.expect("open");
    let mut all = watcher.watches(watching(ALL)).await.expect("open");
    let list = v1::ListKeysRequest {
        parent: "serviceAccounts/watcher".into(),
        consistency: fully(),
        ..Default::default()
    };
    let mut accounts = acme.world.operator().service_accounts();
    let keys = accounts.list_keys(list).await.expect("its keys");
    let name = keys.into_inner().keys[0].name.clone();
    let revoke = v1::RevokeKeyRequest {
        name,
        ..Default::default()
    };
    accounts.revoke_key(revoke).await.expect("revoked");
    for watch in [&mut one, &mut all] {
        acme.ends(watch, CREDENTIALS_INVALID).await;
    }
}

#[tokio::test]
async fn a_key_that_expires_ends_its_watches() {
    let acme = Acme::new().await;
    let watcher = acme.watcher("watch").await;
    let create = v1::CreateKeyRequest {
        parent: "serviceAccounts/watcher".into(),
        key: Some(v1::Key {
            expire_time: Some(acme.world.later(3600)),
            ..Default::default()
        }),
        ..Default::default()
    };
    let mut accounts = acme.world.operator().service_accounts();
    let made = accounts.create_key(create).await.expect("made");
    let key = made.into_inner().secret;
    let brief = Actor::new(watcher.channel().clone(), Some(key), None);
    let mut watch = brief.watches(watching(ACME)).await.expect("open");
    acme.world.passes(Duration::from_secs(3601));
    acme.ends(&mut watch, CREDENTIALS_INVALID).await;
}

#[tokio::test]
async fn a_scope_that_is_taken_ends_the_watch() {
    let acme = Acme::new().await;
    let watcher = acme.watcher("watch").await;
    let mut watch = watcher.watches(watching(ALL)).await.expect("open");
    let update = v1::UpdateServiceAccountRequest {
        service_account: Some(v1::ServiceAccount {
            name: "serviceAccounts/watcher".into(),
            ..Default::default()
        }),
        update_mask: Some(prost_types::FieldMask {
            paths: vec!["scopes".into()],
        }),
        ..Default::default()
    };
    let mut accounts = acme.world.operator().service_accounts();
    accounts
        .update_service_account(update)
        .await
        .expect("taken");
    acme.ends(&mut watch, why::SCOPE_MISSING).await;
}

#[tokio::test]
async fn what_was_erased_is_not_told_any_more() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    acme.world.user("zoe").await;
    let names = async || {
        let mut watch = operator.watches_all_of("people").await;
        let told = watch.until_silent().await;
        let changes = told.into_iter().flat_map(|change| change.resource_changes);
        let users = changes.filter(|change| change.resource == "users/zoe");
        let given = users.filter_map(|change| match change.after {
            Some(v1::resource_change::After::User(user)) => Some(user.given_name),
            _ => None,
        });
        given.collect::<Vec<_>>()
    };
    assert!(names().await.contains(&"zoe".to_owned()));
    operator.erases_user("zoe").await.expect("erased");
    let told = names().await;
    assert!(
        !told.is_empty() && told.iter().all(String::is_empty),
        "{told:?}"
    );
}

#[tokio::test]
async fn everything_that_is_wrong_with_a_wish_is_named() {
    let acme = Acme::new().await;
    let silent = |seconds, nanos| Some(prost_types::Duration { seconds, nanos });
    for (parent, start, heartbeat_interval, fields) in [
        ("", None, None, "parent"),
        ("organizations/", None, None, "parent"),
        ("organizations/acme/teams/-", None, None, "parent"),
        ("users/ann", None, None, "parent"),
        (ACME, None, silent(0, 0), "heartbeat_interval"),
        (ACME, None, silent(0, 999_999_999), "heartbeat_interval"),
        (ACME, None, silent(60, 1), "heartbeat_interval"),
        (ACME, None, silent(-5, 0), "heartbeat_interval"),
        (ACME, Some(Start::AfterRevision(-1)), None, "after_revision"),
        (
            "x",
            Some(Start::StartTime(prost_types::Timestamp {
                seconds: 0,
                nanos: -1,
            })),
            silent(61, 0),
            "parent start_time heartbeat_interval",
        ),
    ] {
        let request = v1::WatchChangesRequest {
            parent: parent.into(),
            start,
            heartbeat_interval,
        };
        let no = refused(acme.ann.watches(request).await, why::FIELD_INVALID);
        assert_eq!(no.fields.join(" "), fields);
    }
    for seconds in [1, 60] {
        let request = v1::WatchChangesRequest {
            heartbeat_interval: silent(seconds, 0),
            ..watching(ACME)
        };
        acme.ann.watches(request).await.expect("open");
    }
}
