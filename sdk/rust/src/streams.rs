//! How does one stream follow another? Opened when it is listened to, and given up where nothing comes.

use std::time::Duration;

use http::HeaderValue;
use tonic::{Response, Status, Streaming};

use super::Client;
use super::request_id;
use super::retry::Backoff;

/// The longest pause before a stream is opened again.
pub(super) const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// Streams of one method, one after the other.
pub(super) struct Streams<M> {
    /// Over its connection they are opened.
    client: Client,
    open: Option<Open<M>>,
    backoff: Backoff,
}

/// The stream that there is.
struct Open<M> {
    answers: Streaming<M>,
    /// How many messages it has had.
    came: usize,
}

impl<M> Streams<M> {
    pub(super) fn of(client: Client) -> Self {
        Self {
            client,
            open: None,
            backoff: Backoff::up_to(LONGEST_PAUSE),
        }
    }

    /// The next message, of the stream that there is or of the one that `open` opens. Its end and its silence are
    /// UNAVAILABLE; after any failure the next message is of another stream.
    pub(super) async fn next<F>(
        &mut self,
        patience: Duration,
        open: impl FnOnce(Client, HeaderValue) -> F,
    ) -> Result<M, Status>
    where
        F: Future<Output = Result<Response<Streaming<M>>, Status>>,
    {
        let id = request_id::fresh()?;
        let called = self.client.transport().called(id.clone());
        let failure = match tokio::time::timeout(patience, self.receive(id, open)).await {
            Ok(Ok(Some(message))) => return Ok(message),
            Ok(Ok(None)) => called.cut("the stream ended"),
            Ok(Err(status)) => status,
            Err(_) => {
                // Whoever is silent may be gone: nothing more is asked on the same connection.
                self.client = self.client.reconnected();
                called.cut(&format!("silent for {} s", patience.as_secs_f64()))
            }
        };
        self.open = None;
        Err(failure)
    }

    /// Whether the last message was the first of its stream.
    pub(super) fn just_opened(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.came == 1)
    }

    /// Waits before another stream is opened; each time for longer.
    pub(super) async fn pause(&mut self) {
        tokio::time::sleep(self.backoff.pause()).await;
    }

    /// The other side works: the pauses begin anew.
    pub(super) fn works(&mut self) {
        self.backoff.reset();
    }

    async fn receive<F>(
        &mut self,
        id: HeaderValue,
        open: impl FnOnce(Client, HeaderValue) -> F,
    ) -> Result<Option<M>, Status>
    where
        F: Future<Output = Result<Response<Streaming<M>>, Status>>,
    {
        let stream = match &mut self.open {
            Some(stream) => stream,
            None => {
                let answers = open(self.client.clone(), id).await?.into_inner();
                self.open.insert(Open { answers, came: 0 })
            }
        };
        let message = stream.answers.message().await?;
        stream.came = stream.came.saturating_add(1);
        Ok(message)
    }
}
