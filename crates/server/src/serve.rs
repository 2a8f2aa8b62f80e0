//! The server on one port: where and how callers come in, and by what it is told to stop.

use std::future::Future;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use app::{App, CallerLimits};
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::{self, ServerConfig, pki_types};
use tonic::service::Routes;

use crate::connections::ConnectionLimits;
use crate::health::ServerState;
use crate::origins::Origins;

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
    /// A thread that answers calls could not begin.
    #[error("no calls can be answered: {0}")]
    Core(std::io::Error),
    /// What lets connections in, or a thread that answers calls, has failed.
    #[error("no connection is let in any more: {0}")]
    Closed(#[from] tokio::task::JoinError),
    /// A certificate or key that cannot be read.
    #[error("{file} cannot be read: {cause}")]
    Unreadable { file: String, cause: std::io::Error },
    /// A file of TLS that is something else. What is wrong with it could quote a key.
    #[error("{file} is no PEM file of {what}")]
    NoPem {
        file: String,
        /// What it was to hold.
        what: &'static str,
    },
}

/// A certificate chain and its key.
pub struct Tls(pub(crate) TlsAcceptor);

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
pub struct ListenOptions {
    /// Where connections arrive.
    pub listener: TcpListener,
    /// Without it, in plaintext.
    pub tls: Option<Tls>,
    /// Whose pages' scripts may call, over gRPC-Web.
    pub origins: Origins,
    /// What connections may cost.
    pub connections: ConnectionLimits,
    /// How many threads answer calls; each connection stays on one of them.
    pub cores: NonZeroUsize,
    /// What callers may ask.
    pub callers: CallerLimits,
}

impl ListenOptions {
    /// In plaintext, for no page of another origin.
    #[must_use]
    pub fn plain(listener: TcpListener) -> Self {
        Self {
            listener,
            tls: None,
            origins: Origins::none(),
            connections: ConnectionLimits::default(),
            cores: all_cores(),
            callers: CallerLimits::default(),
        }
    }
}

/// The most threads that answer: each is one of the 512 that tokio has at most for what blocks.
pub(crate) const MOST_CORES: usize = 256;

/// As many as this process may use.
pub(crate) fn all_cores() -> NonZeroUsize {
    let cores = std::thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    NonZeroUsize::new(MOST_CORES).map_or(cores, |most| cores.min(most))
}

/// Serves until `stop`, then lets calls under way end for at most `drain`.
pub async fn serve(
    app: Arc<App>,
    listen_options: ListenOptions,
    drain: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<(), ServeError> {
    serve_with(app, listen_options, drain, stop, None).await
}

pub(crate) async fn serve_with(
    app: Arc<App>,
    listen_options: ListenOptions,
    drain: Duration,
    stop: impl Future<Output = ()> + Send + 'static,
    extra: Option<Extra>,
) -> Result<(), ServeError> {
    // All that takes long was done before.
    let opened = listen_options.open(ServerState::Serving);
    let serving = opened.answered_by(app, extra)?;
    serving.until(stop, drain).await
}

/// A method beside the API, for measuring: open to every caller with a key.
pub(crate) struct Extra {
    pub(crate) path: &'static str,
    /// Adds it to the services.
    pub(crate) add: fn(Routes) -> Routes,
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
