//! From a watch, which is pulled, to a stream, which is pushed: a few answers ahead of its reader, and no more.

use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use app::watch::{AccessWatch, Watch};
use app::{App, Error, StoreError, passed};
use domain::{Reason, Refusal};
use futures_util::{Stream, StreamExt, stream};
use grantor::v1;
use tokio::sync::{mpsc, oneshot};
use tokio_stream::wrappers::ReceiverStream;
use tonic::Status;

use crate::connections::OpenCall;
use crate::convert::watch::{answer_to_proto, told_to_proto};
use crate::status::status;

/// Answers that wait for a reader, beside what the connection itself holds.
const AHEAD: usize = 16;

/// How long nothing can be handed over before the reader is too slow.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a stream sends, and at last why there is no more.
pub(crate) type Answers<M> = Pin<Box<dyn Stream<Item = Result<M, Status>> + Send + 'static>>;

/// A watch that is pulled, one message at a time.
pub(crate) trait Pulled: Send + 'static {
    type Message: Send + 'static;

    /// The next message, however long it takes. After an error there is none.
    fn next(&mut self) -> impl Future<Output = Result<Self::Message, Error>> + Send;

    /// When the caller wants it to end, if ever.
    fn deadline(&self) -> Option<Instant>;

    /// Where a reader who was too slow goes on.
    fn too_slow(&self) -> Refusal;
}

/// Runs the watch until it ends or nobody reads any more. That long its connection is not idle, and no longer: who does
/// not read the end either must not hold it for ever.
pub(crate) fn answers<P: Pulled>(
    app: Arc<App>,
    watch: P,
    open: Option<Arc<OpenCall>>,
) -> Answers<P::Message> {
    let (ready, waiting) = mpsc::channel(AHEAD);
    let (end, ended) = oneshot::channel();
    let background = app.background().clone();
    background.spawn(async move {
        if let Some(why) = run(&app, watch, &ready).await {
            // Whoever went away meanwhile need not know.
            let _ = end.send(status(why));
        }
        drop(open);
    });
    // The end waits apart, so that it needs no place among the answers.
    let last = async { Err(ended.await.unwrap_or_else(|_| status(Error::Interrupted))) };
    Box::pin(
        ReceiverStream::new(waiting)
            .map(Ok)
            .chain(stream::once(last)),
    )
}

/// Why the watch ended; `None` if nobody reads any more.
async fn run<P: Pulled>(app: &App, watch: P, ready: &mpsc::Sender<P::Message>) -> Option<Error> {
    let deadline = watch.deadline();
    tokio::select! {
        biased;
        () = ready.closed() => None,
        () = app.watches_end() => Some(Error::Stopping),
        () = passed(deadline) => Some(StoreError::Deadline.into()),
        why = hand_over(app, watch, ready) => why,
    }
}

async fn hand_over<P: Pulled>(
    app: &App,
    mut watch: P,
    ready: &mpsc::Sender<P::Message>,
) -> Option<Error> {
    loop {
        // A place first: nothing is read for a reader who takes nothing.
        let place = match app.within(PATIENCE, ready.reserve()).await {
            Some(Ok(place)) => place,
            Some(Err(_)) => return None,
            None => return Some(watch.too_slow().into()),
        };
        match watch.next().await {
            Ok(message) => place.send(message),
            Err(why) => return Some(why),
        }
    }
}

/// A watch of changes, and the position of the last answer.
pub(crate) struct Changes {
    watch: Watch,
    position: String,
}

impl From<Watch> for Changes {
    fn from(watch: Watch) -> Self {
        let position = String::new();
        Self { watch, position }
    }
}

impl Pulled for Changes {
    type Message = v1::WatchChangesResponse;

    async fn next(&mut self) -> Result<Self::Message, Error> {
        let answer = self.watch.next().await?;
        self.position.clone_from(&answer.position);
        Ok(answer_to_proto(answer))
    }

    fn deadline(&self) -> Option<Instant> {
        self.watch.deadline()
    }

    fn too_slow(&self) -> Refusal {
        too_slow("Resume from the last position").with("position", self.position.clone())
    }
}

impl Pulled for AccessWatch {
    type Message = v1::WatchAccessResponse;

    async fn next(&mut self) -> Result<Self::Message, Error> {
        Ok(told_to_proto(AccessWatch::next(self).await?))
    }

    fn deadline(&self) -> Option<Instant> {
        AccessWatch::deadline(self)
    }

    fn too_slow(&self) -> Refusal {
        too_slow("Forget what was kept, watch again")
    }
}

fn too_slow(what: &str) -> Refusal {
    let why = format!(
        "Nothing was read for {} seconds. {what}, and read faster.",
        PATIENCE.as_secs()
    );
    Refusal::new(Reason::WatchTooSlow, why)
}
