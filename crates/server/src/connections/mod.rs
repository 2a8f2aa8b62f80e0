//! The way in, before any call: connections are let in, found silent or idle, and closed. What is asked on them, and
//! by whom, is decided in the guard.

mod accept;
mod connection;
mod limits;
mod seats;
mod seldom;
mod usage;

use std::convert::Infallible;
use std::future::Future;
use std::time::Duration;

use http::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tower::Service;

use self::accept::Accepting;
use self::connection::Connection;
pub use self::limits::ConnectionLimits;
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
}

impl Gate {
    /// Answers on every connection until `stop`; then nobody new is let in, and it ends with the last call under way.
    /// Dropped, it cuts off what is left.
    pub(crate) async fn serve<S>(self, service: S, stop: impl Future<Output = ()>)
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
            + Clone
            + Send
            + 'static,
        S::Future: Send + 'static,
    {
        let http = http();
        let seats = Seats::new(&self.limits);
        let mut accepting = Accepting::new(self.listener);
        let mut connections = JoinSet::new();
        let stopping = CancellationToken::new();
        let mut stop = std::pin::pin!(stop);
        loop {
            let (stream, address) = tokio::select! {
                () = &mut stop => break,
                accepted = accepting.next() => accepted,
                // Only so that what has ended is forgotten.
                Some(_) = connections.join_next() => continue,
            };
            let Some(seat) = seats.take(address.ip()) else {
                continue;
            };
            let connection = Connection {
                seat,
                tls: self.tls.clone(),
                limits: self.limits.clone(),
                stopping: stopping.clone(),
            };
            connections.spawn(connection.run(stream, http.clone(), service.clone()));
        }
        // Whoever still knocks goes on elsewhere at once, instead of waiting for nobody.
        drop(accepting);
        stopping.cancel();
        while connections.join_next().await.is_some() {}
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
