//! A database that forgot what it had acknowledged is not answered from as if nothing had happened.

use std::time::{Duration, Instant};

use grantor::v1;
use tonic::Code;

use super::Acme;
use crate::harness::{Why, at_least, fully, refused};

const HISTORY_BROKEN: Why = (Code::DataLoss, "HISTORY_BROKEN");
const HISTORY_LOST: Why = (Code::FailedPrecondition, "HISTORY_LOST");

impl Acme {
    /// Nothing looks at the database by itself, so that the question is the first to see what happened to it.
    async fn unattended() -> Self {
        let acme = Self::new().await;
        acme.world.app.close().await;
        acme
    }

    /// Takes the last change of acme out of the database as a restored backup would.
    async fn is_rolled_back(&self) {
        let last = "(SELECT max(revision) FROM change WHERE home = 'o:acme')";
        let deleted = format!("DELETE FROM change WHERE home = 'o:acme' AND revision = {last}");
        assert_eq!(self.world.tampers(&deleted).await, 1);
        let head = format!(
            "UPDATE head SET revision = {last}, \
             chain = (SELECT chain FROM change WHERE home = 'o:acme' AND revision = {last}), \
             at = (SELECT at FROM change WHERE home = 'o:acme' AND revision = {last}) WHERE home = 'o:acme'"
        );
        assert_eq!(self.world.tampers(&head).await, 1);
    }
}

#[tokio::test]
async fn a_head_that_went_back_stops_answers_from_memory() {
    let acme = Acme::unattended().await;
    acme.changes_something(&acme.ann).await;
    acme.is_rolled_back().await;
    let asked = acme.bob.asks_with("bob", "use", &acme.drive, fully()).await;
    let no = refused(asked, HISTORY_BROKEN);
    assert!(no.message.contains("grantor audit verify"), "{no:?}");
}

#[tokio::test]
async fn a_token_from_before_the_rollback_is_history_lost_at_every_instance() {
    let acme = Acme::new().await;
    let token = acme.changes_something(&acme.ann).await;
    acme.is_rolled_back().await;
    let fresh = acme.world.another().await;
    let asked = fresh
        .hears(&acme.bob)
        .asks_with("bob", "use", &acme.drive, at_least(&token))
        .await;
    refused(asked, HISTORY_LOST);
}

#[tokio::test]
async fn another_history_of_the_same_length_is_seen() {
    let acme = Acme::unattended().await;
    let token = acme.changes_something(&acme.ann).await;
    acme.is_rolled_back().await;
    let fresh = acme.world.another().await;
    // Whoever did not know the lost change writes another in its place.
    acme.world
        .tampers("DELETE FROM team WHERE home = 'o:acme'")
        .await;
    acme.changes_something(&fresh.hears(&acme.ann)).await;
    refused(
        acme.bob.asks_with("bob", "use", &acme.drive, fully()).await,
        HISTORY_BROKEN,
    );
    let asked = fresh
        .hears(&acme.bob)
        .asks_with("bob", "use", &acme.drive, at_least(&token))
        .await;
    refused(asked, HISTORY_LOST);
}

#[tokio::test]
async fn a_change_that_was_tampered_with_is_not_followed() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    other.app.close().await;
    acme.ann
        .grants_access("acme", acme.managing())
        .await
        .expect("given");
    let last = "(SELECT max(revision) FROM change WHERE home = 'o:acme')";
    let forged =
        format!("UPDATE change SET actor = 'zoe' WHERE home = 'o:acme' AND revision = {last}");
    assert_eq!(acme.world.tampers(&forged).await, 1);
    refused(
        other
            .hears(&acme.bob)
            .asks_with("bob", "manage", &acme.drive, fully())
            .await,
        HISTORY_BROKEN,
    );
    assert_eq!(acme.world.audits().await.len(), 1);
    let known = v1::Decision::Allowed;
    let here = acme
        .bob
        .asks_with("bob", "manage", &acme.drive, fully())
        .await
        .expect("verified when it came");
    assert_eq!(here.decision(), known);
}

#[tokio::test]
async fn without_a_wish_too_a_rollback_shows_within_five_seconds() {
    let acme = Acme::new().await;
    acme.ann
        .deletes_grant(&acme.grant.name)
        .await
        .expect("taken");
    let ask = async || acme.bob.asks_with("bob", "use", &acme.drive, None).await;
    assert_eq!(
        ask().await.expect("answered").decision(),
        v1::Decision::Denied
    );
    let lost = ask().await.expect("answered").consistency_token;
    acme.is_rolled_back().await;
    let rolled_back = Instant::now();
    // The token says which history an answer is from.
    while ask()
        .await
        .is_ok_and(|answer| answer.consistency_token == lost)
    {
        assert!(
            rolled_back.elapsed() < Duration::from_secs(6),
            "{:?}",
            rolled_back.elapsed()
        );
        tokio::task::yield_now().await;
    }
}
