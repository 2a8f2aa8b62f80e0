//! Rule 4, the limit of administrators.

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
