//! Questions on a stream: each is answered as if it had come alone, and the stream ends for whoever may ask no more.

use std::num::NonZeroU32;
use std::time::{Duration, Instant};

use app::CallerLimits;
use futures_util::stream;
use grantor::v1;
use prost::Message;
use tonic::transport::Endpoint;
use tonic::{Code, Request};

use super::both_ways::{Caller, PREFIX, framed};
use super::stage::{DRIVE, Stage};
use crate::harness::*;

const STOPPING: Why = (Code::Unavailable, "STORE_UNAVAILABLE");
const CREDENTIALS_INVALID: Why = (Code::Unauthenticated, "CREDENTIALS_INVALID");

/// How often it is looked at who asks.
const AGAIN: Duration = Duration::from_secs(5);

/// Who may, who may not, and what can't be asked.
fn questions() -> Vec<v1::StreamCheckAccessRequest> {
    vec![
        streamed("bob", "use", DRIVE),
        streamed("bob", "manage", DRIVE),
        streamed("bob", "use", "organizations/nowhere/products/drive"),
        streamed("bob", "juggle", DRIVE),
        streamed("", "use", "somewhere"),
        streamed("ann", "manage_users", "organizations/acme"),
        streamed("nobody", "use", DRIVE),
        streamed("eve", "manage_users", "organizations/globex"),
    ]
}

#[tokio::test]
async fn each_question_is_answered_in_its_place_as_in_a_batch() {
    let stage = Stage::new().await;
    let asker = stage.world.service("asker", &["access.ask"]).await;
    let asked = |question: v1::StreamCheckAccessRequest| v1::AccessQuestion {
        subject: question.subject,
        resource: question.resource,
        right: question.right,
    };
    let request = v1::BatchCheckAccessRequest {
        questions: questions().into_iter().map(asked).collect(),
        consistency: None,
        ..Default::default()
    };
    let batch = asker.access().batch_check_access(request).await;
    let batch = batch.expect("answered").into_inner();
    let answers = asker.asks_on_a_stream(questions()).await.expect("answered");
    let places: Vec<_> = answers.iter().map(|answer| answer.index).collect();
    assert_eq!(places, (0..8).collect::<Vec<_>>());
    let results = answers.iter().map(|answer| answer.result.clone());
    assert_eq!(results.collect::<Option<Vec<_>>>(), Some(batch.results));
    for answer in &answers {
        let is_answered = said(answer).is_ok();
        assert_eq!(answer.evaluate_time.is_some(), is_answered, "{answer:?}");
    }
    let said: Vec<_> = answers.iter().map(said).collect();
    assert_eq!(
        said[..2],
        [Ok(v1::Decision::Allowed), Ok(v1::Decision::Denied)]
    );
    assert_eq!(said[2], Err(v1::ErrorReason::NotFound));
    assert_eq!(said[3], Err(v1::ErrorReason::RightUnknown));
    assert_eq!(said[4], Err(v1::ErrorReason::FieldInvalid));
}

#[tokio::test]
async fn who_may_ask_about_themselves_alone_does_so_on_a_stream_too() {
    let stage = Stage::new().await;
    let bob = stage.world.acting("bob");
    let asked = vec![
        streamed("ann", "manage", DRIVE),
        streamed("bob", "use", DRIVE),
        streamed("ann", "manage", DRIVE),
    ];
    let answers = bob.asks_on_a_stream(asked).await.expect("answered");
    let said: Vec<_> = answers.iter().map(said).collect();
    let missing = Err(v1::ErrorReason::RightMissing);
    assert_eq!(said, [missing, Ok(v1::Decision::Allowed), missing]);
}

#[tokio::test]
async fn a_token_comes_when_there_is_another_one() {
    let stage = Stage::new().await;
    let asker = stage.world.service("asker", &["access.ask"]).await;
    let mut asking = asker.opens_a_stream().await.expect("open");
    let question = || streamed("bob", "use", DRIVE);
    let first = asking.asks(question()).await.expect("answered");
    assert_ne!(first.consistency_token, "");
    let second = asking.asks(question()).await.expect("answered");
    assert_eq!(second.consistency_token, "");
    stage.ann.creates_team("acme", "news").await.expect("made");
    let fresh = |consistency| v1::StreamCheckAccessRequest {
        consistency,
        ..question()
    };
    let third = asking.asks(fresh(fully())).await.expect("answered");
    assert_ne!(third.consistency_token, "");
    assert_ne!(third.consistency_token, first.consistency_token);
    let news = at_least(&third.consistency_token);
    let fourth = asking.asks(fresh(news)).await.expect("answered");
    assert_eq!((fourth.index, fourth.consistency_token.as_str()), (3, ""));
    asking.ends().await;
}

#[tokio::test]
async fn a_question_sees_what_was_written_elsewhere_as_freshly_as_it_asks() {
    let stage = Stage::new().await;
    let other = stage.world.another().await;
    let asker = stage.world.service("asker", &["access.ask"]).await;
    let mut asking = other.hears(&asker).opens_a_stream().await.expect("open");
    let question = |consistency| v1::StreamCheckAccessRequest {
        consistency,
        ..streamed("bob", "use", DRIVE)
    };
    let before = asking.asks(question(None)).await.expect("answered");
    assert_eq!(said(&before), Ok(v1::Decision::Allowed));
    stage
        .ann
        .deactivates_member("acme", "bob")
        .await
        .expect("shut out");
    let after = asking.asks(question(fully())).await.expect("answered");
    assert_eq!(said(&after), Ok(v1::Decision::Denied));
}

#[tokio::test]
async fn a_revoked_key_ends_its_streams_also_while_nothing_is_asked() {
    let stage = Stage::new().await;
    let asker = stage.world.service("asker", &["access.ask"]).await;
    let mut asking = asker.opens_a_stream().await.expect("open");
    asking
        .asks(streamed("bob", "use", DRIVE))
        .await
        .expect("answered");
    let list = v1::ListKeysRequest {
        parent: "serviceAccounts/asker".into(),
        consistency: fully(),
        ..Default::default()
    };
    let mut accounts = stage.world.operator().service_accounts();
    let keys = accounts.list_keys(list).await.expect("its keys");
    let name = keys.into_inner().keys[0].name.clone();
    let revoke = v1::RevokeKeyRequest {
        name,
        ..Default::default()
    };
    accounts.revoke_key(revoke).await.expect("revoked");
    stage.world.passes(AGAIN);
    refused::<()>(Err(asking.fails().await), CREDENTIALS_INVALID);
}

#[tokio::test]
async fn whoever_is_stopped_everywhere_asks_no_more() {
    let stage = Stage::new().await;
    let asking = stage
        .world
        .acting("bob")
        .opens_a_stream()
        .await
        .expect("open");
    let operator = stage.world.operator();
    operator.deactivates_user("bob").await.expect("stopped");
    stage.world.passes(AGAIN);
    refused::<()>(Err(asking.fails().await), why::ACTING_USER_INACTIVE);
}

#[tokio::test]
async fn a_server_that_stops_ends_streams_and_opens_no_more() {
    let stage = Stage::new().await;
    let other = stage.world.another().await;
    let ann = other.hears(&stage.ann);
    let asking = ann.opens_a_stream().await.expect("open");
    other.app.end_watches();
    let no = refused::<()>(Err(asking.fails().await), STOPPING);
    assert!(no.retries, "{no:?}");
    refused(ann.opens_a_stream().await.map(drop), STOPPING);
}

#[tokio::test]
async fn the_callers_own_deadline_ends_a_stream() {
    let stage = Stage::new().await;
    let mut request = Request::new(stream::pending());
    request.set_timeout(Duration::from_secs(1));
    let opened = stage.ann.access().stream_check_access(request).await;
    let mut answers = opened.expect("open").into_inner();
    let end = answers.message().await.expect_err("it ends");
    assert_eq!(Refused::from(end).code, Code::DeadlineExceeded);
}

/// The answers to 50 questions at a door with these limits, and how many of them were refused by a limit.
async fn at_a_door(limits: CallerLimits) -> usize {
    let stage = Stage::new().await;
    let door = stage.world.limits(limits).await;
    let asked = vec![streamed("bob", "use", DRIVE); 50];
    let answers = door.hears(&stage.ann).asks_on_a_stream(asked).await;
    let answers = answers.expect("answered");
    assert_eq!(answers.len(), 50);
    let said: Vec<_> = answers.iter().map(said).collect();
    assert_eq!(said[0], Ok(v1::Decision::Allowed));
    let refused = said
        .iter()
        .filter(|said| **said == Err(v1::ErrorReason::RateLimit));
    refused.count()
}

#[tokio::test]
async fn each_question_counts_against_the_limits_of_its_key_and_its_organization() {
    let ten = NonZeroU32::new(10).expect("some");
    let by_key = CallerLimits {
        key_rate: ten,
        ..CallerLimits::default()
    };
    // The stream is a call itself, and the buckets fill up again meanwhile.
    let refused = at_a_door(by_key).await;
    assert!((20..=41).contains(&refused), "{refused}");
    let by_organization = CallerLimits {
        organization_rate: ten,
        ..CallerLimits::default()
    };
    let refused = at_a_door(by_organization).await;
    assert!((20..=40).contains(&refused), "{refused}");
}

#[tokio::test]
async fn what_cannot_be_read_counts_against_the_limits_too() {
    let stage = Stage::new().await;
    let limits = CallerLimits {
        key_rate: NonZeroU32::new(10).expect("some"),
        ..CallerLimits::default()
    };
    let door = stage.world.limits(limits).await;
    let asked = vec![streamed("", "", "nothing"); 50];
    let answers = door.hears(&stage.ann).asks_on_a_stream(asked).await;
    let answers = answers.expect("answered");
    let limited: Vec<_> = answers
        .iter()
        .filter(|answer| said(answer) == Err(v1::ErrorReason::RateLimit))
        .collect();
    assert!((20..=41).contains(&limited.len()), "{}", limited.len());
    for answer in limited {
        let Some(v1::access_result::Result::Error(error)) =
            answer.result.clone().and_then(|result| result.result)
        else {
            panic!("{answer:?}");
        };
        assert!(error.retry_delay.is_some(), "{error:?}");
    }
}

#[tokio::test]
async fn nothing_within_a_broken_message_is_taken_for_a_question() {
    let stage = Stage::new().await;
    // Too large, and it begins with what looks like a question about somebody else.
    let alike = framed(&streamed("ann", "manage_users", "organizations/acme").encode_to_vec());
    let mut large = alike.repeat(3);
    large.resize((1 << 20) + 1, 0);
    let good = framed(&streamed("bob", "use", DRIVE).encode_to_vec());
    let sent = [good.clone(), framed(&large), good].concat();
    let caller = Caller::new(&stage.ann, &stage.world.address);
    let caller = caller.with("content-type", "application/grpc");
    let heard = caller.sends("StreamCheckAccess", vec![sent.into()]).await;
    assert_eq!(heard.code(), "11", "{heard:?}");
    let answer = v1::StreamCheckAccessResponse::decode(&heard.data[PREFIX..]);
    let answer = answer.expect("one answer, and nothing behind it");
    assert_eq!(
        (answer.index, said(&answer)),
        (0, Ok(v1::Decision::Allowed))
    );
}

#[tokio::test]
async fn whoever_reads_no_answers_is_asked_no_further_and_others_are_answered() {
    let stage = Stage::new().await;
    let endpoint = Endpoint::from_shared(format!("http://{}", stage.world.address));
    let endpoint = endpoint
        .expect("an address")
        .initial_stream_window_size(512);
    let channel = endpoint.connect().await.expect("it answers");
    let (taken, counted) = tokio::sync::watch::channel(0_usize);
    let asked = stream::unfold(taken, async |taken| {
        taken.send_modify(|count| *count += 1);
        Some((streamed("bob", "use", DRIVE), taken))
    });
    let greedy = stage.ann.over(&channel);
    let opened = greedy.access().stream_check_access(asked).await;
    let _unread = opened.expect("open").into_inner();
    // Until nothing more is taken from the questions, which never end.
    let begun = Instant::now();
    let mut news = counted.clone();
    while tokio::time::timeout(Duration::from_secs(1), news.changed())
        .await
        .is_ok()
    {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "it goes on and on"
        );
    }
    let taken = *counted.borrow();
    assert!(taken < 100_000, "{taken} questions were taken");
    assert!(stage.world.acting("bob").may("use", DRIVE).await);
}
