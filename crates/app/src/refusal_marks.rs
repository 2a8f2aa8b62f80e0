//! Refused mutations are noted beside the calls: never more at once than the queue holds, never in a caller's way.

use std::sync::Arc;

use domain::{Home, Who};
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::call::Call;
use crate::error::Error;

/// Refusals that wait to be written; what comes while they do is not noted.
const WAITING: usize = 1000;

/// One refused mutation.
pub(crate) struct Mark {
    home: Home,
    who: Who,
    method: String,
    reason: String,
}

/// Both ends of the queue.
pub(crate) fn queue() -> (Sender<Mark>, Receiver<Mark>) {
    mpsc::channel(WAITING)
}

impl App {
    pub(crate) fn mark_refusal(&self, call: &Call, home: &Home, error: &Error) {
        let Error::Refused(refusal) = error else {
            return;
        };
        // A preview is no mutation.
        if call.validate_only {
            return;
        }
        let mark = Mark {
            home: home.clone(),
            who: call.who.clone(),
            method: call.rule.method.clone(),
            reason: format!("{:?}", refusal.reason),
        };
        // A full queue drops it: whoever floods us with refusals must not slow down others.
        let _ = self.refusals.try_send(mark);
    }
}

/// Writes what waits, one after the other.
pub(crate) async fn run(app: Arc<App>, mut waiting: Receiver<Mark>, stop: CancellationToken) {
    loop {
        let mark = tokio::select! {
            biased;
            mark = waiting.recv() => mark,
            // What waits is still written; nothing comes any more.
            () = stop.cancelled() => waiting.try_recv().ok(),
        };
        let Some(Mark {
            home,
            who,
            method,
            reason,
        }) = mark
        else {
            return;
        };
        if let Err(error) = app.store.mark_refusal(&home, &who, &method, &reason).await {
            tracing::warn!(%error, "a refusal could not be noted");
        }
    }
}
