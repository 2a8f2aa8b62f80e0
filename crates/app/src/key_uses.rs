//! When was each key last used? Noted with every call, written now and then.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError, RwLock};

use domain::{KeyId, Timestamp};
use foldhash::quality::RandomState;
use store::Store;

use crate::error::Error;

/// Two uses closer than this count as one.
const GRAIN: i64 = 1_000_000;

/// When keys were used since the last flush.
#[derive(Debug, Default)]
pub(crate) struct KeyUses {
    seen: RwLock<HashMap<KeyId, Timestamp, RandomState>>,
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
            .entry(key.clone())
            .and_modify(|last| *last = now.max(*last))
            .or_insert(now);
        // A call that took long is noted after one that began later.
        self.unwritten
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(key.clone())
            .and_modify(|last| *last = now.max(*last))
            .or_insert(now);
    }

    fn take(&self) -> HashMap<KeyId, Timestamp> {
        std::mem::take(
            &mut *self
                .unwritten
                .lock()
                .unwrap_or_else(PoisonError::into_inner),
        )
    }

    /// Writes those that were noted since.
    pub(crate) async fn write(&self, store: &Store) -> Result<(), Error> {
        for (key, at) in self.take() {
            store.mark_key_use(&key, at).await?;
        }
        Ok(())
    }
}
