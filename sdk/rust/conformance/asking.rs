//! The calls that ask: `check`, `check_many`, `explain`.

use grantor::client::{Answer, Client, Error};
use serde_json::{Value, json};

use crate::given::Given;
use crate::outcome::{Outcome, failed};

pub(crate) async fn check(client: &Client, with: &Given) -> Outcome {
    let (subject, right, resource) = question(with);
    let answer = match with.past(client)? {
        Some(past) => past.check(&subject, &right, &resource).await,
        None => {
            let client = with.fresh(client);
            client.check(&subject, &right, &resource).await
        }
    };
    answer.map(|answer| shown(&answer)).map_err(failed)
}

fn shown(answer: &Answer) -> Value {
    let reason = match &answer.reason {
        Ok(known) => json!(known.as_str_name()),
        Err(unknown) => json!(unknown.0),
    };
    json!({"allowed": answer.allowed, "reason": reason, "token": answer.token})
}

pub(crate) async fn check_many(client: &Client, with: &Given) -> Outcome {
    let answers = match with.past(client)? {
        Some(past) => past.check_many(with.questions()).await,
        None => with.fresh(client).check_many(with.questions()).await,
    };
    let results = answers.map_err(failed)?.results;
    if with.repeat().is_some() {
        return Ok(counted(&results));
    }
    let results: Vec<Value> = results
        .into_iter()
        .map(|result| match result {
            Ok(answer) => json!({"allowed": answer.allowed}),
            Err(error) => {
                json!({"error": {"code": error.code_name(), "reason": error.reason()}})
            }
        })
        .collect();
    Ok(json!({"results": results}))
}

pub(crate) async fn stream_checks(client: &Client, with: &Given) -> Outcome {
    let stream = with.fresh(client).stream_checks();
    let questions = with.questions();
    let asked = questions
        .iter()
        .map(|one| stream.ask(&one.subject, &one.right, &one.resource));
    let results = futures_util::future::join_all(asked).await;
    if with.repeat().is_some() {
        return Ok(counted(&results));
    }
    let results: Vec<Value> = results
        .iter()
        .map(|result| match result {
            Ok(answer) => shown(answer),
            Err(error) => {
                json!({"error": {"code": error.code_name(), "reason": error.reason()}})
            }
        })
        .collect();
    Ok(json!({"results": results}))
}

fn counted(results: &[Result<Answer, Error>]) -> Value {
    let answers = results.iter().flatten();
    let allowed = answers.filter(|answer| answer.allowed).count();
    let errors = results.iter().filter(|result| result.is_err()).count();
    json!({"count": results.len(), "allowed": allowed, "errors": errors})
}

pub(crate) async fn explain(client: &Client, with: &Given) -> Outcome {
    let (subject, right, resource) = question(with);
    let explained = match with.past(client)? {
        Some(past) => past.explain(&subject, &right, &resource).await,
        None => {
            let client = with.fresh(client);
            client.explain(&subject, &right, &resource).await
        }
    };
    let why = explained.map_err(failed)?;
    Ok(json!({"allowed": why.allowed, "sentence": why.sentence}))
}

fn question(with: &Given) -> (String, String, String) {
    (
        with.text("subject"),
        with.text("right"),
        with.text("resource"),
    )
}
