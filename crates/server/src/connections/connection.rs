//! One connection from its first byte to its last.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use http::{Request, Response};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep_until, timeout_at};
use tokio_rustls::TlsAcceptor;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tower::Service;

use super::limits::ConnectionLimits;
use super::places::Place;
use super::seats::Seat;
use super::usage::{Noted, Usage};

/// A connection that was let in.
pub(super) struct Connection {
    /// Free before the seat is, so that who comes next finds it so.
    pub(super) place: Place,
    pub(super) seat: Seat,
    pub(super) tls: Option<TlsAcceptor>,
    pub(super) limits: ConnectionLimits,
    pub(super) stopping: CancellationToken,
}

impl Connection {
    pub(super) async fn run<S>(self, stream: TcpStream, http: Builder<TokioExecutor>, service: S)
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
            + Clone
            + Send
            + 'static,
        S::Future: Send + 'static,
    {
        let begun = Instant::now();
        let greeted = begun + self.limits.handshake;
        let Some(tls) = &self.tls else {
            return self.speak(stream, greeted, http, service).await;
        };
        let secured = tokio::select! {
            () = self.stopping.cancelled() => return,
            secured = timeout_at(greeted, tls.accept(stream)) => secured,
        };
        match secured {
            Ok(Ok(stream)) => self.speak(stream, greeted, http, service).await,
            Ok(Err(cause)) => tracing::debug!(%cause, "a connection did not come to TLS"),
            Err(_) => tracing::debug!("a connection was closed: its TLS handshake took too long"),
        }
    }

    /// HTTP, until either side ends it, nothing was heard in time, or nothing was asked for long.
    async fn speak<T, S>(
        self,
        stream: T,
        greeted: Instant,
        http: Builder<TokioExecutor>,
        service: S,
    ) where
        T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
            + Clone
            + Send
            + 'static,
        S::Future: Send + 'static,
    {
        let usage = Usage::new();
        let noted = Noted {
            stream,
            usage: Arc::clone(&usage),
        };
        let counted = Counted {
            usage: Arc::clone(&usage),
            service,
        };
        let served = http.serve_connection(TokioIo::new(noted), TowerToHyperService::new(counted));
        let mut served = std::pin::pin!(served);
        let mut stopping = std::pin::pin!(self.stopping.cancelled());
        let mut is_stopping = false;
        // Until when it is not looked at again, and whether it then ends whatever it does.
        let (mut until, mut is_last) = (greeted, false);
        loop {
            tokio::select! {
                ended = &mut served => {
                    if let Err(cause) = ended {
                        tracing::debug!(%cause, "a connection failed");
                    }
                    break;
                }
                () = &mut stopping, if !is_stopping => {
                    is_stopping = true;
                    served.as_mut().graceful_shutdown();
                }
                () = sleep_until(until) => match self.judge(&usage) {
                    _ if is_last => break,
                    Verdict::Silent => {
                        tracing::debug!("a connection was closed: it said nothing in time");
                        break;
                    }
                    Verdict::Look(after) => until = Instant::now() + after,
                    Verdict::Idle => {
                        // It is told first: a call that is on its way now goes on elsewhere instead of failing.
                        served.as_mut().graceful_shutdown();
                        (until, is_last) = (Instant::now() + self.limits.handshake, true);
                    }
                },
            }
        }
        drop((self.place, self.seat));
    }

    fn judge(&self, usage: &Usage) -> Verdict {
        if !usage.has_answered() {
            return Verdict::Silent;
        }
        match usage.idle_for() {
            None => Verdict::Look(self.limits.idle),
            Some(idle) => match self.limits.idle.checked_sub(idle) {
                None | Some(Duration::ZERO) => Verdict::Idle,
                Some(left) => Verdict::Look(left),
            },
        }
    }
}

/// What becomes of a connection when its time is up.
enum Verdict {
    /// HTTP never began.
    Silent,
    /// No call for as long as may be.
    Idle,
    /// It is in use; look again after this.
    Look(Duration),
}

/// Counts the calls of its connection.
#[derive(Clone)]
struct Counted<S> {
    usage: Arc<Usage>,
    service: S,
}

impl<S> Service<Request<Incoming>> for Counted<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = futures_util::future::BoxFuture<'static, Result<Response<Body>, Infallible>>;

    fn poll_ready(
        &mut self,
        context: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Result<(), Infallible>> {
        self.service.poll_ready(context)
    }

    fn call(&mut self, request: Request<Incoming>) -> Self::Future {
        let open = Arc::new(self.usage.begin());
        let mut request = request.map(Body::new);
        // Whoever answers by a stream keeps it until the stream has ended.
        request.extensions_mut().insert(Arc::clone(&open));
        let answered = self.service.call(request);
        Box::pin(async move {
            let answered = answered.await;
            drop(open);
            answered
        })
    }
}
