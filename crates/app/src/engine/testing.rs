//! An engine on a store of its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::{Home, OrganizationId, Timestamp};
use store::{KeyRing, Options, Store};

use super::Engine;
use crate::capacity::Capacity;

pub(super) fn home(id: &str) -> Home {
    Home::Organization(OrganizationId::parse(id).expect("an id"))
}

/// An engine, and how often the clock of its database was read: with each read of heads.
pub(super) async fn engine(directory: &tempfile::TempDir) -> (Arc<Engine>, Arc<AtomicU64>) {
    let reads = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&reads);
    let file = directory.path().join("grantor.db");
    let options = Options {
        clock: Some(Arc::new(move || {
            counted.fetch_add(1, Ordering::SeqCst);
            Timestamp(1_767_225_600_000_000)
        })),
        ..Options::new(format!("sqlite:{}", file.display()))
    };
    let ring = KeyRing::create(&directory.path().join("keys.json")).expect("keys");
    let store = Store::open(&options, Arc::new(ring)).await.expect("open");
    store.migrate(|_| ()).await.expect("migrated");
    (
        Arc::new(Engine::new(store, None, &Capacity::default())),
        reads,
    )
}
