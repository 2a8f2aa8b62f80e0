//! Does it serve? What `grpc.health.v1` says, and when that changes: not while nothing can be written, nor while the
//! database is away for longer than memory may answer.

use std::sync::Arc;
use std::time::Duration;

use app::App;
use tonic_health::ServingStatus;
use tonic_health::server::HealthReporter;

use crate::services;

/// How often it is found out anew.
const EVERY: Duration = Duration::from_secs(1);

/// Says the same of every service and of the whole.
pub(crate) async fn say(health: &HealthReporter, status: ServingStatus) {
    for name in services::NAMES.iter().copied().chain([""]) {
        health.set_service_status(name, status).await;
    }
}

/// Says whether it serves, until it is dropped.
pub(crate) async fn keep(app: Arc<App>, health: HealthReporter) {
    let mut said = true;
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        let serves = app.answers() && app.takes_writes().await;
        if serves != said {
            said = serves;
            let (status, word) = if serves {
                (ServingStatus::Serving, "serving again")
            } else {
                (
                    ServingStatus::NotServing,
                    "not serving: nothing can be answered or written",
                )
            };
            tracing::warn!("{word}");
            say(&health, status).await;
        }
    }
}
