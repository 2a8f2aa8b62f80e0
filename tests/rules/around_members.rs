//! Rule 1, nobody gives what they do not hold: the ways around it through members, roles and invitations.

use grantor::v1;

use super::Acme;
use crate::harness::{all, products, refused, rights, to_member, why};

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
