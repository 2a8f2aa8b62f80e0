//! Goes through the cases of `sdk/conformance` as a user of the Rust client would: `conformance FILE`.

mod asking;
mod changing;
mod given;
mod keeping;
mod listing;
mod outcome;
mod watching;

use std::time::Duration;

use grantor::client::{CachedAccess, Client};
use serde_json::{Value, json};

use given::{Given, text};
use outcome::Outcome;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: conformance FILE")?;
    let file: Value = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    for case in file["cases"].as_array().ok_or("the file has no cases")? {
        let outcomes = outcomes(case).await;
        println!("{}", json!({"case": case["name"], "outcomes": outcomes}));
    }
    Ok(())
}

/// One for each step, by a client of the case's own.
async fn outcomes(case: &Value) -> Vec<Value> {
    let client = client(&case["client"]);
    let mut cache = None;
    let mut outcomes: Vec<Value> = Vec::new();
    for step in case["steps"].as_array().into_iter().flatten() {
        let outcome = match &client {
            Ok(client) => match given::resolve(&step["with"], &outcomes) {
                Ok(with) => call(client, step, &with, &mut cache).await,
                Err(why) => Err(outcome::runner(&why)),
            },
            Err(why) => Err(outcome::configuration(why)),
        };
        outcomes.push(match outcome {
            Ok(ok) => json!({"ok": ok}),
            Err(error) => json!({"error": error}),
        });
    }
    outcomes
}

fn client(options: &Value) -> Result<Client, grantor::client::ConfigurationError> {
    let mut builder = Client::builder();
    if let Some(address) = text(options, "address") {
        builder = builder.address(address);
    }
    if let Some(key) = text(options, "key") {
        builder = builder.key(key);
    }
    if let Some(user) = text(options, "acting_user") {
        builder = builder.acting_user(user);
    }
    if let Some(file) = text(options, "ca_certificate") {
        builder = builder.ca_certificate(file);
    }
    if let Some(timeout) = millis(&options["timeout_ms"]) {
        builder = builder.timeout(timeout);
    }
    builder
        .plaintext(options["plaintext"].as_bool().unwrap_or_default())
        .build()
}

async fn call(
    client: &Client,
    step: &Value,
    with: &Given,
    cache: &mut Option<CachedAccess>,
) -> Outcome {
    let timeout = millis(&step["timeout_ms"]);
    let timed = timeout.map(|timeout| client.with_timeout(timeout));
    let timed = timed
        .transpose()
        .map_err(|why| outcome::configuration(&why))?;
    let client = timed.as_ref().unwrap_or(client);
    match step["call"].as_str().unwrap_or_default() {
        "check" => asking::check(client, with).await,
        "check_many" => asking::check_many(client, with).await,
        "stream_checks" => asking::stream_checks(client, with).await,
        "explain" => asking::explain(client, with).await,
        "list_products" => listing::products(client, with).await,
        "list_accessible_products" => listing::accessible_products(client, with).await,
        "list_members" => listing::members(client, with).await,
        "create_grant" => changing::create_grant(client, with).await,
        "get_grant" => changing::get_grant(client, with).await,
        "delete_grant" => changing::delete_grant(client, with).await,
        "watch" => watching::watch(client, with, timeout).await,
        "cached_open" => keeping::open(client, with, cache).await,
        "cached_check" => keeping::check(with, cache.as_ref()).await,
        "cached_close" => keeping::close(cache.as_ref()),
        unknown => Err(outcome::runner(&format!("{unknown} is no call"))),
    }
}

fn millis(value: &Value) -> Option<Duration> {
    value.as_u64().map(Duration::from_millis)
}
