//! Rule 1, nobody gives what they do not hold: changing grants. Taking away or shortening needs `manage_users` alone.

use grantor::v1;
use v1::{RightKind, Rights, Scope};

use super::Acme;
use crate::harness::{
    Actor, Answer, all, every_right, future, kinds, of_type, products, refused, rights, tag,
    to_member, why,
};

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

/// Ann gives bob a grant of kdrive/use; una, who holds nothing, changes its scope.
async fn una_changes_scope(acme: &Acme, from: Scope, to: Scope) -> Answer<v1::Grant> {
    let (una, _) = (acme.una().await, acme.bob().await);
    let grant = acme.gives("bob", rights(&["kdrive/use"]), from).await;
    una.updates_grant(
        v1::Grant {
            scope: Some(to),
            ..grant
        },
        &["scope"],
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

#[tokio::test]
async fn the_only_right_of_a_kind_is_not_the_kind() {
    let usage = kinds(&[RightKind::Usage]);
    refused(
        una_changes_rights(rights(&["kdrive/use"]), usage).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn a_kind_contains_its_rights() {
    let changed = una_changes_rights(kinds(&[RightKind::Usage]), rights(&["kdrive/use"])).await;
    assert_eq!(
        changed.expect("changed").rights,
        Some(rights(&["kdrive/use"]))
    );
}

#[tokio::test]
async fn a_kind_contains_no_other_kind() {
    let (usage, management) = (kinds(&[RightKind::Usage]), kinds(&[RightKind::Management]));
    refused(
        una_changes_rights(usage, management).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn all_kinds_together_are_not_all_rights() {
    use RightKind::{Detailed, Management, Statistics, Technical, Usage};
    let every_kind = kinds(&[Usage, Management, Technical, Statistics, Detailed]);
    refused(
        una_changes_rights(every_kind, every_right()).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn all_rights_contain_every_kind_and_name() {
    let mixed = Rights {
        names: vec!["domain/dns".into()],
        ..kinds(&[RightKind::Usage])
    };
    let changed = una_changes_rights(every_right(), mixed.clone()).await;
    assert_eq!(changed.expect("changed").rights, Some(mixed));
}

#[tokio::test]
async fn a_right_contains_what_it_implies_and_not_the_other_way_round() {
    let (refund, sell) = (rights(&["ticketing/refund"]), rights(&["ticketing/sell"]));
    una_changes_rights(refund.clone(), sell.clone())
        .await
        .expect("narrowed");
    refused(
        una_changes_rights(sell, refund).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn another_product_is_given() {
    let acme = Acme::new().await;
    let (one, both) = (
        products(&[&acme.drive]),
        products(&[&acme.drive, &acme.archive]),
    );
    refused(
        una_changes_scope(&acme, one, both).await,
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(
        !acme
            .world
            .acting("bob")
            .may("kdrive/use", &acme.archive)
            .await
    );
}

#[tokio::test]
async fn a_product_that_is_left_out_is_taken_away() {
    let acme = Acme::new().await;
    let (both, one) = (
        products(&[&acme.drive, &acme.archive]),
        products(&[&acme.drive]),
    );
    una_changes_scope(&acme, both, one).await.expect("narrowed");
    assert!(
        !acme
            .world
            .acting("bob")
            .may("kdrive/use", &acme.archive)
            .await
    );
    assert!(
        acme.world
            .acting("bob")
            .may("kdrive/use", &acme.drive)
            .await
    );
}

#[tokio::test]
async fn the_type_narrows_to_its_products_or_its_future_ones() {
    let acme = Acme::new().await;
    let (una, _) = (acme.una().await, acme.bob().await);
    for narrower in [products(&[&acme.drive]), future("kdrive")] {
        let grant = acme
            .gives("bob", rights(&["kdrive/use"]), of_type("kdrive"))
            .await;
        una.updates_grant(
            v1::Grant {
                scope: Some(narrower),
                ..grant
            },
            &["scope"],
        )
        .await
        .expect("narrowed");
    }
}

#[tokio::test]
async fn products_do_not_widen_to_their_type_or_tag_or_all() {
    let acme = Acme::new().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    let (una, _) = (acme.una().await, acme.bob().await);
    let grant = acme
        .gives(
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive, &acme.archive]),
        )
        .await;
    for wider in [of_type("kdrive"), future("kdrive"), tag("x"), all()] {
        let wider = v1::Grant {
            scope: Some(wider),
            ..grant.clone()
        };
        refused(
            una.updates_grant(wider, &["scope"]).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
}

#[tokio::test]
async fn what_a_narrowed_administrator_adds_is_asked_of_them_and_what_was_there_is_not() {
    let acme = Acme::new().await;
    let (tim, _) = (acme.tim().await, acme.bob().await);
    let given = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let grant = tim.grants_access("acme", given).await.expect("given");
    let areas = [v1::Area::UserRights, v1::Area::Technical];
    let archive = Some(products(&[&acme.archive]));
    let moved = acme.ann.hands_out("acme", "tim", &areas, archive).await;
    moved.expect("the archive in place of the drive");
    let both = products(&[&acme.drive, &acme.archive]);
    tim.updates_grant(
        v1::Grant {
            scope: Some(both),
            ..grant
        },
        &["scope"],
    )
    .await
    .expect("widened by the archive");
    assert!(
        acme.world
            .acting("bob")
            .may("kdrive/use", &acme.drive)
            .await
    );
}

#[tokio::test]
async fn rights_and_scope_widened_together_are_asked_together() {
    let acme = Acme::new().await;
    let (tim, _) = (acme.tim().await, acme.bob().await);
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]))
        .await;
    // Both halves are somebody's: the drive is tim's, use on the archive was there. Manage on the archive is neither.
    let wider = v1::Grant {
        scope: Some(products(&[&acme.drive, &acme.archive])),
        rights: Some(rights(&["kdrive/use", "kdrive/manage"])),
        ..grant
    };
    refused(
        tim.updates_grant(wider, &["scope", "rights"]).await,
        why::GIVES_MORE_THAN_HELD,
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
async fn a_later_end_is_given_also_by_taking_the_end_off() {
    let acme = Acme::new().await;
    let (una, grant) = limited(&acme).await;
    for end in [Some(acme.world.later(7201)), None] {
        let longer = v1::Grant {
            expire_time: end,
            ..grant.clone()
        };
        refused(
            una.updates_grant(longer, &["expire_time"]).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
}

#[tokio::test]
async fn an_earlier_start_is_given_also_by_taking_the_start_off() {
    let acme = Acme::new().await;
    let (una, grant) = limited(&acme).await;
    for start in [Some(acme.world.later(3599)), None] {
        let longer = v1::Grant {
            start_time: start,
            ..grant.clone()
        };
        refused(
            una.updates_grant(longer, &["start_time"]).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
}

#[tokio::test]
async fn a_later_start_and_an_earlier_end_are_taken_away() {
    let acme = Acme::new().await;
    let (una, grant) = limited(&acme).await;
    let shorter = v1::Grant {
        start_time: Some(acme.world.later(3700)),
        expire_time: Some(acme.world.later(7100)),
        ..grant.clone()
    };
    let saved = una
        .updates_grant(shorter.clone(), &["start_time", "expire_time"])
        .await
        .expect("shortened");
    assert_eq!(
        (saved.start_time, saved.expire_time),
        (shorter.start_time, shorter.expire_time)
    );
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
