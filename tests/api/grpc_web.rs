//! gRPC-Web: what a page's script can ask, what it can read of a refusal, and whose scripts browsers let do so.

use std::time::Duration;

use grantor::v1;
use http_body_util::BodyExt;
use server::Origins;
use tonic::Code;

use super::wire;
use crate::harness::*;

const PANEL: &str = "https://panel.example.com";
const CHECK: &str = "AccessService/CheckAccess";
const WANTED: &str =
    "authorization,content-type,grpc-timeout,x-grantor-acting-user,x-grpc-web,x-request-id";

fn panel() -> Origins {
    Origins::listed(&[PANEL.to_owned()]).expect("an origin")
}

/// Acme with ann, and a script of the panel that has the key.
async fn acme() -> (World, Script) {
    let (world, _) = World::acme().await;
    let mut script = world.script(panel(), PANEL).await;
    script.sends("authorization", &format!("Bearer {}", world.key));
    (world, script)
}

fn ann_may(right: &str) -> v1::CheckAccessRequest {
    v1::CheckAccessRequest {
        subject: "users/ann".into(),
        resource: "organizations/acme".into(),
        right: right.into(),
        consistency: fully(),
        ..Default::default()
    }
}

#[track_caller]
fn is_allowed(heard: Heard) {
    let answer: v1::CheckAccessResponse = heard.answer().expect("answered");
    assert_eq!(answer.decision(), v1::Decision::Allowed);
}

#[tokio::test]
async fn a_script_asks_and_reads_the_answer_and_the_trailers() {
    let (_world, mut script) = acme().await;
    script.sends("x-request-id", "panel-1");
    let heard = script.calls(CHECK, &ann_may("manage_users")).await;
    assert_eq!(heard.status, 200);
    assert_eq!(heard.headers["content-type"], "application/grpc-web+proto");
    assert_eq!(heard.headers["access-control-allow-origin"], PANEL);
    assert_eq!(heard.headers["x-request-id"], "panel-1");
    assert_eq!(heard.trailers["grpc-status"], "0");
    is_allowed(heard);
}

#[tokio::test]
async fn a_script_can_ask_over_http2_and_as_text_too() {
    let (_world, script) = acme().await;
    let heard = script.calls_as_text(CHECK, &ann_may("manage_users")).await;
    assert_eq!(
        heard.headers["content-type"],
        "application/grpc-web-text+proto"
    );
    is_allowed(heard);
    let script = script.over_http2();
    is_allowed(script.calls(CHECK, &ann_may("manage_users")).await);
}

#[tokio::test]
async fn a_script_speaks_for_a_user_as_every_caller_does() {
    let (_world, mut script) = acme().await;
    let get = v1::GetOrganizationRequest {
        name: "organizations/acme".into(),
    };
    script.sends("x-grantor-acting-user", "users/nobody");
    let heard = script
        .calls("OrganizationService/GetOrganization", &get)
        .await;
    refused(
        heard.answer::<v1::GetOrganizationResponse>(),
        why::NOT_FOUND,
    );
    script.sends("x-grantor-acting-user", "users/ann");
    let heard = script
        .calls("OrganizationService/GetOrganization", &get)
        .await;
    heard.answer::<v1::GetOrganizationResponse>().expect("hers");
}

#[tokio::test]
async fn a_refusal_can_be_read_with_its_reason() {
    let (_world, script) = acme().await;
    let heard = script.calls(CHECK, &ann_may("fly")).await;
    assert_eq!(heard.status, 200);
    let exposed = heard.headers["access-control-expose-headers"].to_str();
    let exposed = exposed.expect("ASCII");
    for name in ["grpc-status", "grpc-message", "grpc-status-details-bin"] {
        assert!(exposed.contains(name), "{exposed}");
    }
    refused(
        heard.answer::<v1::CheckAccessResponse>(),
        why::RIGHT_UNKNOWN,
    );
}

#[tokio::test]
async fn a_call_without_a_key_is_refused_readably() {
    let (_world, mut script) = acme().await;
    script.headers.remove("authorization");
    let heard = script.calls(CHECK, &ann_may("view")).await;
    assert_eq!(heard.headers["access-control-allow-origin"], PANEL);
    let missing = (Code::Unauthenticated, "CREDENTIALS_MISSING");
    refused(heard.answer::<v1::CheckAccessResponse>(), missing);
    script.sends("authorization", "Bearer grk_wrong_key");
    let heard = script.calls(CHECK, &ann_may("view")).await;
    let wrong = (Code::Unauthenticated, "CREDENTIALS_INVALID");
    refused(heard.answer::<v1::CheckAccessResponse>(), wrong);
}

#[tokio::test]
async fn a_message_over_the_limit_is_refused_in_every_form() {
    let (_world, script) = acme().await;
    let script = script.undeterred();
    let large = ann_may(&"x".repeat(1 << 20));
    // A connection on which more came than was read is closed after the answer.
    for heard in [
        script.calls(CHECK, &large).await,
        script.anew().calls_as_text(CHECK, &large).await,
    ] {
        let refusal = heard.answer::<v1::CheckAccessResponse>();
        assert_eq!(refusal.expect_err("refused").code, Code::OutOfRange);
    }
    is_allowed(script.anew().calls(CHECK, &ann_may("manage_users")).await);
}

#[tokio::test]
async fn a_deadline_counts_for_scripts_too() {
    let (_world, mut script) = acme().await;
    script.sends("grpc-timeout", "0m");
    let heard = script.calls(CHECK, &ann_may("view")).await;
    let refusal = heard.answer::<v1::CheckAccessResponse>();
    assert_eq!(refusal.expect_err("late").code, Code::DeadlineExceeded);
}

#[tokio::test]
async fn a_watch_is_heard_while_it_is_open() {
    let (world, mut script) = acme().await;
    let watcher = world.service("watcher", &["watch@acme"]).await;
    for (name, value) in watcher.headers() {
        script.sends(name, &value);
    }
    let watch = v1::WatchChangesRequest {
        parent: "organizations/acme".into(),
        start: Some(v1::watch_changes_request::Start::AfterRevision(0)),
        ..Default::default()
    };
    let path = "/grantor.v1.AccessService/WatchChanges";
    let mut body = script.opens(path, &watch).await.into_body();
    let change = loop {
        let next = tokio::time::timeout(Duration::from_secs(30), body.frame());
        let next = next.await.expect("heard").expect("a frame").expect("whole");
        let (flags, message) = first(&mut next.into_data().expect("no trailers yet"));
        assert_eq!(flags, 0);
        let heard: v1::WatchChangesResponse = prost::Message::decode(message).expect("an event");
        // A heartbeat comes before, with where the watch begins.
        if let Some(v1::watch_changes_response::Event::Change(change)) = heard.event {
            break change;
        }
    };
    assert_eq!(change.name, "organizations/acme/changes/1");
}

#[tokio::test]
async fn browsers_hear_what_a_script_of_an_allowed_origin_may_send() {
    let (_world, script) = acme().await;
    let answer = script
        .preflight("/grantor.v1.AccessService/CheckAccess", WANTED)
        .await;
    assert_eq!(answer.status(), 200);
    let says = |name: &str| answer.headers()[name].to_str().expect("ASCII");
    assert_eq!(says("access-control-allow-origin"), PANEL);
    assert_eq!(says("access-control-allow-methods"), "POST");
    let allowed: Vec<_> = says("access-control-allow-headers").split(',').collect();
    for wanted in WANTED.split(',') {
        assert!(allowed.contains(&wanted), "{wanted} not in {allowed:?}");
    }
    assert!(says("vary").contains("origin"));
    // Keys are sent by scripts, never by the browser itself.
    assert!(
        !answer
            .headers()
            .contains_key("access-control-allow-credentials")
    );
}

#[tokio::test]
async fn browsers_hear_nothing_about_other_origins() {
    let world = World::new().await;
    for (origins, other) in [
        (panel(), "https://panel.example.com:8443"),
        (panel(), "http://panel.example.com"),
        (panel(), "http://localhost:5173"),
        (panel(), "null"),
        (Origins::none(), PANEL),
        (Origins::this_machine(), PANEL),
    ] {
        let mut script = world.script(origins, other).await;
        let asked = script
            .preflight("/grantor.v1.AccessService/CheckAccess", WANTED)
            .await;
        assert!(
            !asked.headers().contains_key("access-control-allow-origin"),
            "{other}"
        );
        script.sends("authorization", &format!("Bearer {}", world.key));
        let heard = script.calls(CHECK, &ann_may("view")).await;
        assert!(
            !heard.headers.contains_key("access-control-allow-origin"),
            "{other}"
        );
    }
}

#[tokio::test]
async fn pages_stay_pages_whoever_asks() {
    let (world, script) = acme().await;
    let page = script
        .posts("/invitation", "application/x-www-form-urlencoded", vec![])
        .await;
    assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
    assert!(!page.headers().contains_key("access-control-allow-origin"));
    let page = world
        .browser()
        .browses("OPTIONS", "/invitation", &[], "")
        .await;
    assert_eq!(page.status, 404);
}

#[tokio::test]
async fn what_is_almost_grpc_web_reaches_no_service() {
    let (_world, script) = acme().await;
    let body = || frame(&prost::Message::encode_to_vec(&ann_may("manage_users")));
    let path = "/grantor.v1.AccessService/CheckAccess";
    for content_type in [
        "application/grpc-web+json",
        "application/grpc-web-text+thrift",
        "application/grpc-websocket",
    ] {
        let answer = script.posts(path, content_type, body()).await;
        assert_eq!(answer.status(), 400, "{content_type}");
    }
    let named = |rpc: &str| wire::request(rpc, r#"name: "organizations/acme""#);
    let get = named("OrganizationService/GetOrganization");
    let bytes = prost::Message::encode_to_vec(&get);
    let answer = script
        .posts(path, "application/grpc-web+proto", bytes)
        .await;
    let status = answer.headers().get("grpc-status").cloned();
    assert!(
        status.is_some_and(|status| status != "0"),
        "no frame, no answer"
    );
}
