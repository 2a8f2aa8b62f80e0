//! Where do database futures run? In the runtime in which the store was opened, whichever runtime somebody asks from:
//! connections, timers of pools and rollbacks never come to the threads that answer calls.

use tokio::runtime::Handle;
use tokio::task::{JoinError, JoinHandle};

use crate::error::Error;

/// The runtime in which work goes on whether or not anybody waits for it.
#[derive(Debug, Clone)]
pub struct Background(Handle);

impl From<Handle> for Background {
    fn from(runtime: Handle) -> Self {
        Self(runtime)
    }
}

impl Background {
    /// The runtime that this is called in.
    pub(crate) fn here() -> Self {
        Handle::current().into()
    }

    /// Begins work there, which runs to its end whoever stops waiting for it.
    pub fn spawn<F>(&self, work: F) -> JoinHandle<F::Output>
    where
        F: Future<Output: Send> + Send + 'static,
    {
        self.0.spawn(work)
    }

    /// Begins work there, and waits for it.
    pub(crate) async fn run<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Future<Output = Result<T, E>> + Send + 'static,
    {
        self.spawn(work).await.map_err(stopped)?
    }
}

/// The task panicked, or the program ends.
fn stopped(cause: JoinError) -> Error {
    Error::unavailable(cause)
}
