//! What does each question of a stream come to, also where the server says nothing?

use std::time::Duration;

use futures_util::future::join_all;
use grantor::client::{Answer, CheckStream, Client, Error};
use tokio::net::TcpListener;
use tonic::Code;

use crate::harness::*;

const ACME: &str = "organizations/acme";
/// As many as may be under way.
const WINDOW: usize = 256;

async fn acme() -> (World, Client) {
    let (world, _) = World::acme().await;
    let client = Client::new(format!("http://{}", world.address), &world.key).expect("a client");
    (world, client)
}

/// A stream to a server that takes everything and says nothing. Kept, it keeps the port.
async fn silent() -> (TcpListener, CheckStream) {
    let silent = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = silent.local_addr().expect("its address");
    let client = Client::new(format!("http://{address}"), "grk_x").expect("a client");
    let client = client.with_timeout(Duration::from_millis(50));
    (silent, client.expect("longer than 0").stream_checks())
}

async fn ask(stream: &CheckStream) -> Result<Answer, Error> {
    stream.ask("users/ann", "manage_users", ACME).await
}

fn code(result: Result<Answer, Error>) -> Code {
    result.expect_err("an error").code()
}

#[tokio::test]
async fn each_question_has_its_own_answer_or_error_and_a_token() {
    let (_world, client) = acme().await;
    let stream = client.stream_checks();
    let asked = ["manage_users", "fly", "manage_users"];
    let asked = asked.map(|right| stream.ask("users/ann", right, ACME));
    let [first, wrong, last] = <[_; 3]>::try_from(join_all(asked).await).expect("three");
    let (first, last) = (first.expect("an answer"), last.expect("an answer"));
    assert!(first.allowed && last.allowed);
    assert!(!first.token.is_empty());
    assert_eq!(first.token, last.token);
    assert_eq!(wrong.expect_err("no such right").reason(), "RIGHT_UNKNOWN");
    let alone = client.check("users/ann", "manage_users", ACME).await;
    assert_eq!(alone.expect("an answer").path, last.path);
    let fresh = stream.at_least_as_fresh([first.token]);
    assert!(ask(&fresh).await.expect("an answer").allowed);
    let wrong = stream.at_least_as_fresh(["nonsense"]);
    assert_eq!(code(ask(&wrong).await), Code::InvalidArgument);
    assert!(stream.error().is_none());
}

#[tokio::test]
async fn whoever_asks_more_than_the_window_does_not_hang() {
    let (_world, client) = acme().await;
    let stream = client.stream_checks();
    let answers = join_all((0..4 * WINDOW).map(|_| ask(&stream))).await;
    assert_eq!(answers.len(), 4 * WINDOW);
    assert!(
        answers
            .into_iter()
            .all(|one| one.expect("an answer").allowed)
    );
}

#[tokio::test]
async fn a_question_that_is_dropped_holds_up_nobody() {
    let (_world, client) = acme().await;
    let stream = client.stream_checks();
    for _ in 0..2 * WINDOW {
        let given_up = tokio::time::timeout(Duration::ZERO, ask(&stream)).await;
        drop(given_up);
    }
    assert!(ask(&stream).await.expect("an answer").allowed);
}

#[tokio::test]
async fn a_server_that_says_nothing_holds_up_nobody_for_ever() {
    let (_port, stream) = silent().await;
    for late in join_all((0..=WINDOW).map(|_| ask(&stream))).await {
        assert_eq!(code(late), Code::DeadlineExceeded);
    }
    assert!(stream.error().is_none());
}

#[tokio::test]
async fn closing_ends_what_is_not_answered_and_what_is_asked_later() {
    let (_port, stream) = silent().await;
    let closing = stream.clone();
    let (asked, ()) = tokio::join!(ask(&stream), async { closing.close() });
    let error = asked.expect_err("closed");
    assert_eq!(error.code(), Code::Cancelled);
    assert_eq!(error.request_id().len(), 36);
    assert_eq!(ask(&stream).await.expect_err("closed"), error);
    assert_eq!(stream.error(), Some(error));
}

#[tokio::test]
async fn a_stream_that_is_refused_says_so_to_each() {
    let world = World::new().await;
    let client = Client::new(format!("http://{}", world.address), "grk_wrong").expect("a client");
    let stream = client.stream_checks();
    for refused in join_all((0..3).map(|_| ask(&stream))).await {
        assert_eq!(
            refused.expect_err("no such key").reason(),
            "CREDENTIALS_INVALID"
        );
    }
}
