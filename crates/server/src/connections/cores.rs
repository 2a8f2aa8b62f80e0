//! One of the threads that answer calls. A connection stays on its core from its first byte to its last, so that no call
//! waits for another thread.

use std::convert::Infallible;
use std::io;
use std::net::TcpStream;

use http::{Request, Response};
use tokio::runtime::Builder;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;
use tonic::body::Body;
use tower::Service;

use super::connection::Connection;
use super::http;
use super::places::{Place, Places};

/// A core, as it is known to whoever hands it connections. Once it is dropped, no more come.
pub(super) struct Core {
    arriving: UnboundedSender<Arrival>,
    places: Places,
}

/// What a core answers on; there are never more than the seats of all connections.
pub(super) struct Arrivals(UnboundedReceiver<Arrival>);

/// A connection that was let in, with its bytes.
type Arrival = (TcpStream, Connection);

impl Core {
    /// A core, and what comes to it.
    pub(super) fn new() -> (Self, Arrivals) {
        let (arriving, arrivals) = unbounded_channel();
        let core = Self {
            arriving,
            places: Places::default(),
        };
        (core, Arrivals(arrivals))
    }

    /// Where the fewest connections are.
    pub(super) fn with_fewest(cores: &[Self]) -> Option<&Self> {
        cores.iter().min_by_key(|core| core.places.taken())
    }

    pub(super) fn place(&self) -> Place {
        self.places.take()
    }

    pub(super) fn takes(&self, stream: TcpStream, connection: Connection) {
        // One that has failed takes nothing, and whoever waits for its end hears of it.
        let _ = self.arriving.send((stream, connection));
    }
}

impl Arrivals {
    /// Answers on them, on this thread: until no more come and the last has ended, or until `cut`, which ends them all.
    pub(super) fn answered_by<S>(self, service: S, cut: &CancellationToken) -> io::Result<()>
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
            + Clone
            + Send
            + 'static,
        S::Future: Send + 'static,
    {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(cut.run_until_cancelled(self.each_by(service)));
        Ok(())
    }

    async fn each_by<S>(mut self, service: S)
    where
        S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
            + Clone
            + Send
            + 'static,
        S::Future: Send + 'static,
    {
        let http = http();
        let mut connections = JoinSet::new();
        loop {
            let (stream, connection) = tokio::select! {
                arrival = self.0.recv() => match arrival {
                    Some(arrival) => arrival,
                    None => break,
                },
                // Only so that what has ended is forgotten.
                Some(_) = connections.join_next() => continue,
            };
            match tokio::net::TcpStream::from_std(stream) {
                Ok(stream) => {
                    connections.spawn(connection.run(stream, http.clone(), service.clone()));
                }
                Err(cause) => tracing::error!(%cause, "a connection could not be taken over"),
            }
        }
        while connections.join_next().await.is_some() {}
    }
}
