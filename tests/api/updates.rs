//! Update masks (AIP-134) and etags (AIP-154), noun by noun.

use grantor::v1;

use super::stage::{DRIVE, Stage};
use crate::harness::*;

fn mask(paths: &[&str]) -> Option<prost_types::FieldMask> {
    Some(prost_types::FieldMask {
        paths: paths.iter().map(|path| (*path).to_owned()).collect(),
    })
}

/// The person of the tests, with every field set.
fn robert() -> v1::User {
    v1::User {
        name: "users/bob".into(),
        given_name: "Robert".into(),
        family_name: "Builder".into(),
        login: "robert".into(),
        position: "Builder".into(),
        locale: "fr-CH".into(),
        ..Default::default()
    }
}

async fn updates(
    stage: &Stage,
    user: v1::User,
    update_mask: Option<prost_types::FieldMask>,
) -> Answer<v1::User> {
    let request = v1::UpdateUserRequest {
        user: Some(user),
        update_mask,
        ..Default::default()
    };
    let answer = stage
        .world
        .acting("bob")
        .users()
        .update_user(request)
        .await?;
    Ok(answer.into_inner().user.expect("the user"))
}

#[tokio::test]
async fn a_mask_changes_what_it_names_and_nothing_else() {
    let stage = Stage::new().await;
    let before = stage
        .world
        .acting("bob")
        .sees_user("bob")
        .await
        .expect("seen");
    let after = updates(&stage, robert(), mask(&["position"]))
        .await
        .expect("updated");
    assert_eq!(after.position, "Builder");
    let unchanged = v1::User {
        position: before.position.clone(),
        update_time: before.update_time,
        etag: before.etag.clone(),
        ..after
    };
    assert_eq!(unchanged, before);
}

#[tokio::test]
async fn without_a_mask_what_is_set_is_changed() {
    let stage = Stage::new().await;
    updates(&stage, robert(), None).await.expect("updated");
    let user = v1::User {
        name: "users/bob".into(),
        given_name: "Bob".into(),
        ..Default::default()
    };
    let after = updates(&stage, user, None).await.expect("updated");
    assert_eq!(
        (after.given_name.as_str(), after.position.as_str()),
        ("Bob", "Builder")
    );
}

#[tokio::test]
async fn a_star_changes_every_field() {
    let stage = Stage::new().await;
    updates(&stage, robert(), None).await.expect("updated");
    let user = v1::User {
        name: "users/bob".into(),
        given_name: "Bob".into(),
        email: "bob@example.com".into(),
        locale: "en".into(),
        ..Default::default()
    };
    let after = updates(&stage, user, mask(&["*"])).await.expect("updated");
    let shown = [
        &after.given_name,
        &after.family_name,
        &after.login,
        &after.position,
    ];
    assert_eq!(shown.map(String::as_str), ["Bob", "", "", ""]);
}

#[tokio::test]
async fn what_must_be_there_is_not_taken_off() {
    let stage = Stage::new().await;
    let empty = v1::User {
        name: "users/bob".into(),
        ..Default::default()
    };
    let wrong = refused(
        updates(&stage, empty, mask(&["given_name", "position"])).await,
        why::FIELD_INVALID,
    );
    assert_eq!(wrong.fields, ["user.given_name"]);
}

#[tokio::test]
async fn an_output_field_in_a_request_is_ignored() {
    let stage = Stage::new().await;
    let user = v1::User {
        state: v1::UserState::Erased.into(),
        email_confirmed: false,
        ..robert()
    };
    let after = updates(&stage, user, None).await.expect("updated");
    assert_eq!(
        (after.state(), after.email_confirmed),
        (v1::UserState::Active, true)
    );
}

#[tokio::test]
async fn the_etag_that_was_read_is_good_once() {
    let stage = Stage::new().await;
    let read = stage
        .world
        .acting("bob")
        .sees_user("bob")
        .await
        .expect("seen");
    let change = |position: &str| v1::User {
        position: position.into(),
        etag: read.etag.clone(),
        ..robert()
    };
    let first = updates(&stage, change("Clerk"), mask(&["position"]))
        .await
        .expect("updated");
    assert_ne!(first.etag, read.etag);
    refused(
        updates(&stage, change("Boss"), mask(&["position"])).await,
        why::ETAG_MISMATCH,
    );
    assert_eq!(
        stage
            .world
            .acting("bob")
            .sees_user("bob")
            .await
            .expect("seen"),
        first
    );
}

#[tokio::test]
async fn a_time_that_is_named_and_not_set_is_taken_off_a_grant() {
    let stage = Stage::new().await;
    let name = "organizations/acme/grants/one".to_owned();
    let grant = v1::Grant {
        name,
        ..Default::default()
    };
    let kept = stage
        .ann
        .updates_grant(
            v1::Grant {
                note: "why".into(),
                ..grant.clone()
            },
            &["note"],
        )
        .await
        .expect("updated");
    assert!(kept.expire_time.is_some());
    let endless = stage
        .ann
        .updates_grant(grant, &["expire_time"])
        .await
        .expect("updated");
    assert_eq!((endless.expire_time, endless.note.as_str()), (None, "why"));
    assert_eq!(endless.rights, kept.rights);
}

#[tokio::test]
async fn a_product_keeps_its_type_whatever_an_update_says() {
    let stage = Stage::new().await;
    let product = v1::Product {
        name: DRIVE.into(),
        product_type: "productTypes/domain".into(),
        display_name: "Renamed".into(),
        ..Default::default()
    };
    let request = v1::UpdateProductRequest {
        product: Some(product),
        ..Default::default()
    };
    let after = stage
        .ann
        .products()
        .update_product(request)
        .await
        .expect("updated")
        .into_inner()
        .product
        .expect("it");
    assert_eq!(
        (after.product_type.as_str(), after.display_name.as_str()),
        ("productTypes/kdrive", "Renamed")
    );
}

#[tokio::test]
async fn single_fields_of_the_branding_are_changed() {
    let stage = Stage::new().await;
    let branding = |color: &str, support: &str| v1::Organization {
        branding: Some(v1::Branding {
            display_name: "Acme".into(),
            color: color.into(),
            support_email: support.into(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let ann = &stage.ann;
    ann.updates_organization("acme", branding("#000000", "a@example.com"), &["branding"])
        .await
        .expect("updated");
    let after = ann
        .updates_organization("acme", branding("#ffffff", ""), &["branding.color"])
        .await
        .expect("updated");
    let after = after.branding.expect("the branding");
    assert_eq!(
        (after.color.as_str(), after.support_email.as_str()),
        ("#ffffff", "a@example.com")
    );
    let off = ann
        .updates_organization("acme", v1::Organization::default(), &["branding"])
        .await
        .expect("updated");
    assert_eq!(off.branding, None);
}

#[tokio::test]
async fn a_setting_that_is_named_and_not_set_is_reset() {
    let stage = Stage::new().await;
    let operator = stage.world.operator();
    let settings = |limit| v1::PlatformSettings {
        name: "platform/settings".into(),
        default_administrator_limit: limit,
        ..Default::default()
    };
    let update = |settings, paths: &[&str]| {
        let request = v1::UpdatePlatformSettingsRequest {
            settings: Some(settings),
            update_mask: mask(paths),
            ..Default::default()
        };
        let mut platform = operator.platform();
        async move {
            platform
                .update_platform_settings(request)
                .await
                .expect("updated")
                .into_inner()
                .settings
                .expect("they")
        }
    };
    let set = update(settings(Some(7)), &["default_administrator_limit"]).await;
    assert_eq!(set.default_administrator_limit, Some(7));
    let kept = update(settings(None), &["default_administrator_areas"]).await;
    assert_eq!(kept.default_administrator_limit, Some(7));
    let reset = update(settings(None), &["default_administrator_limit"]).await;
    assert_eq!(reset.default_administrator_limit, None);
    assert_eq!(
        reset.invitation_life.map(|life| life.seconds),
        Some(30 * 24 * 3600)
    );
}

#[tokio::test]
async fn scopes_of_a_service_account_are_replaced_and_its_name_kept() {
    let stage = Stage::new().await;
    let account = v1::ServiceAccount {
        name: "serviceAccounts/panel".into(),
        ..Default::default()
    };
    let request = v1::UpdateServiceAccountRequest {
        service_account: Some(account),
        update_mask: mask(&["scopes"]),
        ..Default::default()
    };
    let answer = stage
        .world
        .operator()
        .service_accounts()
        .update_service_account(request)
        .await
        .expect("updated");
    let after = answer.into_inner().service_account.expect("the account");
    assert_eq!(
        (after.display_name.as_str(), after.scopes.len()),
        ("panel", 0)
    );
}

#[tokio::test]
async fn an_update_that_changes_nothing_is_answered() {
    let stage = Stage::new().await;
    let product = v1::Product {
        name: DRIVE.into(),
        ..Default::default()
    };
    let request = v1::UpdateProductRequest {
        product: Some(product),
        ..Default::default()
    };
    let answer = stage
        .ann
        .products()
        .update_product(request)
        .await
        .expect("answered")
        .into_inner();
    assert_eq!(answer.product.expect("the product").display_name, "drive");
}
