//! An organization that takes longer to read than a call waits: the reading goes on without its callers, and is shared.

use std::time::{Duration, Instant};

use futures_util::future::join_all;

use super::Acme;
use crate::harness::refused;

const LOADING: (tonic::Code, &str) = (tonic::Code::Unavailable, "STORE_UNAVAILABLE");
/// Far above what a call waits, which is four seconds.
const SLOW: Duration = Duration::from_secs(12);

/// From now on nobody reads the grants faster than that.
async fn slows_the_grants_down(acme: &Acme) {
    let wait = if acme.world.is_on_postgres() {
        format!("(SELECT 1 AS n FROM pg_sleep({}))", SLOW.as_secs() / 2)
    } else {
        format!("({})", counting(steps(acme).await))
    };
    let view = format!(
        r#"CREATE VIEW "grant" AS SELECT kept.* FROM grant_kept kept, {wait} AS waited WHERE waited.n > 0"#
    );
    acme.world
        .tampers(r#"ALTER TABLE "grant" RENAME TO grant_kept"#)
        .await;
    acme.world.tampers(&view).await;
}

/// SQLite cannot sleep, but it can count.
fn counting(steps: u128) -> String {
    format!(
        "WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < {steps}) \
         SELECT max(n) AS n FROM count"
    )
}

/// How far it counts in that time.
async fn steps(acme: &Acme) -> u128 {
    const SAMPLE: u128 = 1_000_000;
    let began = Instant::now();
    acme.world.tampers(&counting(SAMPLE)).await;
    SAMPLE * SLOW.as_micros() / began.elapsed().as_micros()
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b3_a_reading_outlives_those_who_wait_for_it() {
    let acme = Acme::new().await;
    slows_the_grants_down(&acme).await;
    let other = acme.world.another().await;
    let bob = other.hears(&acme.bob);
    let asked = (0..5).map(|_| bob.asks("bob", "use", &acme.drive));
    for answer in join_all(asked).await {
        let told = answer.as_ref().err().map(|refused| refused.message.clone());
        refused(answer, LOADING);
        let told = told.unwrap_or_default();
        assert!(
            told.contains("organizations/acme is being read into memory"),
            "{told}"
        );
    }
    // A reading that its callers ended would begin anew each time, and never come to its end.
    let began = Instant::now();
    while bob.asks("bob", "use", &acme.drive).await.is_err() {
        assert!(began.elapsed() < 10 * SLOW, "the reading never ends");
    }
    assert!(bob.may("use", &acme.drive).await);
}
