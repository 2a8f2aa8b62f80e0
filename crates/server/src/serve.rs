//! The server on one port: all services behind the guard, health, reflection, and a stop that drains.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::App;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;
use tonic::service::Routes;
use tonic::transport::server::TcpIncoming;
use tonic::transport::{Identity, Server, ServerTlsConfig};
use tonic_health::ServingStatus;

use crate::door::DoorLayer;
use crate::guard::GuardLayer;
use crate::health;
use crate::method::Rules;
use crate::origins::Origins;
use crate::page;
use crate::services;

/// The largest message, in bytes.
pub(crate) const MAX_MESSAGE: usize = 1 << 20;
/// The largest headers, in bytes.
const MAX_HEADERS: u32 = 16 << 10;
/// Calls at once on one connection.
const MAX_STREAMS: u32 = 128;

/// Why the service stopped, other than being told to.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The connection or its TLS.
    #[error("the server: {0}")]
    Transport(#[from] tonic::transport::Error),
    /// A method option that names nothing.
    #[error(transparent)]
    Method(#[from] crate::method::BadOption),
    /// The descriptors for reflection.
    #[error("reflection: {0}")]
    Reflection(#[from] tonic_reflection::server::Error),
    /// A certificate or key that cannot be read.
    #[error("{file} cannot be read: {cause}")]
    Unreadable {
        /// The file.
        file: String,
        /// Why.
        cause: std::io::Error,
    },
}

/// A certificate chain and its key.
pub struct Tls(Identity);

impl Tls {
    /// Reads both PEM files.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, ServeError> {
        let read = |file: &Path| {
            std::fs::read(file).map_err(|cause| ServeError::Unreadable {
                file: file.display().to_string(),
                cause,
            })
        };
        Ok(Self(Identity::from_pem(read(certificate)?, read(key)?)))
    }
}

/// Where and how callers come in.
pub struct Entrance {
    /// Where connections arrive.
    pub listener: TcpListener,
    /// Without it, in plaintext.
    pub tls: Option<Tls>,
    /// Whose pages' scripts may call, over gRPC-Web.
    pub origins: Origins,
}

impl Entrance {
    /// In plaintext, for no page of another origin.
    #[must_use]
    pub fn plain(listener: TcpListener) -> Self {
        Self {
            listener,
            tls: None,
            origins: Origins::none(),
        }
    }
}

/// Serves until `stop`, then lets calls under way end for at most `drain`.
pub async fn serve(
    app: Arc<App>,
    entrance: Entrance,
    drain: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    serve_with(app, entrance, drain, stop, None).await
}

/// A method beside the API, for measuring: open to every caller with a key.
pub(crate) struct Extra {
    /// Its path.
    pub(crate) path: &'static str,
    /// What answers.
    pub(crate) routes: Routes,
}

pub(crate) async fn serve_with(
    app: Arc<App>,
    entrance: Entrance,
    drain: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
    extra: Option<Extra>,
) -> Result<(), ServeError> {
    let (health, health_service) = tonic_health::server::health_reporter();
    health::say(&health, ServingStatus::Serving).await;
    // Ends with the server, however that ends.
    let mut watching = JoinSet::new();
    watching.spawn(health::keep(Arc::clone(&app), health.clone()));
    let rules = match &extra {
        None => Rules::new()?,
        Some(extra) => Rules::new()?.and_open(extra.path),
    };
    let pages = page::router(&app, &rules);
    let mut server = Server::builder()
        // Browsers may speak HTTP/1.1, for pages and for gRPC-Web.
        .accept_http1(true)
        .layer(DoorLayer::new(pages, entrance.origins))
        .layer(GuardLayer {
            app: Arc::clone(&app),
            rules,
        })
        .max_concurrent_streams(MAX_STREAMS)
        .http2_max_header_list_size(MAX_HEADERS)
        .http2_keepalive_interval(Some(Duration::from_secs(30)));
    if let Some(Tls(identity)) = entrance.tls {
        server = server.tls_config(ServerTlsConfig::new().identity(identity))?;
    }
    let services = services::routes(&app, extra.map(|extra| extra.routes))
        .add_service(health_service)
        .add_service(reflection()?.build_v1()?)
        .add_service(reflection()?.build_v1alpha()?);
    let watched = Arc::clone(&app);
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let serving = server.add_routes(services).serve_with_incoming_shutdown(
        // Here and not by `Server::tcp_nodelay`, which says nothing to a listener that is handed in: without it each answer
        // waits for the client's delayed acknowledgement, 40 ms.
        TcpIncoming::from(entrance.listener).with_nodelay(Some(true)),
        async move {
            stop.await;
            watching.shutdown().await;
            health::say(&health, ServingStatus::NotServing).await;
            // They never end by themselves, and can go on elsewhere.
            watched.end_watches();
            tracing::info!("stopping: no new calls, those under way may end");
            // Nobody waits for it only if the server has ended already.
            let _ = stopping.send(());
        },
    );
    let too_long = async {
        // A server that ended by itself drops the sender; then there is nothing to cut short.
        if stopped.await.is_ok() {
            tokio::time::sleep(drain).await;
            tracing::warn!("calls under way were cut off when the time to drain was over");
        } else {
            std::future::pending::<()>().await;
        }
    };
    tokio::select! {
        served = serving => served?,
        () = too_long => {}
    }
    app.close().await;
    Ok(())
}

fn reflection() -> Result<tonic_reflection::server::Builder<'static>, ServeError> {
    Ok(tonic_reflection::server::Builder::configure()
        .register_encoded_file_descriptor_set(grantor::FILE_DESCRIPTOR_SET)
        .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
        .register_encoded_file_descriptor_set(tonic_types::pb::FILE_DESCRIPTOR_SET))
}

/// Ctrl-C, or what a supervisor sends, from this call on and not only once somebody waits for it.
pub fn stopped() -> impl Future<Output = ()> + Send + 'static {
    let signals = signal(SignalKind::interrupt())
        .and_then(|first| Ok((first, signal(SignalKind::terminate())?)));
    async move {
        let Ok((mut interrupt, mut terminate)) = signals else {
            // Without a handler the default action ends the process, which is a stop too.
            return std::future::pending().await;
        };
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    }
}
