//! Rule 1, nobody gives what they do not hold: the ways around it through members, roles and invitations.

use grantor::v1;
use v1::replace_all_member_access_request::Access;

use super::Acme;
use crate::harness::{all, own, products, refused, rights, to_member, why};

#[tokio::test]
async fn saving_all_access_gives_only_what_is_held() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    let listed = v1::ListedAccess {
        products: vec![v1::ProductRights {
            product: acme.archive.clone(),
            rights: Some(rights(&["kdrive/use"])),
        }],
        ..Default::default()
    };
    let tagged = v1::TagAccess {
        tag: "x".into(),
        rights: Some(rights(&["kdrive/use"])),
    };
    for beyond in [
        Access::All(rights(&["kdrive/use"])),
        Access::Listed(listed),
        Access::Tag(tagged),
    ] {
        refused(
            tim.saves_all_access("acme", "bob", beyond).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
    assert!(!bob.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn a_save_that_keeps_what_is_there_is_no_gift() {
    let acme = Acme::new().await;
    let (una, bob) = (acme.una().await, acme.bob().await);
    acme.gives(
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive, &acme.archive]),
    )
    .await;
    let less = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    una.saves_access("acme", "bob", "kdrive", less)
        .await
        .expect("saved");
    assert!(bob.may("kdrive/use", &acme.drive).await);
    assert!(!bob.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn a_save_does_not_make_a_grant_last_longer() {
    let acme = Acme::new().await;
    let (una, bob) = (acme.una().await, acme.bob().await);
    let until = v1::Grant {
        expire_time: Some(acme.world.later(3600)),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    acme.ann.grants_access("acme", until).await.expect("given");
    let same = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    una.saves_access("acme", "bob", "kdrive", same)
        .await
        .expect("saved");
    acme.world.passes(std::time::Duration::from_secs(3600));
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn full_access_is_given_only_by_who_holds_everything() {
    let acme = Acme::new().await;
    let (una, tim, ada, bob) = (
        acme.una().await,
        acme.tim().await,
        acme.ada().await,
        acme.bob().await,
    );
    refused(
        una.grants_full_access("acme", "bob").await,
        why::GIVES_MORE_THAN_HELD,
    );
    refused(
        tim.grants_full_access("acme", "bob").await,
        why::GIVES_MORE_THAN_HELD,
    );
    refused(
        ada.grants_full_access("acme", "ada").await,
        why::RAISES_SELF,
    );
    ada.grants_full_access("acme", "bob").await.expect("given");
    assert!(bob.may("domain/dns", &acme.site).await);
}

#[tokio::test]
async fn a_batch_hides_no_gift() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    let within = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let beyond = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let refusal = refused(
        tim.grants_at_once("acme", vec![within.clone(), beyond, within])
            .await,
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(
        refusal.message.starts_with("requests[1]: "),
        "{}",
        refusal.message
    );
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    assert!(
        acme.ann
            .sees_grants("acme")
            .await
            .expect("the grants")
            .is_empty()
    );
}

#[tokio::test]
async fn waking_a_member_gives_what_sleeps_with_them() {
    let acme = Acme::new().await;
    let (una, tim, bob) = (acme.una().await, acme.tim().await, acme.bob().await);
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    refused(
        una.reactivates_member("acme", "bob").await,
        why::GIVES_MORE_THAN_HELD,
    );
    tim.reactivates_member("acme", "bob")
        .await
        .expect("reactivated");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn waking_a_member_gives_what_their_teams_hold() {
    let acme = Acme::new().await;
    let (tim, _) = (acme.tim().await, acme.bob().await);
    acme.team(
        "readers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    )
    .await;
    acme.ann
        .adds_to_team("acme", "readers", &["bob"])
        .await
        .expect("in the team");
    tim.deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    refused(
        tim.reactivates_member("acme", "bob").await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn a_preview_refuses_like_the_change() {
    let acme = Acme::new().await;
    let (tim, _) = (acme.tim().await, acme.bob().await);
    let request = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(to_member("acme", "bob", rights(&["kdrive/use"]), all())),
        acknowledge_all_products: true,
        validate_only: true,
        ..Default::default()
    };
    let answer = tim.grants().create_grant(request).await;
    refused(
        answer.map_err(crate::harness::Refused::from),
        why::GIVES_MORE_THAN_HELD,
    );
}
