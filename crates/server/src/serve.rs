//! The server on one port: all services behind the guard, health, reflection, and a stop that drains.

use std::future::Future;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::{Admission, App, CallerLimits, Counts};
use axum::middleware::from_fn_with_state;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{self, ServerConfig, pki_types};
use tonic::service::Routes;
use tonic_health::ServingStatus;
use tower::Layer;

use crate::connections::{ConnectionLimits, Gate};
use crate::door::{Door, DoorLayer};
use crate::guard::{self, Guard, GuardLayer};
use crate::health;
use crate::method::Rules;
use crate::origins::Origins;
use crate::page;
use crate::services;

/// The largest message, in bytes.
pub(crate) const MAX_MESSAGE: usize = 1 << 20;

/// Why the service stopped, other than being told to.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// A certificate and a key that do not make TLS.
    #[error("TLS cannot be served with this certificate and key: {0}")]
    Tls(#[from] rustls::Error),
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
    /// A file of TLS that is something else. What is wrong with it could quote a key.
    #[error("{file} is no PEM file of {what}")]
    NoPem {
        /// The file.
        file: String,
        /// What it was to hold.
        what: &'static str,
    },
}

/// A certificate chain and its key.
pub struct Tls(TlsAcceptor);

impl Tls {
    /// Reads both PEM files.
    pub fn read(certificate: &Path, key: &Path) -> Result<Self, ServeError> {
        let chain = pki_types::CertificateDer::pem_slice_iter(&read(certificate)?)
            .collect::<Result<Vec<_>, _>>()
            .map_err(no_pem(certificate, "certificates"))?;
        let key = pki_types::PrivateKeyDer::from_pem_slice(&read(key)?)
            .map_err(no_pem(key, "a private key"))?;
        let config = ServerConfig::builder().with_no_client_auth();
        let mut config = config.with_single_cert(chain, key)?;
        config.alpn_protocols.push(b"h2".to_vec());
        Ok(Self(Arc::new(config).into()))
    }
}

fn read(file: &Path) -> Result<Vec<u8>, ServeError> {
    std::fs::read(file).map_err(|cause| ServeError::Unreadable {
        file: file.display().to_string(),
        cause,
    })
}

fn no_pem(file: &Path, what: &'static str) -> impl FnOnce(pki_types::pem::Error) -> ServeError {
    let file = file.display().to_string();
    move |_| ServeError::NoPem { file, what }
}

/// Where and how callers come in.
pub struct Entrance {
    /// Where connections arrive.
    pub listener: TcpListener,
    /// Without it, in plaintext.
    pub tls: Option<Tls>,
    /// Whose pages' scripts may call, over gRPC-Web.
    pub origins: Origins,
    /// What connections may cost.
    pub connections: ConnectionLimits,
    /// What callers may ask.
    pub callers: CallerLimits,
}

impl Entrance {
    /// In plaintext, for no page of another origin.
    #[must_use]
    pub fn plain(listener: TcpListener) -> Self {
        Self {
            listener,
            tls: None,
            origins: Origins::none(),
            connections: ConnectionLimits::default(),
            callers: CallerLimits::default(),
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
    let services = services::routes(&app, extra.map(|extra| extra.routes))
        .add_service(health_service)
        .add_service(reflection()?.build_v1()?)
        .add_service(reflection()?.build_v1alpha()?);
    let admission = Admission::new(&entrance.callers);
    let guard = GuardLayer {
        app: Arc::clone(&app),
        admission: Arc::clone(&admission),
        rules,
    };
    let door = door(guard, entrance.origins, services);
    let gate = Gate {
        listener: entrance.listener,
        tls: entrance.tls.map(|Tls(acceptor)| acceptor),
        limits: entrance.connections,
    };
    let watched = Arc::clone(&app);
    let (stopping, stopped) = tokio::sync::oneshot::channel();
    let serving = gate.serve(door, async move {
        stop.await;
        watching.shutdown().await;
        health::say(&health, ServingStatus::NotServing).await;
        // They never end by themselves, and can go on elsewhere.
        watched.end_watches();
        tracing::info!("stopping: no new calls, those under way may end");
        // Nobody waits for it only if the server has ended already.
        let _ = stopping.send(());
    });
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
        () = serving => {}
        () = too_long => {}
        () = admission.tidy() => {}
    }
    say_what_was_done(admission.counts());
    app.close().await;
    Ok(())
}

/// Every way in: calls, and the pages.
fn door(guard: GuardLayer, origins: Origins, services: Routes) -> Door<Guard<Routes>> {
    let pages = page::router(&guard.app, &guard.rules);
    let admission = Arc::clone(&guard.admission);
    let pages = pages.layer(from_fn_with_state(admission, guard::page));
    DoorLayer::new(pages, origins).layer(guard.layer(services.prepare()))
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
