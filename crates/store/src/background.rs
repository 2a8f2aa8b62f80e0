//! Where do database futures run? In the runtime in which the store was opened, whichever runtime somebody asks from:
//! connections, timers of pools and rollbacks never come to the threads that answer calls.

use std::pin::Pin;
use std::task::{Context, Poll};

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

    /// Begins work there, to be waited for.
    pub fn run<T, E, F>(&self, work: F) -> Begun<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: Future<Output = Result<T, E>> + Send + 'static,
    {
        Begun(self.spawn(work))
    }
}

/// Work that goes on elsewhere. Its own type is not part of this one, nor so of everything that waits for it: the compiler
/// would go through all of a write once for each call that can come to one.
pub struct Begun<T, E>(JoinHandle<Result<T, E>>);

impl<T, E: From<Error>> Future for Begun<T, E> {
    type Output = Result<T, E>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let ended = Pin::new(&mut self.0).poll(context);
        ended.map(|ended| ended.unwrap_or_else(|cause| Err(stopped(cause).into())))
    }
}

/// The task panicked, or the program ends.
fn stopped(cause: JoinError) -> Error {
    Error::unavailable(cause)
}
