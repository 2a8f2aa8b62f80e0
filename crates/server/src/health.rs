//! What `grpc.health.v1` says: SERVING while questions are answered, NOT_SERVING while the database is away for longer
//! than memory may answer, and while the server drains.

use std::sync::Arc;
use std::time::Duration;

use app::App;
use tokio::sync::oneshot;
use tonic_health::ServingStatus;
use tonic_health::server::HealthReporter;

use crate::services;

/// How often it is looked whether the answer is another one.
const EVERY: Duration = Duration::from_secs(1);

/// Keeps the status of every service, and of the server as a whole, until it drains; then all of them stop serving.
pub(crate) async fn keep(
    health: HealthReporter,
    app: Arc<App>,
    mut draining: oneshot::Receiver<()>,
) {
    let mut serving = true;
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        tokio::select! {
            _ = &mut draining => return say(&health, false).await,
            _ = ticks.tick() => {}
        }
        let answers = app.answers();
        if answers != serving {
            serving = answers;
            tracing::warn!(serving, "health changed");
            say(&health, serving).await;
        }
    }
}

/// The status of every service, and of the server as a whole.
pub(crate) async fn say(health: &HealthReporter, serving: bool) {
    let status = if serving {
        ServingStatus::Serving
    } else {
        ServingStatus::NotServing
    };
    for name in services::NAMES.iter().copied().chain([""]) {
        health.set_service_status(name, status).await;
    }
}
