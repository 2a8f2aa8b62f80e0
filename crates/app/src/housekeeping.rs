//! What is tidied beside the calls: when keys were last used, and what is kept for a while only.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use domain::{KeyId, Timestamp};
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::error::Error;

/// How often uses of keys are written; those in between may be lost in a crash.
const FLUSH: Duration = Duration::from_secs(30);
/// How often old requests and refusals are forgotten.
const FORGET: Duration = Duration::from_secs(3600);
/// Two uses closer than this count as one.
const GRAIN: i64 = 1_000_000;

/// When keys were used since the last flush.
#[derive(Debug, Default)]
pub(crate) struct KeyUses {
    seen: RwLock<HashMap<KeyId, Timestamp>>,
    unwritten: Mutex<HashMap<KeyId, Timestamp>>,
}

impl KeyUses {
    /// Notes a use; nearly always only a shared lock and a look.
    pub(crate) fn note(&self, key: &KeyId, now: Timestamp) {
        let known = self
            .seen
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(key)
            .copied();
        if known.is_some_and(|known| now.0 - known.0 < GRAIN) {
            return;
        }
        self.seen
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.clone(), now);
        self.unwritten
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.clone(), now);
    }

    fn take(&self) -> HashMap<KeyId, Timestamp> {
        std::mem::take(
            &mut *self
                .unwritten
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }
}

impl App {
    /// When each key was last used, to within a minute or so.
    pub async fn key_uses(&self) -> Result<HashMap<KeyId, Timestamp>, Error> {
        self.write_key_uses().await?;
        Ok(self.store.key_uses().await?)
    }

    pub(crate) async fn write_key_uses(&self) -> Result<(), Error> {
        for (key, at) in self.key_uses.take() {
            self.store.mark_key_use(&key, at).await?;
        }
        Ok(())
    }
}

/// Runs until it is told to stop.
pub(crate) async fn run(app: Arc<App>, stop: CancellationToken) {
    let mut flush = tokio::time::interval(FLUSH);
    let mut forget = tokio::time::interval(FORGET);
    loop {
        let done = tokio::select! {
            () = stop.cancelled() => return or_warn(app.write_key_uses().await),
            _ = flush.tick() => app.write_key_uses().await,
            _ = forget.tick() => app.store.forget_old().await.map_err(Error::from),
        };
        or_warn(done);
    }
}

fn or_warn(done: Result<(), Error>) {
    if let Err(error) = done {
        tracing::warn!(%error, "tidying up has to wait");
    }
}
