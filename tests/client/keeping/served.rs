//! What is kept of a real server's answers, and what is asked instead?

use grantor::client::{CachedAccess, CachedAnswer, Client};
use grantor::v1;
use tonic::Code;

use super::ACME;
use crate::harness::*;

/// An organization of ann's with an administrator, bob, and a client with the key of every scope.
async fn acme() -> (World, Actor, Client) {
    let (world, ann) = World::acme().await;
    let rights = administrator(&[v1::Area::UserRights]);
    world.member("acme", &ann, "bob", rights).await;
    let address = format!("http://{}", world.address);
    let client = Client::new(address, &world.key).expect("a client");
    (world, ann, client)
}

async fn bob(access: &CachedAccess) -> CachedAnswer {
    let answer = access.check("users/bob", "manage_users", ACME).await;
    answer.expect("an answer")
}

/// Asks until the answer is one that was kept, which it is once the stream stands.
async fn kept(access: &CachedAccess) -> CachedAnswer {
    loop {
        let answer = bob(access).await;
        if answer.from_cache {
            return answer;
        }
    }
}

#[tokio::test]
async fn an_answer_is_kept_until_it_is_told_to_be_another() {
    let (_world, ann, client) = acme().await;
    let access = client.cached_access(ACME);
    assert!(kept(&access).await.allowed);
    let before = access.stats();
    assert!(bob(&access.clone()).await.from_cache);
    let after = access.stats();
    assert_eq!((before.asked, before.hits + 1), (after.asked, after.hits));
    assert!(after.keeping && access.failure().is_none());
    ann.deactivates_member("acme", "bob")
        .await
        .expect("stopped");
    while bob(&access).await.allowed {}
    let denied = kept(&access).await;
    assert!(!denied.allowed);
}

#[tokio::test]
async fn a_cache_that_is_closed_asks_and_so_do_its_clones() {
    let (_world, _, client) = acme().await;
    let access = client.cached_access(ACME);
    kept(&access).await;
    let clone = access.clone();
    access.close();
    for access in [&access, &clone] {
        assert!(!access.stats().keeping);
        for _ in 0..2 {
            let answer = bob(access).await;
            assert!(answer.allowed && !answer.from_cache);
        }
    }
}

#[tokio::test]
async fn a_client_that_was_told_how_fresh_answers_must_be_asks_each_time() {
    let (_world, _, client) = acme().await;
    let answer = client.check("users/bob", "manage_users", ACME).await;
    let seen = client.at_least_as_fresh([answer.expect("an answer").token]);
    for client in [client.fully_consistent(), seen] {
        let access = client.cached_access(ACME);
        for _ in 0..3 {
            assert!(!bob(&access).await.from_cache);
        }
        assert!(!access.stats().keeping && access.failure().is_none());
        assert_eq!(access.stats().asked, 3);
    }
}

#[tokio::test]
async fn who_may_not_watch_is_answered_and_told_why_nothing_is_kept() {
    let (_world, _, client) = acme().await;
    let stranger = client.acting_for("users/nobody").expect("a name");
    let access = stranger.cached_access(ACME);
    let why = loop {
        // What is asked fails too: it is the server that refuses, not the cache.
        let asked = access.check("users/bob", "manage_users", ACME).await;
        assert!(asked.is_err());
        if let Some(why) = access.failure() {
            break why;
        }
    };
    assert_ne!(why.code(), Code::Unavailable, "{why}");
    assert!(!access.stats().keeping);
}

#[tokio::test]
async fn nothing_less_than_two_answers_can_be_the_bound() {
    let client = Client::new("http://127.0.0.1:1", "grk_x").expect("a client");
    let access = client.cached_access(ACME);
    let refused = access.clone().max_answers(1).expect_err("too few");
    assert_eq!(refused.to_string(), "max_answers is 1; it is at least 2");
    assert!(access.max_answers(2).is_ok());
}

#[tokio::test]
async fn where_nobody_answers_a_question_fails_as_it_does_without_a_cache() {
    let client = Client::new("http://127.0.0.1:1", "grk_x").expect("a client");
    let access = client.cached_access(ACME);
    let error = access.check("users/bob", "manage_users", ACME).await;
    assert_eq!(error.expect_err("nobody").code(), Code::Unavailable);
    let why = access.failure().expect("a reason");
    assert_eq!(why.code(), Code::Unavailable);
    assert!(!format!("{access:?}").contains("grk_x"));
}

#[test]
fn it_begins_with_the_first_question_where_there_was_no_runtime() {
    let runtime = || {
        let mut builder = tokio::runtime::Builder::new_multi_thread();
        builder.enable_all().build().expect("a runtime")
    };
    let runtime = runtime();
    let (world, _, client) = runtime.block_on(acme());
    let access = client.cached_access(ACME);
    assert!(!access.stats().keeping);
    assert!(runtime.block_on(kept(&access)).allowed);
    drop(world);
}
