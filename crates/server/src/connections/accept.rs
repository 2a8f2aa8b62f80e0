//! The next connection, whatever happens to those before it.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::net::{TcpListener, TcpStream};

use super::seldom::Seldom;

/// How long nobody is let in after a failure that would come again at once, such as no file left to open.
const PAUSE: Duration = Duration::from_millis(100);

/// A listener that goes on after failures.
pub(super) struct Accepting {
    listener: TcpListener,
    told: Seldom,
}

impl Accepting {
    pub(super) fn new(listener: TcpListener) -> Self {
        Self {
            listener,
            told: Seldom::default(),
        }
    }

    /// May be dropped and asked again at any time: no connection is lost by it.
    pub(super) async fn next(&mut self) -> (TcpStream, SocketAddr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    // Without it each answer waits for the client's delayed acknowledgement, 40 ms. A connection that
                    // cannot be told so is gone already.
                    let _ = stream.set_nodelay(true);
                    return (stream, address);
                }
                Err(cause) if is_theirs(&cause) => {}
                Err(cause) => {
                    if let Some(times) = self.told.now() {
                        tracing::error!(%cause, times, "no connection can be let in; is the limit of open files too low?");
                    }
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }
}

/// The one connection went away; the next may be fine.
fn is_theirs(cause: &io::Error) -> bool {
    matches!(
        cause.kind(),
        io::ErrorKind::ConnectionAborted
            | io::ErrorKind::ConnectionReset
            | io::ErrorKind::ConnectionRefused
            | io::ErrorKind::Interrupted
    )
}
