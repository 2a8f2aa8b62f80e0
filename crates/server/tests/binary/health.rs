//! `grantor health`, and whoever else asks `grpc.health.v1`: what a probe learns.

use std::process::Command;
use std::time::{Duration, Instant};

use grantor::v1;
use tonic::metadata::MetadataMap;
use tonic::transport::Channel;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use v1::access_service_client::AccessServiceClient;

use crate::process::{Running, run};
use crate::site::{Server, Site};

/// How the server stands, as each of its answers about health says.
fn state(metadata: &MetadataMap) -> &str {
    let state = metadata.get("x-grantor-state").expect("a state");
    state.to_str().expect("text")
}

/// What is said of a service, or of the whole without a name.
pub(crate) async fn told(channel: &Channel, service: &str) -> (ServingStatus, String) {
    let request = HealthCheckRequest {
        service: service.to_owned(),
    };
    let asked = HealthClient::new(channel.clone()).check(request).await;
    let answer = asked.expect("health is answered");
    let state = state(answer.metadata()).to_owned();
    (answer.into_inner().status(), state)
}

impl Site {
    /// A key ring that is handed over only when it is written there.
    fn waits_for_its_keys(&self) -> Vec<u8> {
        let path = self.path("keys.json");
        let ring = std::fs::read(&path).expect("the ring");
        std::fs::remove_file(&path).expect("removed");
        let made = Command::new("mkfifo")
            .args(["-m", "600"])
            .arg(path)
            .status();
        assert!(made.expect("mkfifo runs").success());
        ring
    }
}

impl Server {
    fn health(&self) -> crate::process::Ended {
        run(&["health", "--address", &format!("http://{}", self.address)])
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b2_who_starts_says_so_and_answers_the_calls_that_waited() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &["access.ask"]);
    let ring = site.waits_for_its_keys();
    let serve = ["serve", "--listen", "127.0.0.1:0", "--log", "debug"];
    let running = Running::start(&mut site.command(&serve));
    let server = Server::saying("\"starting\"", running, key);
    let channel = server.connect().await;
    let mut health = HealthClient::new(channel.clone());
    let opened = health.watch(HealthCheckRequest::default()).await;
    let opened = opened.expect("watched");
    assert_eq!(state(opened.metadata()), "starting");
    let mut watched = opened.into_inner();
    let mut heard = async || {
        let message = watched.message().await.expect("told");
        message.expect("more").status()
    };
    assert_eq!(heard().await, ServingStatus::NotServing);
    let mut access = AccessServiceClient::new(channel.clone());
    let request = server.request(v1::CheckAccessRequest {
        subject: "users/ann".into(),
        resource: "organizations/acme".into(),
        right: "view".into(),
        ..Default::default()
    });
    let call = tokio::spawn(async move { access.check_access(request).await });
    for service in ["", "grantor.v1.AccessService", "grantor.v1.UserService"] {
        let starting = (ServingStatus::NotServing, "starting".to_owned());
        assert_eq!(told(&channel, service).await, starting, "{service}");
    }
    let said = server.health().with(1);
    assert_eq!(said, "NOT_SERVING: starting: the database is being read\n");
    assert!(!call.is_finished());
    std::fs::write(site.path("keys.json"), ring).expect("handed over");
    assert_eq!(heard().await, ServingStatus::Serving);
    let serving = (ServingStatus::Serving, "serving".to_owned());
    assert_eq!(told(&channel, "").await, serving);
    assert_eq!(server.health().with(0), "SERVING\n");
    let answered = call.await.expect("it ends");
    let answered = answered.expect_err("nobody is called ann");
    let names_it = answered.message().contains("organizations/acme");
    assert!(names_it, "{answered:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b2_who_drains_says_so_to_who_watches_and_waits_for_none_of_them() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &["access.ask"]);
    let server = site.serve_with(key, &["--drain-seconds", "60"]);
    let mut health = HealthClient::new(server.connect().await);
    let request = HealthCheckRequest {
        service: "grantor.v1.AccessService".into(),
    };
    let opened = health.watch(request).await.expect("watched");
    assert_eq!(state(opened.metadata()), "serving");
    let mut watched = opened.into_inner();
    let first = watched.message().await.expect("told").expect("a status");
    assert_eq!(first.status(), ServingStatus::Serving);
    server.running.gets("TERM");
    let signalled = Instant::now();
    let last = watched.message().await.expect("told").expect("a status");
    assert_eq!(last.status(), ServingStatus::NotServing);
    let end = watched.message().await.expect_err("it ends");
    assert_eq!(end.code(), tonic::Code::Unavailable, "{end:?}");
    assert_eq!(state(end.metadata()), "draining");
    drop((health, watched));
    let (code, said) = server.running.ends();
    assert_eq!(code, Some(0), "{said:#?}");
    assert!(signalled.elapsed() < Duration::from_secs(30));
}

#[tokio::test]
async fn of_a_service_that_is_none_it_says_how_the_server_stands() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let request = HealthCheckRequest {
        service: "nobody.Service".into(),
    };
    let asked = HealthClient::new(server.connect().await)
        .check(request)
        .await;
    let refused = asked.expect_err("nobody has this name");
    assert_eq!(refused.code(), tonic::Code::NotFound);
    assert_eq!(state(refused.metadata()), "serving");
}

#[test]
fn a_probe_needs_no_key_and_reads_the_exit_code() {
    let site = Site::empty();
    let server = site.dev(&[]);
    let address = format!("http://{}", server.address);
    let asked = |more: &[&str]| run(&[&["health", "--address", &address], more].concat());
    assert_eq!(asked(&[]).with(0), "SERVING\n");
    assert_eq!(
        asked(&["--service", "grantor.v1.AccessService"]).with(0),
        "SERVING\n"
    );
    asked(&["--service", "nobody.Service"]).refuses(&["NOT_FOUND"]);
}

#[test]
fn where_nobody_listens_there_is_no_answer() {
    run(&["health", "--address", "http://127.0.0.1:1"])
        .refuses(&["http://127.0.0.1:1", "is Grantor running there"]);
}

#[test]
fn who_says_nothing_is_waited_for_no_longer_than_was_said() {
    let silent = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", silent.local_addr().expect("its address"));
    run(&["health", "--address", &address, "--timeout", "1"]).refuses(&["no answer within 1 s"]);
}

/// A PostgreSQL that lets everybody in and says nothing.
fn silent_database() -> (std::net::TcpListener, String) {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    (listener, format!("postgres://grantor@{address}/grantor"))
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_b2_who_starts_keeps_few_waiting_and_stops_when_told() {
    let site = Site::migrated();
    let (_silent, url) = silent_database();
    let mut command = site.command(&["serve", "--listen", "127.0.0.1:0", "--log", "debug"]);
    let running = Running::start(command.env("GRANTOR_DATABASE_URL", url));
    let server = Server::saying("\"starting\"", running, "grk_none".to_owned());
    let mut asking = Vec::new();
    for _ in 0..3 {
        let channel = server.connect().await;
        for _ in 0..100 {
            let mut access = AccessServiceClient::new(channel.clone());
            let request = server.request(v1::CheckAccessRequest::default());
            asking.push(Box::pin(async move { access.check_access(request).await }));
        }
    }
    // Of 300 at once those beyond 256 hear so at once, the others after a while.
    let (refused, _, waiting) = futures_util::future::select_all(asking).await;
    let refused = refused.expect_err("nobody answers yet");
    assert_eq!(refused.code(), tonic::Code::Unavailable, "{refused:?}");
    assert!(refused.message().contains("starts"), "{refused:?}");
    let mut running = server.running;
    running.gets("TERM");
    running.says("stopped before it served");
    let (code, _) = running.ends();
    assert_eq!(code, Some(0));
    drop(waiting);
}
