//! Who calls, as the headers say it.

use prost::Message;
use tonic::Code;

use super::wire;
use crate::harness::*;

const CREDENTIALS_MISSING: Why = (Code::Unauthenticated, "CREDENTIALS_MISSING");
const CREDENTIALS_INVALID: Why = (Code::Unauthenticated, "CREDENTIALS_INVALID");

const ACTING_USER: &str = "x-grantor-acting-user";

/// Asks for the organization with these headers.
async fn asks(world: &World, headers: &[(&'static str, String)]) -> Answer<Vec<u8>> {
    let message = wire::request(
        "OrganizationService/GetOrganization",
        r#"name: "organizations/acme""#,
    );
    wire::call(
        &world.channel,
        headers,
        "OrganizationService/GetOrganization",
        message.encode_to_vec(),
    )
    .await
}

async fn world() -> World {
    let (world, _) = World::acme().await;
    world
}

fn key(world: &World) -> (&'static str, String) {
    ("authorization", format!("Bearer {}", world.key))
}

#[tokio::test]
async fn the_scheme_is_read_in_any_case() {
    let world = world().await;
    for scheme in ["Bearer", "bearer", "BEARER"] {
        asks(
            &world,
            &[("authorization", format!("{scheme} {}", world.key))],
        )
        .await
        .expect(scheme);
    }
}

#[tokio::test]
async fn a_call_without_key_says_which_header() {
    let world = world().await;
    let refusal = refused(asks(&world, &[]).await, CREDENTIALS_MISSING);
    assert!(
        refusal.message.contains("authorization: Bearer"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn every_key_that_does_not_work_is_answered_alike() {
    let world = world().await;
    let (prefix, _) = world.key.split_at(world.key.len() - 1);
    let mut messages = Vec::new();
    for bad in [
        format!("Basic {}", world.key),
        world.key.clone(),
        String::new(),
        "Bearer".into(),
        "Bearer ".into(),
        "Bearer grk_".into(),
        format!("Bearer {prefix}"),
        format!("Bearer {}x", world.key),
        format!("Bearer {}", world.key.to_uppercase()),
        format!("Bearer {} {}", world.key, world.key),
        format!("Bearer {}", "x".repeat(5000)),
    ] {
        messages.push(
            refused(
                asks(&world, &[("authorization", bad)]).await,
                CREDENTIALS_INVALID,
            )
            .message,
        );
    }
    messages.dedup();
    assert_eq!(messages.len(), 1, "{messages:?}");
}

#[tokio::test]
async fn a_header_that_is_sent_twice_is_refused() {
    let world = world().await;
    let twice = refused(
        asks(&world, &[key(&world), key(&world)]).await,
        why::FIELD_INVALID,
    );
    assert_eq!(twice.fields, ["authorization"]);
    let ann = || (ACTING_USER, "users/ann".to_owned());
    let twice = refused(
        asks(&world, &[key(&world), ann(), ann()]).await,
        why::FIELD_INVALID,
    );
    assert_eq!(twice.fields, [ACTING_USER]);
}

#[tokio::test]
async fn a_malformed_acting_user_is_named() {
    let world = world().await;
    for bad in [
        "ann",
        "users/",
        "users/ANN",
        "users/ann/x",
        "",
        " ",
        "users/ann users/eve",
        "organizations/acme",
    ] {
        let wrong = refused(
            asks(&world, &[key(&world), (ACTING_USER, bad.to_owned())]).await,
            why::FIELD_INVALID,
        );
        assert_eq!(wrong.fields, [ACTING_USER], "{bad:?}");
    }
}

#[tokio::test]
async fn an_unknown_acting_user_sees_nothing() {
    let world = world().await;
    let unknown = asks(&world, &[key(&world), (ACTING_USER, "users/nobody".into())]).await;
    refused(unknown, why::NOT_FOUND);
}

#[tokio::test]
async fn an_acting_user_is_never_ignored() {
    let world = world().await;
    let read = world.service("read", &["read"]).await;
    read.sees_organization("acme").await.expect("by the scope");
    refused(
        read.speaking_for("ann").sees_organization("acme").await,
        why::SCOPE_MISSING,
    );
}

#[tokio::test]
async fn a_revoked_key_stops_working() {
    let world = world().await;
    let read = world.service("read", &["read"]).await;
    let list = grantor::v1::ListKeysRequest {
        parent: "serviceAccounts/read".into(),
        consistency: fully(),
        ..Default::default()
    };
    let keys = world
        .operator()
        .service_accounts()
        .list_keys(list)
        .await
        .expect("its keys")
        .into_inner()
        .keys;
    let revoke = grantor::v1::RevokeKeyRequest {
        name: keys[0].name.clone(),
        ..Default::default()
    };
    world
        .operator()
        .service_accounts()
        .revoke_key(revoke)
        .await
        .expect("revoked");
    refused(read.sees_organization("acme").await, CREDENTIALS_INVALID);
}
