//! Rule 1, nobody gives what they do not hold: the ways around it that are not called a grant.

use super::Acme;
use crate::harness::{products, refused, rights, tag, why};

#[tokio::test]
async fn a_place_in_a_team_is_all_that_the_team_holds() {
    let acme = Acme::new().await;
    let (una, tim, bob) = (acme.una().await, acme.tim().await, acme.bob().await);
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    refused(
        una.adds_to_team("acme", "writers", &["bob"]).await,
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    tim.adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn nobody_puts_themselves_into_a_team() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.bob().await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    refused(
        tim.adds_to_team("acme", "writers", &["bob", "tim"]).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    assert!(
        acme.ann
            .sees_team("acme", "writers")
            .await
            .expect("the team")
            .members
            .is_empty()
    );
}

#[tokio::test]
async fn a_tag_gives_what_hangs_on_it_and_is_put_on_products_in_scope_only() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
    refused(tim.tags(&acme.archive, &["x"]).await, why::RIGHT_MISSING);
    assert!(!bob.may("kdrive/use", &acme.archive).await);
    tim.tags(&acme.drive, &["x"]).await.expect("tagged");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}
