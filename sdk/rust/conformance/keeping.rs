//! The calls that keep answers: `cached_open`, `cached_check`, `cached_close`. A case has one cache.

use std::time::{Duration, Instant};

use grantor::client::{CachedAccess, CachedAnswer, Client};
use serde_json::{Value, json};
use tonic::Code;

use crate::given::Given;
use crate::outcome::{Outcome, configuration, failed, runner};

/// How long anything is waited for.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is looked for.
const AGAIN: Duration = Duration::from_millis(20);

/// Opens the cache of the case: its stream has said something.
pub(crate) async fn open(
    client: &Client,
    with: &Given,
    cache: &mut Option<CachedAccess>,
) -> Outcome {
    let mut opened = client.cached_access(with.text("organization"));
    if let Some(bound) = with.number("max_answers") {
        let bound = usize::try_from(bound).unwrap_or_default();
        opened = opened
            .max_answers(bound)
            .map_err(|why| configuration(&why))?;
    }
    let opened = cache.insert(opened);
    let until = Instant::now() + PATIENCE;
    while !opened.stats().keeping {
        let failure = opened.failure();
        // What is not away is not waited for.
        let is_refused = |code| code != Code::Unavailable;
        let refused = failure.as_ref().is_some_and(|why| is_refused(why.code()));
        if refused || Instant::now() >= until {
            return Err(failure.map_or_else(late, failed));
        }
        tokio::time::sleep(AGAIN).await;
    }
    Ok(json!({}))
}

/// Asks, and again until the answer is as it is waited for.
pub(crate) async fn check(with: &Given, cache: Option<&CachedAccess>) -> Outcome {
    let cache = cache.ok_or_else(|| runner("no cache is open"))?;
    let (subject, right) = (with.text("subject"), with.text("right"));
    let resource = with.text("resource");
    let until = Instant::now() + PATIENCE;
    loop {
        let answer = cache.check(&subject, &right, &resource).await;
        let answer = shown(&answer.map_err(failed)?);
        if with.is_reached(&answer) || Instant::now() >= until {
            return Ok(answer);
        }
        tokio::time::sleep(AGAIN).await;
    }
}

pub(crate) fn close(cache: Option<&CachedAccess>) -> Outcome {
    cache.ok_or_else(|| runner("no cache is open"))?.close();
    Ok(json!({}))
}

fn shown(answer: &CachedAnswer) -> Value {
    let reason = match &answer.reason {
        Ok(known) => json!(known.as_str_name()),
        Err(unknown) => json!(unknown.0),
    };
    json!({"allowed": answer.allowed, "reason": reason, "from_cache": answer.from_cache})
}

fn late() -> Value {
    json!({"code": "DEADLINE_EXCEEDED", "message": "the stream said nothing"})
}
