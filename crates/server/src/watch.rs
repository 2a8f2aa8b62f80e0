//! From a watch, which is pulled, to a stream, which is pushed: a few answers ahead of its reader, and no more.

use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use app::watch::Watch;
use app::{App, Error, StoreError, passed};
use domain::{Reason, Refusal};
use futures_util::{Stream, StreamExt, stream};
use grantor::v1::WatchChangesResponse;
use tokio::sync::{mpsc, oneshot};
use tokio_stream::wrappers::ReceiverStream;
use tonic::Status;

use crate::connections::OpenCall;
use crate::convert::watch::answer_to_proto;
use crate::status::status;

/// Answers that wait for a reader, beside what the connection itself holds.
const AHEAD: usize = 16;

/// How long nothing can be handed over before the reader is too slow.
const PATIENCE: Duration = Duration::from_secs(30);

/// The answers of a watch, and at last why there are no more.
pub(crate) type Answers =
    Pin<Box<dyn Stream<Item = Result<WatchChangesResponse, Status>> + Send + 'static>>;

/// Runs the watch until it ends or nobody reads any more. That long its connection is not idle, and no longer: who does
/// not read the end either must not hold it for ever.
pub(crate) fn answers(app: Arc<App>, watch: Watch, open: Option<Arc<OpenCall>>) -> Answers {
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
async fn run(app: &App, watch: Watch, ready: &mpsc::Sender<WatchChangesResponse>) -> Option<Error> {
    let deadline = watch.deadline();
    tokio::select! {
        biased;
        () = ready.closed() => None,
        () = app.watches_end() => Some(Error::Stopping),
        () = passed(deadline) => Some(StoreError::Deadline.into()),
        why = hand_over(app, watch, ready) => why,
    }
}

async fn hand_over(
    app: &App,
    mut watch: Watch,
    ready: &mpsc::Sender<WatchChangesResponse>,
) -> Option<Error> {
    let mut position = String::new();
    loop {
        // A place first: nothing is read for a reader who takes nothing.
        let place = match app.within(PATIENCE, ready.reserve()).await {
            Some(Ok(place)) => place,
            Some(Err(_)) => return None,
            None => return Some(too_slow(position).into()),
        };
        match watch.next().await {
            Ok(answer) => {
                position.clone_from(&answer.position);
                place.send(answer_to_proto(answer));
            }
            Err(why) => return Some(why),
        }
    }
}

fn too_slow(position: String) -> Refusal {
    let why = format!(
        "Nothing was read for {} seconds. Resume from the last position, and read faster.",
        PATIENCE.as_secs()
    );
    Refusal::new(Reason::WatchTooSlow, why).with("position", position)
}
