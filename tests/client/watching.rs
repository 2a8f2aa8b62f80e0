//! When is a watch open, and what does one come to that never is?

use std::time::Duration;

use grantor::client::{Client, Error, Watch};
use grantor::v1;
use tokio::net::TcpListener;
use tonic::Code;

use crate::harness::*;

const ACME: &str = "organizations/acme";

fn client(address: impl std::fmt::Display, key: &str) -> Client {
    Client::new(format!("http://{address}"), key).expect("a client")
}

async fn fails(client: &Client) -> Error {
    match client.watch(ACME).open().await {
        Err(error) => error,
        Ok(_) => panic!("it is open"),
    }
}

#[tokio::test]
async fn what_is_done_once_a_watch_is_open_is_not_missed() {
    let (world, _) = World::acme().await;
    let client = client(world.address, &world.key);
    let mut events = client.watch(ACME).open().await.expect("open");
    let request = v1::CreateTeamRequest {
        parent: ACME.to_owned(),
        team_id: "night".to_owned(),
        team: Some(v1::Team {
            display_name: "Night".to_owned(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let ann = client.acting_for("users/ann").expect("a name");
    ann.teams().create_team(request).await.expect("a team");
    let event = events.next().await.expect("no end").expect("an event");
    assert_eq!(event.change.method, "TeamService.CreateTeam");
}

#[tokio::test]
async fn a_watch_that_nobody_answers_fails_as_a_call_does() {
    let client = client("127.0.0.1:1", "grk_x");
    let error = fails(&client).await;
    assert_eq!(error.code(), Code::Unavailable);
    let begins = "no answer from http://127.0.0.1:1: ";
    assert!(error.message().starts_with(begins), "{error}");
    let mut events = client.watch(ACME).events();
    let last = events.next().await.expect("an error");
    assert_eq!(last.expect_err("nobody").code(), Code::Unavailable);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_watch_of_a_silent_server_fails_after_the_timeout_of_each_attempt() {
    let silent = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = silent.local_addr().expect("its address");
    let client = client(address, "grk_x")
        .with_timeout(Duration::from_millis(20))
        .expect("longer than 0");
    let error = fails(&client).await;
    assert_eq!(error.code(), Code::Unavailable);
    assert_eq!(
        error.message(),
        format!("no answer from http://{address}: silent for 0.02 s")
    );
    assert_eq!(error.request_id().len(), 36);
}

#[tokio::test]
async fn what_no_server_takes_is_refused_before_a_call() {
    let nobody = client("127.0.0.1:1", "grk_x");
    let refused = async |watch: Watch| watch.open().await.err().map(|error| error.code());
    for seconds in [0.0, 0.9, 60.1] {
        let watch = nobody
            .watch(ACME)
            .heartbeat(Duration::from_secs_f64(seconds));
        assert_eq!(
            refused(watch).await,
            Some(Code::InvalidArgument),
            "{seconds} s"
        );
    }
    let lost = nobody.watch(ACME).position("");
    assert_eq!(refused(lost).await, Some(Code::InvalidArgument));
}

#[tokio::test]
async fn a_watch_that_is_refused_says_so_when_it_is_opened() {
    let world = World::new().await;
    let error = fails(&client(world.address, "grk_wrong")).await;
    assert_eq!(error.reason(), "CREDENTIALS_INVALID");
}
