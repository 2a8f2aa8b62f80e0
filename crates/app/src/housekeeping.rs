//! What is tidied beside the calls: when keys were last used, and what is kept for a while only.

use std::sync::Arc;
use std::time::Duration;

use store::Store;
use tokio_util::sync::CancellationToken;

use crate::credential::Credentials;
use crate::error::Error;

/// How often uses of keys are written; those in between may be lost in a crash.
const FLUSH: Duration = Duration::from_secs(30);
/// How often old requests and refusals are forgotten.
const FORGET: Duration = Duration::from_secs(3600);

/// Runs until it is told to stop.
pub(crate) async fn run(credentials: Arc<Credentials>, store: Store, stop: CancellationToken) {
    let mut flush = tokio::time::interval(FLUSH);
    let mut forget = tokio::time::interval(FORGET);
    loop {
        let done = tokio::select! {
            () = stop.cancelled() => return or_warn(credentials.write_uses().await),
            _ = flush.tick() => credentials.write_uses().await,
            _ = forget.tick() => store.forget_old().await.map_err(Error::from),
        };
        or_warn(done);
    }
}

fn or_warn(done: Result<(), Error>) {
    if let Err(error) = done {
        tracing::warn!(%error, "tidying up has to wait");
    }
}
