//! The sweep: once a second the heads of all homes in use are compared with memory, so that reads need no database.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use domain::Home;
use tokio_util::sync::CancellationToken;

use super::{Cell, Engine};

const EVERY: Duration = Duration::from_secs(1);
/// Homes that nobody asked for this long are no longer swept.
const IN_USE: u64 = 60_000_000;
/// Homes of organizations that leave memory when nobody asked for this long.
const KEPT: u64 = 3_600_000_000;
/// Heads read in one statement.
pub(super) const BATCH: usize = 200;

/// Runs until it is told to stop.
pub(crate) async fn run(engine: Arc<Engine>, stop: CancellationToken) {
    let mut ticks = tokio::time::interval(EVERY);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = ticks.tick() => engine.sweep().await,
            () = engine.wake.notified() => engine.sweep().await,
        }
    }
}

impl Engine {
    pub(crate) async fn sweep(&self) {
        let now = self.age_clock();
        let mut cells = vec![Arc::clone(&self.platform), Arc::clone(&self.people)];
        {
            let mut all = self.cells.write().unwrap_or_else(PoisonError::into_inner);
            all.retain(|_, cell| Arc::strong_count(cell) > 1 || !is_stale(cell, now));
            cells.extend(
                all.values()
                    .filter(|cell| now.saturating_sub(cell.used()) <= IN_USE)
                    .cloned(),
            );
        }
        // What grew past the limit since it was loaded.
        self.makes_room(0);
        for batch in cells.chunks(BATCH) {
            if let Err(error) = self.sweep_batch(batch).await {
                tracing::warn!(%error, "heads could not be read; memory ages until they can");
                self.found_away();
                return;
            }
            self.found_back();
        }
    }

    pub(super) async fn sweep_batch(&self, cells: &[Arc<Cell>]) -> Result<(), crate::Error> {
        let homes: Vec<Home> = cells.iter().map(|cell| cell.home.clone()).collect();
        let sent = self.age_clock();
        let applied: Vec<u64> = cells
            .iter()
            .map(|cell| cell.published().map_or(0, |known| known.head.revision))
            .collect();
        let heads = self.store.heads(&homes).await?;
        self.clock_read(heads.now, sent);
        for (cell, applied) in cells.iter().zip(applied) {
            // What is not in memory is loaded by whoever asks for it, never by the sweep.
            if cell.published().is_none() {
                continue;
            }
            // Whoever is fetching proves it, or is gone in a moment; no need to wait for them.
            let Ok(_fetching) = cell.fetching.try_lock() else {
                continue;
            };
            let head = heads.heads.get(&cell.home);
            let read = head.copied().unwrap_or_default();
            let agrees = cell.published().is_some_and(|known| {
                // What came while the heads were read is newer than they are; what was there before must be in them.
                let newer = known.head.revision > read.revision && applied <= read.revision;
                newer || (known.head.revision, known.head.chain) == (read.revision, read.chain)
            }) && head.is_none_or(|head| head.must_be_readable(&cell.home).is_ok());
            if agrees || self.catch_up(cell, head).await.is_ok() {
                cell.prove(sent);
            }
        }
        Ok(())
    }
}

/// An organization that is not there leaves memory as soon as its proof is old: absent ones must not pile up.
fn is_stale(cell: &Cell, now: u64) -> bool {
    let idle = now.saturating_sub(cell.used());
    let absent = cell
        .published()
        .is_none_or(|published| published.head.revision == 0);
    idle > KEPT || (absent && idle > u64::try_from(super::BOUND.as_micros()).unwrap_or(u64::MAX))
}
