//! What stands in a call of the client, and what comes back.

use grantor::client::{Client, Error};
use grantor::v1;
use tonic::Code;

use crate::harness::*;

const ACME: &str = "organizations/acme";

/// With an organization of ann's, and a client with the key of every scope.
async fn acme() -> (World, Client) {
    let (world, _) = World::acme().await;
    let address = format!("http://{}", world.address);
    let client = Client::new(address, &world.key).expect("a client");
    (world, client)
}

async fn creates_team(client: &Client, id: &str, request_id: &str) -> Result<(), Error> {
    let request = v1::CreateTeamRequest {
        parent: ACME.to_owned(),
        team_id: id.to_owned(),
        team: Some(v1::Team {
            display_name: "T".to_owned(),
            ..Default::default()
        }),
        request_id: request_id.to_owned(),
        ..Default::default()
    };
    let ann = client.acting_for("users/ann").expect("a name");
    ann.teams().create_team(request).await?;
    Ok(())
}

/// The request ids in acme's log, by the team that was made.
async fn request_id(client: &Client, team: &str) -> String {
    let name = format!("{ACME}/teams/{team}");
    let mut changes = client.pages(v1::ListChangesRequest {
        parent: ACME.to_owned(),
        page_size: 1,
        ..Default::default()
    });
    while let Some(change) = changes.next().await {
        let change = change.expect("a change");
        if change
            .resource_changes
            .iter()
            .any(|one| one.resource == name)
        {
            return change.request_id;
        }
    }
    panic!("no change made {name}");
}

#[tokio::test]
async fn a_change_without_a_request_id_gets_one_and_keeps_its_own() {
    let (_world, client) = acme().await;
    for id in ["a", "b"] {
        creates_team(&client, id, "").await.expect("created");
    }
    creates_team(&client, "c", "mine").await.expect("created");
    let (a, b) = (
        request_id(&client, "a").await,
        request_id(&client, "b").await,
    );
    assert_eq!(a.len(), 36, "{a}");
    assert_eq!(a.as_bytes()[14], b'4', "{a} is no random UUID");
    assert_ne!(a, b);
    assert_eq!(request_id(&client, "c").await, "mine");
}

#[tokio::test]
async fn an_error_has_all_that_the_server_said() {
    let (_world, client) = acme().await;
    let error = client
        .check("users/ann", "fly", ACME)
        .await
        .expect_err("no such right");
    assert_eq!(error.code(), Code::InvalidArgument);
    assert_eq!(error.reason(), "RIGHT_UNKNOWN");
    assert!(error.message().contains("manage_users"), "{error}");
    assert_eq!(error.request_id().len(), 36, "{error}");
    let error = creates_team(&client, "No Id", "")
        .await
        .expect_err("no such id");
    assert_eq!(error.reason(), "FIELD_INVALID");
    assert_eq!(error.violations()[0].field, "team_id");
}

#[tokio::test]
async fn questions_are_answered_in_their_order_each_with_its_own_error() {
    let (_world, client) = acme().await;
    let question = |subject: &str, right: &str| v1::AccessQuestion {
        subject: subject.to_owned(),
        resource: ACME.to_owned(),
        right: right.to_owned(),
    };
    let mut questions = vec![question("users/nobody", "manage_users"); 1000];
    questions.push(question("users/ann", "manage_users"));
    questions.push(question("users/ann", "fly"));
    let answers = client
        .check_many(questions)
        .await
        .expect("answered")
        .results;
    assert_eq!(answers.len(), 1002);
    let allowed = |answer: &Result<_, Error>| {
        answer
            .as_ref()
            .map(|one: &grantor::client::Answer| one.allowed)
            .ok()
    };
    assert!(
        answers[..1000]
            .iter()
            .all(|one| allowed(one) == Some(false))
    );
    assert_eq!(allowed(&answers[1000]), Some(true));
    let error = answers[1001].as_ref().expect_err("no such right");
    assert_eq!(
        (error.code(), error.reason()),
        (Code::InvalidArgument, "RIGHT_UNKNOWN")
    );
}

#[tokio::test]
async fn what_was_read_can_be_asked_for_again() {
    let (_world, client) = acme().await;
    let seen = client
        .check("users/ann", "manage_users", ACME)
        .await
        .expect("answered");
    assert!(seen.allowed);
    assert_eq!(seen.reason, Ok(v1::AccessReason::AllowedByRole));
    let fresh = client.at_least_as_fresh([seen.token]);
    let why = fresh
        .explain("users/ann", "manage_users", ACME)
        .await
        .expect("explained");
    assert!(why.allowed && !why.sentence.is_empty());
    let wrong = client.at_least_as_fresh(["no token"]);
    let error = wrong
        .check("users/ann", "manage_users", ACME)
        .await
        .expect_err("refused");
    assert_eq!(error.reason(), "CONSISTENCY_TOKEN_INVALID");
}

#[tokio::test]
async fn where_nothing_answers_a_call_is_unavailable_and_says_so() {
    let client = Client::new("http://127.0.0.1:1", "grk_x").expect("a client");
    let error = client
        .check("users/ann", "manage_users", ACME)
        .await
        .expect_err("nobody");
    assert_eq!(error.code(), Code::Unavailable);
    assert!(
        error
            .message()
            .starts_with("no answer from http://127.0.0.1:1: "),
        "{error}"
    );
    assert_eq!(error.request_id().len(), 36);
}

#[tokio::test]
async fn a_call_whose_time_is_up_says_how_long_it_waited() {
    let (_world, client) = acme().await;
    let error = client
        .with_timeout(std::time::Duration::from_nanos(1))
        .expect("longer than 0")
        .check("users/ann", "manage_users", ACME)
        .await
        .expect_err("too late");
    assert_eq!(error.code(), Code::DeadlineExceeded);
    let address = client.transport().address().to_owned();
    assert_eq!(
        error.message(),
        format!("no answer from {address} within 0.000000001 s")
    );
}

#[tokio::test]
async fn tls_to_a_server_that_speaks_none_is_told() {
    let (world, _client) = acme().await;
    let client = Client::new(format!("https://{}", world.address), "grk_x").expect("a client");
    let error = client
        .check("users/ann", "manage_users", ACME)
        .await
        .expect_err("no TLS");
    assert_eq!(error.code(), Code::Unavailable);
    let says = "(does the server speak TLS? if not, use http://)";
    assert!(error.message().ends_with(says), "{error}");
}

#[tokio::test]
async fn revision_0_is_not_asked_as_of_now() {
    let (_world, client) = acme().await;
    let then = client.at_revision(0);
    let drive = "organizations/acme/products/drive-1";
    let checked = then.check("users/ann", "use", drive).await.err();
    let explained = then.explain("users/ann", "use", drive).await.err();
    let many = then.check_many([v1::AccessQuestion::default()]).await.err();
    for error in [checked, explained, many] {
        let error = error.expect("refused");
        assert_eq!(error.code(), Code::InvalidArgument);
        assert!(error.message().starts_with("at_revision: "), "{error}");
    }
}
