//! The database's clock is set back after it was ahead: there is one idea of now, and where there can be none, nothing
//! is written.

use std::time::Duration;

use grantor::v1;

use super::Acme;
use crate::harness::{Answer, refused, why};

const HALF_A_MINUTE: Duration = Duration::from_secs(30);
const TWO_HOURS: Duration = Duration::from_secs(7200);

impl Acme {
    async fn asked(&self) -> v1::CheckAccessResponse {
        let answer = self.bob.asks("bob", "use", &self.drive).await;
        answer.expect("answered")
    }

    /// Bob's right to manage, for so long.
    async fn lends_for(&self, seconds: i64) -> Answer<v1::Grant> {
        let grant = v1::Grant {
            expire_time: Some(self.world.later(seconds)),
            ..self.managing()
        };
        self.ann.grants_access("acme", grant).await
    }
}

fn micros(time: Option<prost_types::Timestamp>) -> i64 {
    let time = time.expect("a time");
    time.seconds * 1_000_000 + i64::from(time.nanos) / 1_000
}

#[tokio::test]
async fn attack_b4_a_little_ahead_the_log_goes_on_and_questions_with_it() {
    let acme = Acme::new().await;
    acme.lends_for(20).await.expect("given");
    assert!(acme.bob.may("manage", &acme.drive).await);
    acme.world.passes(HALF_A_MINUTE);
    let ahead = acme.ann.grants_access("acme", acme.grant.clone()).await;
    let ahead = micros(ahead.expect("given").create_time);
    acme.world.turns_back(HALF_A_MINUTE);
    // What has ended by the log has not begun again.
    assert!(!acme.bob.may("manage", &acme.drive).await);
    assert!(micros(acme.asked().await.evaluate_time) >= ahead);
    let after = acme.ann.grants_access("acme", acme.grant.clone()).await;
    assert!(micros(after.expect("given").create_time) >= ahead);
    // Nor at an instance that has just started.
    let other = acme.another().await;
    let answer = other
        .hears(&acme.bob)
        .asks("bob", "manage", &acme.drive)
        .await;
    let answer = answer.expect("answered");
    assert_eq!(answer.decision(), v1::Decision::Denied);
    assert!(micros(answer.evaluate_time) >= ahead);
    assert_eq!(acme.world.clocks().await, Vec::<String>::new());
}

#[tokio::test]
async fn attack_b4_far_ahead_nothing_is_written_until_the_clock_is_near() {
    let acme = Acme::new().await;
    acme.world.passes(TWO_HOURS);
    acme.changes_something(&acme.ann).await;
    acme.world.turns_back(TWO_HOURS);
    let refusal = refused(acme.lends_for(60).await, why::CLOCK_BEHIND);
    for said in [
        "clock of the database",
        "grantor audit verify",
        "2026-01-01T02:0",
        "2026-01-01T00:0",
    ] {
        assert!(
            refusal.message.contains(said),
            "{said}: {}",
            refusal.message
        );
    }
    // Taking away is refused as well: it would stand in the log at a time that it does not have.
    refused(
        acme.ann.deletes_grant(&acme.grant.name).await,
        why::CLOCK_BEHIND,
    );
    // Questions are answered at the present.
    let answer = acme.asked().await;
    assert_eq!(answer.decision(), v1::Decision::Allowed);
    assert!((micros(answer.evaluate_time) - acme.world.now().0).abs() < 1_000_000);
    let clocks = acme.world.clocks().await;
    assert!(
        clocks
            .iter()
            .any(|clock| clock.starts_with("o:acme was changed at 2026-01-01T02:0")),
        "{clocks:?}"
    );
    assert_eq!(acme.world.audits().await, Vec::<String>::new());
    acme.world.passes(TWO_HOURS - HALF_A_MINUTE);
    acme.lends_for(60).await.expect("given");
    assert!(acme.bob.may("manage", &acme.drive).await);
    assert_eq!(acme.world.clocks().await, Vec::<String>::new());
}

#[tokio::test]
async fn attack_b4_what_a_change_rests_on_elsewhere_is_not_far_ahead_either() {
    let acme = Acme::new().await;
    acme.world.passes(TWO_HOURS);
    // Of all people, whom every change consults.
    acme.world.user("zoe").await;
    acme.world.turns_back(TWO_HOURS);
    refused(acme.lends_for(60).await, why::CLOCK_BEHIND);
    let answer = acme.asked().await;
    assert!((micros(answer.evaluate_time) - acme.world.now().0).abs() < 1_000_000);
    acme.world.passes(TWO_HOURS);
    acme.lends_for(60).await.expect("given");
}
