//! How does it stand? One place knows it; `grpc.health.v1` says it of each service and of the whole. Nothing serves while
//! it starts or drains, nor while the database is away for longer than memory may answer. What only answers questions
//! serves on while nothing can be written.

mod answers;

use std::sync::Arc;
use std::time::Duration;

use app::App;
use grantor::v1::access_service_server::AccessServiceServer;
use grantor::v1::audit_service_server::AuditServiceServer;
use tokio::sync::watch;
use tonic::server::NamedService;
use tonic_health::pb::health_check_response::ServingStatus;

use crate::handlers::access::Access;
use crate::handlers::audit::Audit;

/// Every answer about health carries it: how the server stands, for which `grpc.health.v1` has no words.
pub(crate) const STATE: &str = "x-grantor-state";

/// How often it is found out anew.
const EVERY: Duration = Duration::from_secs(1);

/// The services that write nothing.
const ONLY_ASKED: [&str; 2] = [
    AccessServiceServer::<Access>::NAME,
    AuditServiceServer::<Audit>::NAME,
];

/// How it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ServerState {
    /// Calls wait until what they need is read.
    Starting,
    Serving,
    /// Questions are answered, and nothing can be written.
    Degraded,
    Away,
    /// No new calls; those under way may end.
    Draining,
}

impl ServerState {
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
            Self::Starting | Self::Degraded | Self::Away | Self::Draining => {
                ServingStatus::NotServing
            }
        }
    }

    /// As [`STATE`] has it.
    fn word(self) -> &'static str {
        match self {
            Self::Starting => "starting",
            Self::Serving => "serving",
            Self::Degraded => "degraded",
            Self::Away => "away",
            Self::Draining => "draining",
        }
    }

    /// As the log has it, and `grantor health`.
    fn in_words(self) -> &'static str {
        match self {
            Self::Starting => "starting: the database is being read",
            Self::Serving => "serving again",
            Self::Degraded => "degraded: questions are answered, nothing can be written",
            Self::Away => {
                "away: the database cannot be reached, nothing can be answered or written"
            }
            Self::Draining => "draining: no new calls, those under way may end",
        }
    }
}

/// How it stands, for all who ask and for who finds it out.
#[derive(Debug, Clone)]
pub(crate) struct Health(watch::Sender<ServerState>);

impl Health {
    pub(crate) fn new(state: ServerState) -> Self {
        Self(watch::Sender::new(state))
    }

    /// From now on it stands so.
    pub(crate) fn becomes(&self, state: ServerState) {
        self.0.send_replace(state);
    }

    /// Finds out how it stands, until it is dropped.
    pub(crate) async fn keep(self, app: Arc<App>) {
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            ticks.tick().await;
            let state = ServerState::of(&app).await;
            if state != *self.0.borrow() {
                tracing::warn!("{}", state.in_words());
                self.becomes(state);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attack_b2_services_that_write_nothing_serve_on_while_nothing_can_be_written() {
        use ServingStatus::{NotServing, Serving};
        for (state, asked, others) in [
            (ServerState::Starting, NotServing, NotServing),
            (ServerState::Serving, Serving, Serving),
            (ServerState::Degraded, Serving, NotServing),
            (ServerState::Away, NotServing, NotServing),
            (ServerState::Draining, NotServing, NotServing),
        ] {
            for service in crate::services::NAMES.iter().copied().chain([""]) {
                let is_asked = ["grantor.v1.AccessService", "grantor.v1.AuditService"];
                let expected = if is_asked.contains(&service) {
                    asked
                } else {
                    others
                };
                assert_eq!(state.status(service), expected, "{state:?} {service}");
            }
        }
    }

    #[test]
    fn attack_b2_each_standing_has_a_word_that_the_command_line_knows() {
        for state in [
            ServerState::Starting,
            ServerState::Degraded,
            ServerState::Away,
            ServerState::Draining,
        ] {
            let told = cli::Health::in_words(state.word());
            assert_eq!(told.as_deref(), Some(state.in_words()));
        }
        let usual = ServerState::Serving.word();
        assert_eq!(cli::Health::in_words(usual), None);
        let unknown = cli::Health::in_words("asleep");
        assert_eq!(unknown.as_deref(), Some("asleep"));
    }
}
