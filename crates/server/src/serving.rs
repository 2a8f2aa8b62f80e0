//! From the first connection to the last call: while it starts, while calls are answered, and while it drains.

use std::sync::Arc;
use std::time::Duration;

use app::{Admission, App, CallerLimits, Counts};
use axum::middleware::from_fn_with_state;
use tokio::task::JoinSet;
use tokio::time::timeout;
use tonic::service::Routes;
use tonic_health::pb::health_server::HealthServer;
use tower::Layer;

use crate::auth::{self, AuthLayer, AuthService};
use crate::background::in_background;
use crate::connections::{Gate, OpenConnections};
use crate::health::{Health, ServerState};
use crate::lobby::Lobby;
use crate::method::Rules;
use crate::origins::Origins;
use crate::page;
use crate::protocol::{ProtocolLayer, ProtocolService};
use crate::reflection;
use crate::serve::{Extra, ListenOptions, ServeError};
use crate::services;
use crate::short::Short;

impl ListenOptions {
    /// Lets connections in. From now on health is answered, and calls wait until it is known who answers them.
    pub(crate) fn open(self, state: ServerState) -> Opened {
        let health = Health::new(state);
        let lobby = Lobby::new(health.clone());
        let gate = Gate {
            listener: self.listener,
            tls: self.tls.map(|tls| tls.0),
            limits: self.connections,
            cores: self.cores,
        };
        Opened {
            connections: gate.open(lobby.clone()),
            health,
            lobby,
            origins: self.origins,
            callers: self.callers,
        }
    }
}

/// Connections are let in, and nobody answers calls yet. Dropped, it cuts them off.
pub(crate) struct Opened {
    health: Health,
    lobby: Lobby<ProtocolService<AuthService<Short<Routes>>>>,
    origins: Origins,
    callers: CallerLimits,
    connections: OpenConnections,
}

impl Opened {
    /// From now on calls are answered.
    pub(crate) fn answered_by(
        self,
        app: Arc<App>,
        extra: Option<Extra>,
    ) -> Result<Serving, ServeError> {
        let rules = match &extra {
            None => Rules::new()?,
            Some(extra) => Rules::new()?.and_open(extra.path),
        };
        let routes = services::routes(&app);
        let routes = match extra {
            None => routes,
            Some(extra) => (extra.add)(routes),
        };
        let services = routes.add_service(HealthServer::new(self.health.clone()));
        let services = services.into_axum_router().merge(reflection::services()?);
        let admission = Admission::new(&self.callers);
        let auth = AuthLayer {
            app: Arc::clone(&app),
            admission: Arc::clone(&admission),
            rules,
        };
        let services = Short::beside(&app, Routes::from(services).prepare());
        app.begins_to_answer();
        self.lobby.leads_to(protocol(auth, self.origins, services));
        self.health.becomes(ServerState::Serving);
        // Ends with the server, however that ends.
        let mut watching = JoinSet::new();
        watching.spawn(self.health.clone().keep(Arc::clone(&app)));
        Ok(Serving {
            app,
            admission,
            health: self.health,
            watching,
            connections: self.connections,
        })
    }
}

/// Calls are answered. Dropped, it cuts them off.
pub(crate) struct Serving {
    app: Arc<App>,
    admission: Arc<Admission>,
    health: Health,
    watching: JoinSet<()>,
    connections: OpenConnections,
}

impl Serving {
    /// Until `stop`; then calls under way may end for at most `drain`.
    pub(crate) async fn until(
        mut self,
        stop: impl Future<Output = ()>,
        drain: Duration,
    ) -> Result<(), ServeError> {
        let admission = Arc::clone(&self.admission);
        let ended = tokio::select! {
            ended = self.drained(stop, drain) => ended,
            () = admission.tidy() => Ok(()),
        };
        // What was not over in time is cut off before what it works with goes.
        self.connections.cut_off().await;
        say_what_was_done(admission.counts());
        self.app.close().await;
        ended
    }

    async fn drained(
        &mut self,
        stop: impl Future<Output = ()>,
        drain: Duration,
    ) -> Result<(), ServeError> {
        tokio::select! {
            () = stop => {}
            // Only a fault ends them before they are told to.
            ended = self.connections.ended() => return ended,
        }
        self.watching.shutdown().await;
        self.health.becomes(ServerState::Draining);
        // They never end by themselves, and can go on elsewhere.
        self.app.end_watches();
        tracing::info!("stopping: no new calls, those under way may end");
        self.connections.close();
        let ended = timeout(drain, self.connections.ended()).await;
        ended.unwrap_or_else(|_| {
            tracing::warn!("calls under way were cut off when the time to drain was over");
            Ok(())
        })
    }
}

/// Every way in: calls, and the pages.
fn protocol(
    auth: AuthLayer,
    origins: Origins,
    services: Short<Routes>,
) -> ProtocolService<AuthService<Short<Routes>>> {
    let (background, admission) = (auth.app.background().clone(), Arc::clone(&auth.admission));
    let pages = page::router(&auth.app, &auth.rules)
        .layer(from_fn_with_state(background, in_background))
        .layer(from_fn_with_state(admission, auth::page));
    ProtocolLayer::new(pages, origins).layer(auth.around(services))
}

fn say_what_was_done(counts: &Counts) {
    tracing::info!(
        answered = counts.answered().iter().sum::<u64>(),
        rate_limited = counts.rate_limited(),
        overloaded = counts.overloaded(),
        took = ?counts.took(),
        "stopped"
    );
}
