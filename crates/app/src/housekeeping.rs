//! What is tidied beside the calls: when keys and grants were last used, and what is kept for a while only.

use std::sync::Arc;
use std::time::Duration;

use store::Store;
use tokio_util::sync::CancellationToken;

use crate::credential::Credentials;
use crate::error::Error;
use crate::grant_uses::GrantUses;

/// How often uses of keys are written; those in between may be lost in a crash.
const FLUSH: Duration = Duration::from_secs(30);
/// How often uses of grants are written, which are many more.
const FLUSH_GRANTS: Duration = Duration::from_secs(60);
/// How often old requests and refusals are forgotten.
const FORGET: Duration = Duration::from_secs(3600);

/// Runs until it is told to stop.
pub(crate) async fn run(
    credentials: Arc<Credentials>,
    grant_uses: Arc<GrantUses>,
    store: Store,
    stop: CancellationToken,
) {
    let mut flush = tokio::time::interval(FLUSH);
    let mut flush_grants = tokio::time::interval(FLUSH_GRANTS);
    let mut forget = tokio::time::interval(FORGET);
    loop {
        let done = tokio::select! {
            () = stop.cancelled() => {
                or_warn(credentials.write_uses().await);
                return or_warn(grant_uses.write().await);
            }
            _ = flush.tick() => credentials.write_uses().await,
            _ = flush_grants.tick() => grant_uses.write().await,
            () = grant_uses.must_not_wait() => grant_uses.write().await,
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
