//! Rule 4, the limit of administrators.

use std::time::Duration;

use grantor::v1;
use v1::{Area, Role};

use super::Acme;
use crate::harness::{Actor, Answer, administrator, collaborator, refused, why};

async fn limit_everywhere(acme: &Acme, limit: i32) {
    let settings = v1::PlatformSettings {
        default_administrator_limit: Some(limit),
        ..Default::default()
    };
    acme.world
        .operator()
        .sets(settings, &["default_administrator_limit"])
        .await
        .expect("set");
}

async fn promotes(actor: &Actor, user: &str) -> Answer<v1::UpdateMemberResponse> {
    actor.changes_role("acme", user, Role::Administrator).await
}

async fn invites_administrator(actor: &Actor, email: &str) -> Answer<v1::Invitation> {
    actor
        .invites(
            "acme",
            v1::Invitation {
                email: email.into(),
                ..administrator(&[])
            },
        )
        .await
}

/// One place, and bob and cleo who could take it.
async fn one_place() -> Acme {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.member("cleo", collaborator()).await;
    limit_everywhere(&acme, 1).await;
    acme
}

#[tokio::test]
async fn there_is_none_unless_it_is_set() {
    let acme = Acme::new().await;
    for email in [
        "a@example.com",
        "b@example.com",
        "c@example.com",
        "d@example.com",
    ] {
        invites_administrator(&acme.ann, email)
            .await
            .expect("invited");
    }
    let organization = acme.ann.sees_organization("acme").await.expect("acme");
    assert_eq!(
        (
            organization.administrator_limit,
            organization.administrator_count
        ),
        (None, 4)
    );
}

#[tokio::test]
async fn one_more_is_neither_promoted_nor_invited() {
    let acme = one_place().await;
    promotes(&acme.ann, "bob").await.expect("promoted");
    let refusal = refused(promotes(&acme.ann, "cleo").await, why::ADMINISTRATOR_LIMIT);
    assert!(
        refusal
            .message
            .contains("may have 1 administrators and has 1"),
        "{}",
        refusal.message
    );
    refused(
        invites_administrator(&acme.ann, "new@example.com").await,
        why::ADMINISTRATOR_LIMIT,
    );
    let organization = acme.ann.sees_organization("acme").await.expect("acme");
    assert_eq!(
        (
            organization.administrator_limit,
            organization.administrator_count
        ),
        (Some(1), 1)
    );
}

#[tokio::test]
async fn a_legal_representative_who_becomes_an_administrator_counts() {
    let acme = one_place().await;
    acme.leo().await;
    promotes(&acme.ann, "bob").await.expect("promoted");
    refused(promotes(&acme.ann, "leo").await, why::ADMINISTRATOR_LIMIT);
}

#[tokio::test]
async fn a_deactivated_administrator_counts_and_a_removed_one_does_not() {
    let acme = one_place().await;
    promotes(&acme.ann, "bob").await.expect("promoted");
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    refused(promotes(&acme.ann, "cleo").await, why::ADMINISTRATOR_LIMIT);
    acme.ann
        .removes_member("acme", "bob")
        .await
        .expect("removed");
    promotes(&acme.ann, "cleo").await.expect("promoted");
}

#[tokio::test]
async fn an_open_invitation_counts_and_a_withdrawn_or_refused_one_does_not() {
    let acme = one_place().await;
    let zoe = acme.world.user("zoe").await;
    let first = invites_administrator(&acme.ann, "zoe@example.com")
        .await
        .expect("invited");
    refused(promotes(&acme.ann, "cleo").await, why::ADMINISTRATOR_LIMIT);
    acme.ann.withdraws(&first.name).await.expect("withdrawn");
    let second = invites_administrator(&acme.ann, "zoe@example.com")
        .await
        .expect("invited");
    refused(promotes(&acme.ann, "cleo").await, why::ADMINISTRATOR_LIMIT);
    zoe.refuses(&second.name).await.expect("refused");
    promotes(&acme.ann, "cleo").await.expect("promoted");
}

#[tokio::test]
async fn an_expired_invitation_does_not_count() {
    let acme = one_place().await;
    let soon = v1::Invitation {
        email: "zoe@example.com".into(),
        expire_time: Some(acme.world.later(60)),
        ..administrator(&[])
    };
    acme.ann.invites("acme", soon).await.expect("invited");
    refused(promotes(&acme.ann, "cleo").await, why::ADMINISTRATOR_LIMIT);
    acme.world.passes(Duration::from_secs(60));
    promotes(&acme.ann, "cleo").await.expect("promoted");
}

#[tokio::test]
async fn the_last_place_is_kept_for_the_invited() {
    let acme = one_place().await;
    acme.member("zoe", administrator(&[])).await;
    let zoe = acme
        .ann
        .sees_member("acme", "zoe")
        .await
        .expect("the member");
    assert_eq!(zoe.role(), Role::Administrator);
}

#[tokio::test]
async fn the_operator_raises_it_for_one_organization() {
    let acme = one_place().await;
    let gus = acme.world.organization("globex", "gus").await;
    acme.world
        .operator()
        .limits_administrators("acme", Some(2))
        .await
        .expect("raised");
    promotes(&acme.ann, "bob").await.expect("promoted");
    promotes(&acme.ann, "cleo").await.expect("promoted");
    refused(
        invites_administrator(&acme.ann, "new@example.com").await,
        why::ADMINISTRATOR_LIMIT,
    );
    let invitation = |email: &str| v1::Invitation {
        email: email.into(),
        ..administrator(&[])
    };
    gus.invites("globex", invitation("one@example.com"))
        .await
        .expect("invited");
    refused(
        gus.invites("globex", invitation("two@example.com")).await,
        why::ADMINISTRATOR_LIMIT,
    );
}

#[tokio::test]
async fn an_organizations_own_limit_can_be_taken_back() {
    let acme = one_place().await;
    acme.world
        .operator()
        .limits_administrators("acme", Some(0))
        .await
        .expect("lowered");
    refused(promotes(&acme.ann, "bob").await, why::ADMINISTRATOR_LIMIT);
    acme.world
        .operator()
        .limits_administrators("acme", None)
        .await
        .expect("taken back");
    promotes(&acme.ann, "bob").await.expect("promoted");
}

#[tokio::test]
async fn nobody_of_the_organization_raises_it() {
    let acme = one_place().await;
    let ada = acme.world.acting("bob");
    acme.ann
        .hands_out("acme", "bob", &[Area::UserRights, Area::Security], None)
        .await
        .expect("promoted");
    refused(
        acme.ann.limits_administrators("acme", Some(9)).await,
        why::OPERATOR_REQUIRED,
    );
    refused(
        ada.limits_administrators("acme", None).await,
        why::OPERATOR_REQUIRED,
    );
}

#[tokio::test]
async fn who_is_there_stays_above_a_lower_limit_and_keeps_their_areas_changeable() {
    let acme = one_place().await;
    promotes(&acme.ann, "bob").await.expect("promoted");
    limit_everywhere(&acme, 0).await;
    acme.ann
        .hands_out("acme", "bob", &[Area::Financial], None)
        .await
        .expect("no administrator more");
    assert!(
        acme.world
            .acting("bob")
            .may("manage_finances", "organizations/acme")
            .await
    );
}

#[tokio::test]
async fn acceptance_asks_it_again() {
    let acme = one_place().await;
    let zoe = acme.world.user("zoe").await;
    let open = invites_administrator(&acme.ann, "zoe@example.com")
        .await
        .expect("invited");
    limit_everywhere(&acme, 0).await;
    refused(zoe.accepts(&open.name).await, why::SENDER_MAY_NO_LONGER);
}

#[tokio::test]
async fn other_members_are_without_limit() {
    let acme = one_place().await;
    limit_everywhere(&acme, 0).await;
    acme.member("dan", collaborator()).await;
    acme.member("eve", crate::harness::external()).await;
    acme.leo().await;
}

#[tokio::test]
async fn of_two_who_take_the_last_place_at_once_one_gets_it() {
    let acme = one_place().await;
    let (bob, cleo) = tokio::join!(promotes(&acme.ann, "bob"), promotes(&acme.ann, "cleo"));
    let lost = match (bob, cleo) {
        (Ok(_), lost) | (lost, Ok(_)) => lost,
        neither => panic!("nobody got it: {neither:?}"),
    };
    refused(lost, why::ADMINISTRATOR_LIMIT);
    assert_eq!(
        acme.ann
            .sees_organization("acme")
            .await
            .expect("acme")
            .administrator_count,
        1
    );
}
