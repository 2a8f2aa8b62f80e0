//! The call `watch`: so many changes, then the watch is closed.

use std::time::Duration;

use grantor::client::{Client, Event};
use serde_json::{Value, json};

use crate::given::Given;
use crate::outcome::{Outcome, failed};

pub(crate) async fn watch(client: &Client, with: &Given, timeout: Option<Duration>) -> Outcome {
    let taken = take(client, with);
    let events = match timeout {
        None => taken.await?,
        Some(timeout) => tokio::time::timeout(timeout, taken)
            .await
            .unwrap_or_else(|_| {
                Err(json!({"code": "DEADLINE_EXCEEDED", "message": "too few changes came"}))
            })?,
    };
    let of = |field: fn(&Event) -> &str| events.iter().map(field).collect::<Vec<_>>();
    Ok(json!({
        "changes": of(|event| &event.change.name),
        "methods": of(|event| &event.change.method),
        "position": events.last().map(|event| &event.position),
    }))
}

async fn take(client: &Client, with: &Given) -> Result<Vec<Event>, Value> {
    let mut watch = client.watch(with.text("parent"));
    if let Some(revision) = with.number("after_revision") {
        watch = watch.after_revision(revision);
    }
    if let Some(time) = with.time("start_time")? {
        watch = watch.start_time(time);
    }
    if let Some(position) = with.some_text("position") {
        watch = watch.position(position);
    }
    if let Some(interval) = with.number("heartbeat_ms") {
        watch = watch.heartbeat(Duration::from_millis(interval.unsigned_abs()));
    }
    let count = with.number("count").unwrap_or_default().unsigned_abs();
    let mut events = watch.open().await.map_err(failed)?;
    let mut taken = Vec::new();
    while (taken.len() as u64) < count {
        match events.next().await {
            Some(event) => taken.push(event.map_err(failed)?),
            None => break,
        }
    }
    Ok(taken)
}
