//! Rule 1, nobody gives what they do not hold: changing grants. Taking away or shortening needs `manage_users` alone.

use grantor::v1;
use v1::Rights;

use super::Acme;
use crate::harness::{Actor, Answer, all, products, refused, rights, to_member, why};

/// Ann gives bob a grant; una, who holds nothing, changes its rights.
async fn una_changes_rights(from: Rights, to: Rights) -> Answer<v1::Grant> {
    let acme = Acme::new().await;
    let (una, _) = (acme.una().await, acme.bob().await);
    let grant = acme.gives("bob", from, all()).await;
    una.updates_grant(
        v1::Grant {
            rights: Some(to),
            ..grant
        },
        &["rights"],
    )
    .await
}

#[tokio::test]
async fn another_right_is_given() {
    let more = rights(&["kdrive/use", "kdrive/manage"]);
    refused(
        una_changes_rights(rights(&["kdrive/use"]), more).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn a_right_that_is_left_out_is_taken_away() {
    let changed = una_changes_rights(
        rights(&["kdrive/use", "kdrive/manage"]),
        rights(&["kdrive/use"]),
    )
    .await;
    assert_eq!(
        changed.expect("changed").rights,
        Some(rights(&["kdrive/use"]))
    );
}

/// A grant to bob that starts in an hour and ends in two.
async fn limited(acme: &Acme) -> (Actor, v1::Grant) {
    let (una, _) = (acme.una().await, acme.bob().await);
    let grant = v1::Grant {
        start_time: Some(acme.world.later(3600)),
        expire_time: Some(acme.world.later(7200)),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    (
        una,
        acme.ann.grants_access("acme", grant).await.expect("given"),
    )
}

#[tokio::test]
async fn what_has_expired_is_not_woken() {
    let acme = Acme::new().await;
    let (una, grant) = limited(&acme).await;
    acme.world.passes(std::time::Duration::from_secs(7200));
    let woken = v1::Grant {
        expire_time: Some(acme.world.later(3600)),
        ..grant
    };
    for who in [&una, &acme.ann] {
        refused(
            who.updates_grant(woken.clone(), &["expire_time"]).await,
            why::GRANT_ENDED,
        );
    }
    assert!(
        !acme
            .world
            .acting("bob")
            .may("kdrive/use", &acme.drive)
            .await
    );
}

#[tokio::test]
async fn a_grant_does_not_move_to_somebody_else() {
    let acme = Acme::new().await;
    let (una, _) = (acme.una().await, acme.bob().await);
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let moved = v1::Grant {
        subject: "organizations/acme/members/una".into(),
        ..grant
    };
    let refusal = refused(
        una.updates_grant(moved, &["subject"]).await,
        why::FIELD_INVALID,
    );
    assert_eq!(refusal.fields, ["update_mask.paths[0]"]);
}
