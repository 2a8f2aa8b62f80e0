//! `grantor serve`: serves what was set up, and stops without cutting anybody off.

use std::time::{Duration, Instant};

use grantor::v1;
use sqlx::Connection;
use tonic::transport::Endpoint;
use v1::access_service_client::AccessServiceClient;
use v1::product_service_client::ProductServiceClient;
use v1::user_service_client::UserServiceClient;

use crate::site::{Server, Site, drive};

const SCOPES: [&str; 4] = ["access.ask", "read", "users.write", "products.write"];

/// A running `serve` with ann's organization acme. The catalog is empty.
async fn served() -> (Server, Site) {
    let site = Site::migrated();
    let key = site.makes_key("shop", &SCOPES);
    let server = site.serve(key);
    let mut users = UserServiceClient::new(server.connect().await);
    let ann = v1::RegisterUserRequest {
        organization_id: "acme".into(),
        ..registration("ann")
    };
    users
        .register_user(server.request(ann))
        .await
        .expect("registered");
    (server, site)
}

fn registration(id: &str) -> v1::RegisterUserRequest {
    let user = v1::User {
        given_name: id.into(),
        email: format!("{id}@example.com"),
        ..Default::default()
    };
    v1::RegisterUserRequest {
        user_id: id.into(),
        user: Some(user),
        email_confirmed: true,
        ..Default::default()
    }
}

fn ann_views() -> v1::CheckAccessRequest {
    v1::CheckAccessRequest {
        subject: "users/ann".into(),
        resource: "organizations/acme".into(),
        right: "view".into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_site_made_by_hand_answers() {
    let (server, _site) = served().await;
    let expected = "ALLOWED: users/ann may view organizations/acme (ALLOWED_BY_ROLE)\n";
    assert_eq!(
        server.asks("ann", "view", "organizations/acme").with(0),
        expected
    );
}

#[tokio::test]
async fn a_second_start_knows_what_the_first_was_told() {
    let (server, site) = served().await;
    let key = server.key.clone();
    server.running.gets("TERM");
    let (code, said) = server.running.ends();
    assert_eq!(code, Some(0), "{said:#?}");
    site.serve(key)
        .asks("ann", "view", "organizations/acme")
        .with(0);
}

#[tokio::test]
async fn two_serve_the_same_database_at_once() {
    let (one, site) = served().await;
    let two = site.serve(one.key.clone());
    two.asks("ann", "view", "organizations/acme").with(0);
}

/// Holds the only lock of the database that a write needs, until it is dropped.
async fn locked(site: &Site) -> sqlx::SqliteConnection {
    let mut connection = sqlx::SqliteConnection::connect(&site.url())
        .await
        .expect("the file opens");
    sqlx::query("BEGIN IMMEDIATE")
        .execute(&mut connection)
        .await
        .expect("nobody else writes");
    connection
}

#[tokio::test(flavor = "multi_thread")]
async fn terminate_lets_a_call_under_way_end_and_no_new_one_begin() {
    let (mut server, site) = served().await;
    let channel = server.connect().await;
    let mut access = AccessServiceClient::new(channel.clone());
    access
        .check_access(server.request(ann_views()))
        .await
        .expect("answered");
    let lock = locked(&site).await;
    let request = server.request(registration("zoe"));
    let call =
        tokio::spawn(async move { UserServiceClient::new(channel).register_user(request).await });
    // Sent later on the same connection: when they are answered, the call has arrived.
    for _ in 0..3 {
        access
            .check_access(server.request(ann_views()))
            .await
            .expect("answered");
    }
    server.running.gets("TERM");
    server.running.says("stopping: no new calls");
    let endpoint = Endpoint::from_shared(format!("http://{}", server.address)).expect("an address");
    let told = Instant::now();
    // The listener closes right after it is said.
    while endpoint.connect().await.is_ok() {
        assert!(
            told.elapsed() < Duration::from_secs(3),
            "nobody new is let in"
        );
        tokio::task::yield_now().await;
    }
    assert!(!call.is_finished());
    lock.close().await.expect("unlocked");
    let answered = call.await.expect("the call goes on");
    let registered = answered.expect("it ends as if nothing were").into_inner();
    assert_eq!(registered.user.expect("the user").name, "users/zoe");
    drop(access);
    let (code, said) = server.running.ends();
    assert_eq!(code, Some(0), "{said:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_takes_too_long_is_cut_off_when_the_time_to_drain_is_over() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &SCOPES);
    let mut server = site.serve_with(key, &["--drain-seconds", "0"]);
    let channel = server.connect().await;
    let mut users = UserServiceClient::new(channel.clone());
    let unknown = v1::GetUserRequest {
        name: "users/zoe".into(),
    };
    users
        .get_user(server.request(unknown.clone()))
        .await
        .expect_err("nobody is there");
    let lock = locked(&site).await;
    let request = server.request(registration("ann"));
    let call =
        tokio::spawn(async move { UserServiceClient::new(channel).register_user(request).await });
    for _ in 0..3 {
        users
            .get_user(server.request(unknown.clone()))
            .await
            .expect_err("nobody is there");
    }
    server.running.gets("TERM");
    server
        .running
        .says("cut off when the time to drain was over");
    lock.close().await.expect("unlocked");
    assert!(call.await.expect("it ends").is_err());
    let (code, said) = server.running.ends();
    assert_eq!(code, Some(0), "{said:#?}");
}

#[tokio::test]
async fn what_is_logged_holds_no_key_and_no_email() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &SCOPES);
    let server = site.serve_with(key, &["--log", "debug"]);
    let mut users = UserServiceClient::new(server.connect().await);
    users
        .register_user(server.request(registration("ann")))
        .await
        .expect("registered");
    let mut products = ProductServiceClient::new(server.connect().await);
    products
        .create_product(server.request(drive("d")))
        .await
        .expect_err("there is no type");
    drop((users, products));
    let secret = server.key.rsplit('_').next().expect("a secret").to_owned();
    server.running.gets("TERM");
    let (_, said) = server.running.ends();
    for word in [secret.as_str(), "ann@example.com"] {
        let told = said.iter().find(|line| line.contains(word));
        assert_eq!(told, None);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn terminate_ends_a_watch_at_once_and_does_not_wait_for_it() {
    let site = Site::migrated();
    let key = site.makes_key("cache", &["watch"]);
    let server = site.serve_with(key, &["--drain-seconds", "60"]);
    let mut access = AccessServiceClient::new(server.connect().await);
    let people = v1::WatchChangesRequest {
        parent: "people".into(),
        ..Default::default()
    };
    let opened = access.watch_changes(server.request(people)).await;
    let mut answers = opened.expect("open").into_inner();
    answers.message().await.expect("a heartbeat");
    server.running.gets("TERM");
    let told = Instant::now();
    let end = answers.message().await.expect_err("the server stops");
    assert_eq!(end.code(), tonic::Code::Unavailable, "{end:?}");
    drop((access, answers));
    let (code, said) = server.running.ends();
    assert_eq!(code, Some(0), "{said:#?}");
    assert!(told.elapsed() < Duration::from_secs(30));
}
