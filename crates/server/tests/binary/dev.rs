//! `grantor dev`: one command after the clone.

use std::fs;
use std::time::{Duration, Instant};

use grantor::v1;
use tonic::Code;
use v1::product_service_client::ProductServiceClient;

use crate::process::{ended, grantor, run};
use crate::site::{Server, Site, drive};

const ALICE_MANAGES: [&str; 3] = ["alice", "manage", "organizations/acme/products/drive-1"];

/// A running `dev`, and its directory, which goes when it is dropped.
fn demo() -> (Server, Site) {
    let site = Site::empty();
    (site.dev(&[]), site)
}

impl Server {
    /// Told to stop, it ends with exit code 0 and says where the data stays.
    fn stops(self) {
        self.running.gets("INT");
        let (code, said) = self.running.ends();
        assert_eq!(code, Some(0), "{said:#?}");
        assert!(
            said.iter()
                .any(|line| line.starts_with("Stopped. The data stays in ")),
            "{said:#?}"
        );
    }
}

#[test]
fn the_printed_command_answers_that_alice_may() {
    let (mut server, _site) = demo();
    // "cargo run -q -- check" or "grantor check", as it was started.
    let line = server.running.says(" check --address ");
    let at = line.find("check ").expect("the command");
    let answer = run(&line[at..].split_whitespace().collect::<Vec<_>>()).with(0);
    let expected =
        "ALLOWED: users/alice may manage organizations/acme/products/drive-1 (ALLOWED_BY_GRANT)\n";
    assert_eq!(answer, expected);
}

#[test]
fn the_printed_grpcurl_command_asks_the_same() {
    let (mut server, _site) = demo();
    let line = server.running.says("-d '");
    let question = line.split('\'').nth(3).expect("the message");
    assert_eq!(
        question,
        r#"{"subject": "users/alice", "resource": "organizations/acme/products/drive-1", "right": "manage"}"#
    );
    assert!(
        line.contains(&format!("-H 'authorization: Bearer {}'", server.key)),
        "{line}"
    );
    assert!(
        line.ends_with(&format!(
            "{} grantor.v1.AccessService/CheckAccess",
            server.address
        )),
        "{line}"
    );
}

#[test]
fn a_denied_question_exits_with_one() {
    let (server, _site) = demo();
    let answer = server
        .asks("alice", "statistics", "organizations/acme/products/drive-1")
        .with(1);
    let expected = "DENIED: users/alice may not statistics organizations/acme/products/drive-1 (NOT_GRANTED)\n";
    assert_eq!(answer, expected);
}

#[test]
fn a_wrong_key_exits_with_two_and_the_servers_advice() {
    let (server, _site) = demo();
    let wrong = Server {
        key: "grk_wrong_key".into(),
        ..server
    };
    let [user, right, resource] = ALICE_MANAGES;
    wrong
        .asks(user, right, resource)
        .refuses(&["unknown, expired or revoked", "authorization: Bearer grk_"]);
}

#[test]
fn an_unknown_right_exits_with_two_and_lists_those_there_are() {
    let (server, _site) = demo();
    let asked = server.asks("alice", "fly", "organizations/acme/products/drive-1");
    asked.refuses(&["fly", "create-document", "manage"]);
}

#[test]
fn where_nothing_answers_check_says_so() {
    let at = "http://127.0.0.1:1";
    let asked = run(&[
        "check",
        "--address",
        at,
        "--key",
        "grk_a_b",
        "users/alice",
        "use",
        "organizations/acme",
    ]);
    asked.refuses(&[at, "is Grantor running there"]);
}

#[test]
fn check_takes_address_and_key_from_the_environment() {
    let (server, _site) = demo();
    let mut command = grantor(&["check", "users/ann", "manage_users", "organizations/acme"]);
    command
        .env("GRANTOR_ADDRESS", format!("http://{}", server.address))
        .env("GRANTOR_KEY", &server.key);
    assert!(
        ended(&mut command)
            .with(0)
            .starts_with("ALLOWED: users/ann may manage_users")
    );
}

#[test]
fn ctrl_c_stops_cleanly() {
    let site = Site::empty();
    site.dev(&[]).stops();
}

#[tokio::test]
async fn a_second_start_keeps_data_and_key() {
    let site = Site::empty();
    let first = site.dev(&[]);
    let mut client = ProductServiceClient::new(first.connect().await);
    client
        .create_product(first.request(drive("kept")))
        .await
        .expect("created");
    drop(client);
    let (key, before) = (first.key.clone(), first.products().await);
    first.stops();
    let second = site.dev(&[]);
    assert_eq!(second.key, key);
    assert_eq!(second.products().await, before);
    assert!(before.contains(&"kept".to_owned()));
}

#[tokio::test]
async fn fresh_starts_over_and_leaves_what_is_not_its_own() {
    let site = Site::empty();
    let first = site.dev(&[]);
    let mut client = ProductServiceClient::new(first.connect().await);
    client
        .create_product(first.request(drive("gone")))
        .await
        .expect("created");
    drop(client);
    let key = first.key.clone();
    first.stops();
    fs::write(site.path("diary.txt"), "mine").expect("written");
    fs::create_dir(site.path("photos")).expect("made");
    fs::write(site.path("photos/cat.png"), "mine too").expect("written");
    let second = site.dev(&["--fresh"]);
    assert_ne!(second.key, key);
    assert!(!second.products().await.contains(&"gone".to_owned()));
    assert_eq!(
        fs::read_to_string(site.path("diary.txt")).expect("kept"),
        "mine"
    );
    assert_eq!(
        fs::read_to_string(site.path("photos/cat.png")).expect("kept"),
        "mine too"
    );
    let old = Server { key, ..second };
    let message = v1::ListProductsRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    };
    let mut client = ProductServiceClient::new(old.connect().await);
    let refused = client
        .list_products(old.request(message))
        .await
        .expect_err("the old key is gone");
    assert_eq!(refused.code(), Code::Unauthenticated);
}

#[tokio::test]
async fn a_start_on_a_taken_port_says_so_and_takes_nothing_away() {
    let site = Site::empty();
    let first = site.dev(&[]);
    let before = first.products().await;
    let (_, port) = first.address.rsplit_once(':').expect("a port");
    let mut second = grantor(&["dev", "--fresh", "--port", port]);
    second.arg("--directory").arg(site.path(""));
    ended(&mut second).refuses(&[
        "cannot listen on 127.0.0.1:",
        "Another one running?",
        "--port 0",
    ]);
    assert!(site.path("grantor.db").exists());
    assert_eq!(first.products().await, before);
    first.stops();
    assert_eq!(site.dev(&[]).products().await, before);
}

#[tokio::test]
async fn a_second_one_in_the_same_directory_is_refused_and_takes_nothing_away() {
    let (first, site) = demo();
    let before = first.products().await;
    let mut second = grantor(&["dev", "--fresh", "--port", "0"]);
    second.arg("--directory").arg(site.path(""));
    ended(&mut second).refuses(&["another grantor dev works in", "--directory"]);
    assert_eq!(first.products().await, before);
    assert!(site.path("grantor.db").exists());
}

#[test]
fn a_first_start_that_was_cut_short_says_how_to_go_on() {
    let site = Site::empty();
    site.dev(&[]).stops();
    fs::remove_file(site.path("dev-key")).expect("removed");
    let mut again = grantor(&["dev", "--port", "0"]);
    again.arg("--directory").arg(site.path(""));
    ended(&mut again).refuses(&["dev-key", "--fresh"]);
}

#[test]
fn the_open_invitation_of_the_demo_is_mailed_as_a_file() {
    let (server, site) = demo();
    let begun = Instant::now();
    let frank = loop {
        // The directory comes with the first mail.
        let mails = fs::read_dir(site.path("mail")).into_iter().flatten();
        let mut texts =
            mails.map(|mail| fs::read_to_string(mail.expect("a file").path()).expect("text"));
        if let Some(frank) = texts.find(|text| text.contains("To: frank@example.com\r\n")) {
            break frank;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "no mail came");
        std::thread::yield_now();
    };
    assert!(
        frank.contains(&format!("http://{}/invitation#acme.", server.address)),
        "{frank}"
    );
}
