//! The way in, before any call: connections are let in, each to a core, found silent or idle, and closed. What is asked
//! on them, and by whom, is decided in the guard.

mod accept;
mod connection;
mod cores;
mod limits;
mod open;
mod places;
mod seats;
mod seldom;
#[cfg(test)]
mod tests;
mod usage;

use std::convert::Infallible;
use std::num::NonZeroUsize;
use std::time::Duration;

use http::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tower::Service;

use self::accept::Accepting;
use self::connection::Connection;
use self::cores::Core;
pub use self::limits::ConnectionLimits;
pub(crate) use self::open::OpenConnections;
use self::seats::Seats;
pub(crate) use self::usage::OpenCall;

/// The largest headers, in bytes.
const MAX_HEADERS: u32 = 16 << 10;
/// Calls at once on one connection.
const MAX_STREAMS: u32 = 128;
/// Whoever does not answer a ping of HTTP/2 is gone.
const PING: Duration = Duration::from_secs(30);

/// Where connections come in.
pub(crate) struct Gate {
    pub(crate) listener: TcpListener,
    /// Without it, in plaintext.
    pub(crate) tls: Option<TlsAcceptor>,
    pub(crate) limits: ConnectionLimits,
    /// How many threads answer.
    pub(crate) cores: NonZeroUsize,
}

impl Gate {
    /// Answers on every connection from now on.
    pub(crate) fn open<S>(self, service: S) -> OpenConnections
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
            + Clone
            + Send
            + 'static,
        S::Future: Send + 'static,
    {
        let mut open = OpenConnections::default();
        let mut cores = Vec::new();
        for _ in 0..self.cores.get() {
            let (core, arrivals) = Core::new();
            let (service, cut) = (service.clone(), open.cut());
            open.runs_on_a_thread(move || arrivals.answered_by(service, &cut));
            cores.push(core);
        }
        let stop = open.stop();
        open.runs(self.lets_in(cores, stop));
        open
    }

    /// Lets connections in until `stop`, each to the core that has the fewest.
    async fn lets_in(self, cores: Vec<Core>, stop: CancellationToken) {
        let seats = Seats::new(&self.limits);
        let mut accepting = Accepting::new(self.listener);
        let stopping = CancellationToken::new();
        while let Some((stream, address)) = stop.run_until_cancelled(accepting.next()).await {
            let (Some(seat), Ok(stream)) = (seats.take(address.ip()), stream.into_std()) else {
                continue;
            };
            let Some(core) = Core::with_fewest(&cores) else {
                continue;
            };
            let connection = Connection {
                place: core.place(),
                seat,
                tls: self.tls.clone(),
                limits: self.limits.clone(),
                stopping: stopping.clone(),
            };
            core.takes(stream, connection);
        }
        // Whoever still knocks goes on elsewhere at once, instead of waiting for nobody.
        drop(accepting);
        stopping.cancel();
    }
}

fn http() -> Builder<TokioExecutor> {
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(MAX_STREAMS)
        .max_header_list_size(MAX_HEADERS)
        .keep_alive_interval(PING);
    // Browsers may speak HTTP/1.1, for pages and for gRPC-Web. Its own limit would count from the last answer on, so
    // that a proxy's connections were closed between two calls; ours hold for the first headers and for later ones.
    builder.http1().header_read_timeout(None);
    builder
}
