//! Rule 1, nobody gives what they do not hold: making grants.

use grantor::v1;
use v1::Area;

use super::Acme;
use crate::harness::{administrator, products, refused, rights, to_member, why};

#[tokio::test]
async fn an_administrator_gives_what_their_technical_scope_covers() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    tim.grants_access("acme", grant).await.expect("given");
    assert!(bob.may("kdrive/use", &acme.drive).await);
    assert!(!bob.may("kdrive/manage", &acme.drive).await);
}

#[tokio::test]
async fn an_administrator_gives_nothing_outside_their_technical_scope_and_hears_who_could() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let refusal = refused(
        tim.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(
        refusal
            .message
            .contains("users/tim does not hold kdrive/use"),
        "{}",
        refusal.message
    );
    assert!(
        refusal.message.contains("Who could: users/ann"),
        "{}",
        refusal.message
    );
    assert!(!bob.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn technical_without_user_rights_gives_nothing_either() {
    let acme = Acme::new().await;
    let tec = acme.member("tec", administrator(&[Area::Technical])).await;
    acme.bob().await;
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let refusal = refused(tec.grants_access("acme", grant).await, why::RIGHT_MISSING);
    assert!(
        refusal.message.contains("manage_users"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn nobody_gives_to_themselves() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    let grant = to_member(
        "acme",
        "tim",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    refused(
        tim.grants_access("acme", grant).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    let grant = to_member(
        "acme",
        "ann",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        acme.ann.grants_access("acme", grant).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}

#[tokio::test]
async fn a_product_of_another_organization_is_not_found() {
    let acme = Acme::new().await;
    acme.world.organization("globex", "gus").await;
    let theirs = acme
        .world
        .operator()
        .creates_product("globex", "vault", "kdrive")
        .await
        .expect("a product");
    acme.bob().await;
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), products(&[&theirs]));
    let refusal = refused(acme.ann.grants_access("acme", grant).await, why::NOT_FOUND);
    assert!(
        refusal
            .message
            .contains("organizations/globex/products/vault was not found"),
        "{}",
        refusal.message
    );
}
