//! Does it serve? What `grpc.health.v1` says of each service and of the whole, and when that changes: not while nothing can
//! be written, nor while the database is away for longer than memory may answer. What only answers questions serves on
//! while nothing can be written.

use std::sync::Arc;
use std::time::Duration;

use app::App;
use grantor::v1::access_service_server::AccessServiceServer;
use grantor::v1::audit_service_server::AuditServiceServer;
use tonic::server::NamedService;
use tonic_health::ServingStatus;
use tonic_health::server::HealthReporter;

use crate::handlers::access::Access;
use crate::handlers::audit::Audit;
use crate::services;

/// How often it is found out anew.
const EVERY: Duration = Duration::from_secs(1);

/// The services that write nothing.
const ONLY_ASKED: [&str; 2] = [
    AccessServiceServer::<Access>::NAME,
    AuditServiceServer::<Audit>::NAME,
];

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Serving,
    /// Questions are answered, and nothing can be written.
    Degraded,
    Away,
}

impl Standing {
    async fn of(app: &App) -> Self {
        if !app.answers() {
            Self::Away
        } else if app.takes_writes().await {
            Self::Serving
        } else {
            Self::Degraded
        }
    }

    /// What a service says, and what the whole says, whose name is empty.
    fn status(self, service: &str) -> ServingStatus {
        match self {
            Self::Serving => ServingStatus::Serving,
            Self::Degraded if ONLY_ASKED.contains(&service) => ServingStatus::Serving,
            Self::Degraded | Self::Away => ServingStatus::NotServing,
        }
    }

    fn in_words(self) -> &'static str {
        match self {
            Self::Serving => "serving again",
            Self::Degraded => "degraded: questions are answered, nothing can be written",
            Self::Away => "not serving: nothing can be answered or written",
        }
    }
}

/// Says the same of every service and of the whole.
pub(crate) async fn say(health: &HealthReporter, status: ServingStatus) {
    say_each(health, |_| status).await;
}

async fn say_each(health: &HealthReporter, status: impl Fn(&str) -> ServingStatus) {
    for name in services::NAMES.iter().copied().chain([""]) {
        health.set_service_status(name, status(name)).await;
    }
}

/// Says how it stands, until it is dropped.
pub(crate) async fn keep(app: Arc<App>, health: HealthReporter) {
    let mut said = Standing::Serving;
    let mut ticks = tokio::time::interval(EVERY);
    loop {
        ticks.tick().await;
        let standing = Standing::of(&app).await;
        if standing != said {
            said = standing;
            tracing::warn!("{}", standing.in_words());
            say_each(&health, |service| standing.status(service)).await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attack_b2_services_that_write_nothing_serve_on_while_nothing_can_be_written() {
        use ServingStatus::{NotServing, Serving};
        for (standing, asked, others) in [
            (Standing::Serving, Serving, Serving),
            (Standing::Degraded, Serving, NotServing),
            (Standing::Away, NotServing, NotServing),
        ] {
            for service in services::NAMES.iter().copied().chain([""]) {
                let is_asked = ["grantor.v1.AccessService", "grantor.v1.AuditService"];
                let expected = if is_asked.contains(&service) {
                    asked
                } else {
                    others
                };
                assert_eq!(standing.status(service), expected, "{standing:?} {service}");
            }
        }
    }
}
