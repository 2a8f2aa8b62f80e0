//! Rule 1, nobody gives what they do not hold: making grants.

use grantor::v1;
use v1::{Area, RightKind};

use super::Acme;
use crate::harness::{
    administrator, all, collaborator, every_right, external, future, group, kinds, of_type,
    products, refused, rights, tag, to_member, why,
};

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
async fn one_product_outside_the_scope_spoils_a_grant_on_several() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive, &acme.archive]),
    );
    refused(
        tim.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn user_rights_without_technical_gives_no_product_right() {
    let acme = Acme::new().await;
    let (una, bob) = (acme.una().await, acme.bob().await);
    for given in [
        rights(&["kdrive/use"]),
        kinds(&[RightKind::Usage]),
        every_right(),
    ] {
        let grant = to_member("acme", "bob", given, products(&[&acme.drive]));
        refused(
            una.grants_access("acme", grant).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn user_rights_without_technical_takes_away() {
    let acme = Acme::new().await;
    let (una, bob) = (acme.una().await, acme.bob().await);
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    una.deletes_grant(&grant.name).await.expect("taken away");
    assert!(!bob.may("kdrive/use", &acme.drive).await);
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
async fn who_holds_every_product_of_a_type_one_by_one_does_not_hold_the_type() {
    let acme = Acme::new().await;
    let tim = acme
        .technician("tim", products(&[&acme.drive, &acme.archive]))
        .await;
    acme.bob().await;
    for wider in [of_type("kdrive"), future("kdrive"), all()] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), wider);
        refused(
            tim.grants_access("acme", grant).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
}

#[tokio::test]
async fn who_holds_a_type_gives_the_type_its_products_and_its_future_ones() {
    let acme = Acme::new().await;
    let tim = acme.technician("tim", of_type("kdrive")).await;
    acme.bob().await;
    for contained in [
        of_type("kdrive"),
        future("kdrive"),
        products(&[&acme.archive]),
    ] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), contained);
        tim.grants_access("acme", grant).await.expect("given");
    }
}

#[tokio::test]
async fn who_holds_a_type_gives_neither_all_products_nor_another_type() {
    let acme = Acme::new().await;
    let tim = acme.technician("tim", of_type("kdrive")).await;
    acme.bob().await;
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), all());
    refused(
        tim.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
    let grant = to_member(
        "acme",
        "bob",
        rights(&["domain/dns"]),
        products(&[&acme.site]),
    );
    refused(
        tim.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn all_products_come_only_from_who_holds_all_products() {
    let acme = Acme::new().await;
    let (ada, bob) = (acme.ada().await, acme.bob().await);
    ada.grants_access("acme", to_member("acme", "bob", every_right(), all()))
        .await
        .expect("given");
    assert!(bob.may("domain/manage", &acme.site).await);
}

#[tokio::test]
async fn who_holds_a_tag_gives_the_tag_and_the_products_that_carry_it() {
    let acme = Acme::new().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    let tim = acme.technician("tim", tag("x")).await;
    acme.bob().await;
    for contained in [tag("x"), products(&[&acme.drive])] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), contained);
        tim.grants_access("acme", grant).await.expect("given");
    }
}

#[tokio::test]
async fn who_holds_a_tag_gives_no_other_tag_and_no_product_without_it() {
    let acme = Acme::new().await;
    acme.ann
        .tags(&acme.drive, &["x", "y"])
        .await
        .expect("tagged");
    let tim = acme.technician("tim", tag("x")).await;
    acme.bob().await;
    for beyond in [tag("y"), products(&[&acme.archive]), of_type("kdrive")] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), beyond);
        refused(
            tim.grants_access("acme", grant).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
}

#[tokio::test]
async fn who_holds_the_only_tagged_product_does_not_hold_the_tag() {
    let acme = Acme::new().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    let tim = acme.tim().await;
    acme.bob().await;
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), tag("x"));
    refused(
        tim.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn who_holds_a_group_gives_it_and_who_holds_its_products_does_not() {
    let acme = Acme::new().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .await
        .expect("grouped");
    let gil = acme.technician("gil", group(&website)).await;
    let tim = acme.tim().await;
    acme.bob().await;
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), group(&website));
    refused(
        tim.grants_access("acme", grant.clone()).await,
        why::GIVES_MORE_THAN_HELD,
    );
    gil.grants_access("acme", grant).await.expect("given");
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
async fn the_upper_roles_are_given_nothing() {
    let acme = Acme::new().await;
    acme.una().await;
    acme.leo().await;
    for upper in ["una", "leo"] {
        let grant = to_member(
            "acme",
            upper,
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        );
        refused(
            acme.ann.grants_access("acme", grant).await,
            why::UPPER_ROLE_HOLDS_NO_GRANTS,
        );
    }
}

#[tokio::test]
async fn holding_a_right_is_not_enough_to_give_it() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let eve = acme.member("eve", external()).await;
    acme.gives("bob", every_right(), all()).await;
    acme.gives("eve", every_right(), all()).await;
    acme.member("cleo", collaborator()).await;
    let grant = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        bob.grants_access("acme", grant.clone()).await,
        why::RIGHT_MISSING,
    );
    refused(eve.grants_access("acme", grant).await, why::RIGHT_MISSING);
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

#[tokio::test]
async fn a_deactivated_administrator_gives_nothing_any_more() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.bob().await;
    acme.ann
        .deactivates_member("acme", "tim")
        .await
        .expect("deactivated");
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(tim.grants_access("acme", grant).await, why::NOT_FOUND);
}
