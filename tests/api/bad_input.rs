//! What is wrong is refused, named by its path, and changes nothing: names, texts, masks, etags.

use prost_reflect::{DynamicMessage, Value};

use super::requests::{GOOD, Good};
use super::stage::Stage;
use super::wire::{self, Place};
use crate::harness::*;

/// Sends the request with another text at the place; what is not the expected refusal is put down.
async fn sends(
    stage: &Stage,
    good: &Good,
    message: &DynamicMessage,
    place: &Place,
    text: &str,
    want: Want,
) -> Option<String> {
    let changed = place.with(message, Value::String(text.to_owned()));
    let answer = stage.sender(good.sender).calls(good.rpc, &changed).await;
    let shown: String = text.chars().take(20).collect();
    let got = match answer {
        Err(refused) => refused,
        Ok(answer) => {
            return Some(format!(
                "{} {} = {shown:?}: {answer:?}",
                good.rpc, place.path
            ));
        }
    };
    let fits = match want {
        Want::Field => {
            (got.code, got.reason.as_str()) == why::FIELD_INVALID
                && got.fields == [place.path.as_str()]
        }
        Want::Only(why) => (got.code, got.reason.as_str()) == why,
    };
    (!fits).then(|| format!("{} {} = {shown:?}: {got:?}", good.rpc, place.path))
}

#[derive(Clone, Copy)]
enum Want {
    /// The field is named.
    Field,
    Only(Why),
}

/// The places of a request; those of questions that are answered one by one have errors of their own.
fn places(good: &Good, message: &DynamicMessage) -> Vec<Place> {
    if good.answers_each() {
        Vec::new()
    } else {
        wire::places(message)
    }
}

#[tokio::test]
async fn a_malformed_name_is_named_wherever_it_stands() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut wrong = Vec::new();
    for good in GOOD {
        let message = stage.message(good);
        for place in places(good, &message).into_iter().filter(Place::is_name) {
            for name in [
                "nonsense",
                "organizations/acme/",
                "organizations/ACME",
                "users/",
                "organizations/a b/members/x",
            ] {
                wrong.extend(sends(&stage, good, &message, &place, name, Want::Field).await);
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn a_deceiving_text_is_named_wherever_it_stands() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut wrong = Vec::new();
    let long = "x".repeat(5000);
    for good in GOOD {
        let message = stage.message(good);
        for place in places(good, &message).into_iter().filter(Place::is_text) {
            // A secret that is not good is like none; a right is looked for in the catalog.
            let want = match place.field.name() {
                "token" => Want::Only(why::NOT_FOUND),
                "right" => Want::Only((tonic::Code::InvalidArgument, "RIGHT_UNKNOWN")),
                _ => Want::Field,
            };
            for text in ["a\u{202e}b", "a\u{200b}b", "a\0b"] {
                wrong.extend(sends(&stage, good, &message, &place, text, want).await);
            }
            let want = if place.field.name() == "token" {
                want
            } else {
                Want::Field
            };
            wrong.extend(sends(&stage, good, &message, &place, &long, want).await);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn a_request_id_is_128_printable_characters_at_most() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        for id in ["a b", "a\nb", "\u{e9}", &"x".repeat(129)] {
            let mut message = stage.message(good);
            message.set_field_by_name("request_id", Value::String(id.into()));
            let answer = stage.sender(good.sender).calls(good.rpc, &message).await;
            assert_eq!(
                refused(answer, why::FIELD_INVALID).fields,
                ["request_id"],
                "{} {id:?}",
                good.rpc
            );
        }
    }
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn an_update_of_an_unknown_field_names_the_path() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let masked = GOOD.iter().filter(|good| {
        wire::method(good.rpc)
            .input()
            .get_field_by_name("update_mask")
            .is_some()
    });
    for good in masked {
        for path in ["name", "state", "nonsense", "create_time", "etag", ""] {
            let mut message = stage.message(good);
            let mask = wire::mask(&message, &[path]);
            message.set_field_by_name("update_mask", Value::Message(mask));
            let answer = stage.sender(good.sender).calls(good.rpc, &message).await;
            let wrong = refused(answer, why::FIELD_INVALID);
            assert_eq!(
                wrong.fields,
                ["update_mask.paths[0]"],
                "{} {path:?}",
                good.rpc
            );
        }
    }
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn a_change_with_a_stale_etag_is_aborted() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut compared = 0;
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        for message in with_stale_etag(good, &stage.message(good)) {
            let answer = stage.sender(good.sender).calls(good.rpc, &message).await;
            let refusal = answer.expect_err(good.rpc);
            assert_eq!(
                (refusal.code, refusal.reason.as_str()),
                why::ETAG_MISMATCH,
                "{} {}",
                good.rpc,
                refusal.message
            );
            compared += 1;
        }
    }
    assert!(compared > 25, "only {compared} were compared");
    assert_eq!(stage.revisions().await, before);
}

/// The request with an etag at its top, or in the resource that it updates.
fn with_stale_etag(good: &Good, message: &DynamicMessage) -> Vec<DynamicMessage> {
    let stale = || Value::String("stale".into());
    let mut found = Vec::new();
    if wire::method(good.rpc)
        .input()
        .get_field_by_name("etag")
        .is_some()
    {
        let mut message = message.clone();
        message.set_field_by_name("etag", stale());
        found.push(message);
    }
    let (_, method) = good.rpc.split_once('/').expect("Service/Method");
    if method.starts_with("Update") {
        let resource = wire::places(message)
            .into_iter()
            .find(|place| place.path.ends_with(".name"));
        let resource = resource.expect("an update names its resource");
        found.push(resource.beside(message, "etag", stale()));
    }
    found
}
