//! What homes hold is kept now and then beside the log, so that questions about the past replay little.

use std::sync::Arc;

use store::Store;
use tokio_util::sync::CancellationToken;

use crate::engine::Engine;

/// Runs until it is told to stop. One that is lost is made later: nothing rests on it.
pub(crate) async fn run(engine: Arc<Engine>, store: Store, stop: CancellationToken) {
    loop {
        let home = tokio::select! {
            () = stop.cancelled() => return,
            home = engine.checkpoint_due() => home,
        };
        let kept = tokio::select! {
            () = stop.cancelled() => return,
            kept = store.keep_checkpoint(&home) => kept,
        };
        match kept {
            Ok(Some(revision)) => tracing::debug!(%home, revision, "a checkpoint was kept"),
            Ok(None) => {}
            Err(error) => tracing::warn!(%home, %error, "a checkpoint has to wait"),
        }
    }
}
