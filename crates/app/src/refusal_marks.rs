//! Refused mutations are noted beside the calls: never more at once than the queue holds, never in a caller's way.

use domain::{Home, Who};
use store::Store;
use tokio::sync::mpsc::{self, Receiver, Sender};
use tokio_util::sync::CancellationToken;

use crate::call::Call;
use crate::error::Error;

/// Refusals that wait to be written; what comes while they do is not noted.
const WAITING: usize = 1000;

/// Where refused mutations are handed in.
pub(crate) struct RefusalMarks(Sender<Mark>);

/// One refused mutation.
pub(crate) struct Mark {
    home: Home,
    who: Who,
    method: String,
    reason: String,
}

/// Both ends of the queue.
pub(crate) fn queue() -> (RefusalMarks, Receiver<Mark>) {
    let (marks, waiting) = mpsc::channel(WAITING);
    (RefusalMarks(marks), waiting)
}

impl RefusalMarks {
    pub(crate) fn note(&self, call: &Call, home: &Home, error: &Error) {
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
        let _ = self.0.try_send(mark);
    }
}

/// Writes what waits, one after the other.
pub(crate) async fn run(store: Store, mut waiting: Receiver<Mark>, stop: CancellationToken) {
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
        if let Err(error) = store.mark_refusal(&home, &who, &method, &reason).await {
            tracing::warn!(%error, "a refusal could not be noted");
        }
    }
}
