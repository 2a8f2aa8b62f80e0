//! An outage of the database: nobody waits in a queue for it, nobody is let in by it, and it is over when it is over.

use std::time::{Duration, Instant};

use futures_util::future::join_all;

use super::Acme;
use crate::harness::{fully, refused};

const AWAY: (tonic::Code, &str) = (tonic::Code::Unavailable, "STORE_UNAVAILABLE");

/// What every read that proves an answer current rests on is gone.
async fn takes_the_database_away(acme: &Acme) {
    let statement = "ALTER TABLE head RENAME TO head_away";
    acme.world.tampers(statement).await;
}

async fn gives_it_back(acme: &Acme) {
    let statement = "ALTER TABLE head_away RENAME TO head";
    acme.world.tampers(statement).await;
}

async fn until<F: Future<Output = bool>>(what: &str, within: u64, is_so: impl Fn() -> F) {
    let (began, within) = (Instant::now(), Duration::from_secs(within));
    while !is_so().await {
        assert!(began.elapsed() < within, "{what} within {within:?}");
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b2_an_outage_is_told_at_once_to_each_and_ends_by_itself() {
    let acme = Acme::new().await;
    takes_the_database_away(&acme).await;
    let unanswered = || async { acme.bob.asks("bob", "use", &acme.drive).await.is_err() };
    until("no answer is proved", 10, unanswered).await;
    let away = || async { acme.world.health().await == (false, "away".to_owned()) };
    until("health says that it is away", 10, away).await;
    // Thirty callers hear it at once, each of them: nobody queues behind the others.
    let began = Instant::now();
    let asked = (0..30).map(|_| acme.bob.asks("bob", "use", &acme.drive));
    for answer in join_all(asked).await {
        refused(answer, AWAY);
    }
    assert!(began.elapsed() < Duration::from_secs(2));
    gives_it_back(&acme).await;
    acme.answers_again().await;
    let back = || async { acme.world.health().await == (true, "serving".to_owned()) };
    until("health says that it is back", 5, back).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b2_a_write_is_told_at_once_too_and_nothing_is_half_done() {
    let acme = Acme::new().await;
    takes_the_database_away(&acme).await;
    let unanswered = || async { acme.bob.asks("bob", "use", &acme.drive).await.is_err() };
    until("no answer is proved", 10, unanswered).await;
    let began = Instant::now();
    refused(acme.ann.deletes_grant(&acme.grant.name).await, AWAY);
    assert!(began.elapsed() < Duration::from_secs(2));
    gives_it_back(&acme).await;
    acme.answers_again().await;
    assert!(acme.bob.may("use", &acme.drive).await);
    let taken = acme.ann.deletes_grant(&acme.grant.name).await;
    taken.expect("the same request, once the database is back");
}

/// Whoever asks fully consistent in the first moment of an outage shares one read, and hears of it.
#[tokio::test(flavor = "multi_thread")]
async fn attack_b2_readers_of_a_moment_share_one_read() {
    let acme = Acme::new().await;
    takes_the_database_away(&acme).await;
    let began = Instant::now();
    let asked = (0..30).map(|_| acme.bob.asks_with("bob", "use", &acme.drive, fully()));
    for answer in join_all(asked).await {
        refused(answer, AWAY);
    }
    assert!(began.elapsed() < Duration::from_secs(5));
    gives_it_back(&acme).await;
    acme.answers_again().await;
}
