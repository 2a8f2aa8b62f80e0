//! The three ways to ask, on one instance and on one that did not make the change.

use std::time::{Duration, Instant};

use grantor::v1;
use v1::Decision::{Allowed, Denied};

use super::Acme;
use crate::harness::{at_least, fully, refused, why};

#[tokio::test]
async fn fully_consistent_sees_each_acknowledged_write_at_every_instance() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    for _ in 0..10 {
        let grant = acme
            .ann
            .grants_access("acme", acme.managing())
            .await
            .expect("given");
        let answer = other
            .hears(&acme.bob)
            .asks("bob", "manage", &acme.drive)
            .await
            .expect("answered");
        assert_eq!(answer.decision(), Allowed);
        other
            .hears(&acme.ann)
            .deletes_grant(&grant.name)
            .await
            .expect("taken");
        let answer = acme
            .bob
            .asks("bob", "manage", &acme.drive)
            .await
            .expect("answered");
        assert_eq!(answer.decision(), Denied);
    }
}

#[tokio::test]
async fn a_token_shows_what_its_write_made_at_every_instance() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    for _ in 0..10 {
        let parent = "organizations/acme".into();
        let request = v1::CreateGrantRequest {
            parent,
            grant: Some(acme.managing()),
            ..Default::default()
        };
        let given = acme
            .ann
            .grants()
            .create_grant(request)
            .await
            .expect("given")
            .into_inner();
        let bob = other.hears(&acme.bob);
        let seen = at_least(&given.consistency_token);
        assert_eq!(
            bob.asks_with("bob", "manage", &acme.drive, seen)
                .await
                .expect("answered")
                .decision(),
            Allowed
        );
        let taken = acme
            .ann
            .deletes_grant(&given.grant.expect("the grant").name)
            .await
            .expect("taken");
        let seen = at_least(&taken.consistency_token);
        assert_eq!(
            bob.asks_with("bob", "manage", &acme.drive, seen)
                .await
                .expect("answered")
                .decision(),
            Denied
        );
    }
}

#[tokio::test]
async fn the_token_of_an_answer_is_never_gone_back_behind() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    acme.ann
        .grants_access("acme", acme.managing())
        .await
        .expect("given");
    let first = acme
        .bob
        .asks("bob", "manage", &acme.drive)
        .await
        .expect("answered");
    assert_eq!(first.decision(), Allowed);
    let seen = at_least(&first.consistency_token);
    let second = other
        .hears(&acme.bob)
        .asks_with("bob", "manage", &acme.drive, seen)
        .await
        .expect("answered");
    assert_eq!(second.decision(), Allowed);
    assert_eq!(
        second.consistency_token, first.consistency_token,
        "the same was seen"
    );
}

#[tokio::test]
async fn of_several_tokens_the_newest_counts_in_any_order() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let before = acme
        .bob
        .asks("bob", "manage", &acme.drive)
        .await
        .expect("answered")
        .consistency_token;
    acme.ann
        .grants_access("acme", acme.managing())
        .await
        .expect("given");
    let after = acme
        .bob
        .asks("bob", "manage", &acme.drive)
        .await
        .expect("answered")
        .consistency_token;
    for tokens in [vec![before.clone(), after.clone()], vec![after, before]] {
        let seen = v1::AtLeastAsFresh { tokens };
        let wish = v1::Consistency {
            requirement: Some(v1::consistency::Requirement::AtLeastAsFresh(seen)),
        };
        let answer = other
            .hears(&acme.bob)
            .asks_with("bob", "manage", &acme.drive, Some(wish))
            .await;
        assert_eq!(answer.expect("answered").decision(), Allowed);
    }
}

#[tokio::test]
async fn without_a_wish_every_instance_knows_within_five_seconds() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let bob = other.hears(&acme.bob);
    let minimize = v1::Consistency {
        requirement: Some(v1::consistency::Requirement::MinimizeLatency(())),
    };
    for wish in [None, Some(v1::Consistency::default()), Some(minimize)] {
        let grant = acme
            .ann
            .grants_access("acme", acme.managing())
            .await
            .expect("given");
        let given = Instant::now();
        while bob
            .asks_with("bob", "manage", &acme.drive, wish.clone())
            .await
            .expect("answered")
            .decision()
            == Denied
        {
            assert!(
                given.elapsed() < Duration::from_secs(6),
                "{:?}",
                given.elapsed()
            );
            tokio::task::yield_now().await;
        }
        acme.ann.deletes_grant(&grant.name).await.expect("taken");
        let taken = Instant::now();
        while bob
            .asks_with("bob", "manage", &acme.drive, wish.clone())
            .await
            .expect("answered")
            .decision()
            == Allowed
        {
            assert!(
                taken.elapsed() < Duration::from_secs(6),
                "{:?}",
                taken.elapsed()
            );
            tokio::task::yield_now().await;
        }
    }
}

#[tokio::test]
async fn a_list_is_as_fresh_as_a_question() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let ann = other.hears(&acme.ann);
    let token = acme.changes_something(&acme.ann).await;
    for consistency in [at_least(&token), fully()] {
        let parent = "organizations/acme".into();
        let request = v1::ListTeamsRequest {
            parent,
            consistency,
            ..Default::default()
        };
        let teams = ann
            .teams()
            .list_teams(request)
            .await
            .expect("listed")
            .into_inner()
            .teams;
        assert_eq!(teams.len(), 1);
    }
}

#[tokio::test]
async fn whoever_asks_about_a_new_organization_elsewhere_finds_it() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let service = other.hears(&acme.world.operator());
    let nothing = service
        .asks_with("zoe", "view", "organizations/zoe-own", None)
        .await;
    refused(nothing, why::NOT_FOUND);
    let registered = acme
        .world
        .operator()
        .registers("zoe")
        .await
        .expect("registered");
    let seen = at_least(&registered.consistency_token);
    let answer = service
        .asks_with("zoe", "view", "organizations/zoe-own", seen)
        .await
        .expect("answered");
    assert_eq!(answer.decision(), Allowed);
}
