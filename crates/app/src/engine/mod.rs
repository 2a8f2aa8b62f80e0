//! The states in memory: loaded once, then fed by the same log that everybody reads.

mod cell;
mod feed;
mod picked;
mod sweep;

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, Instant};

use domain::{Home, Timestamp};
use store::Store;

pub(crate) use cell::{Cell, Published};
pub(crate) use feed::advance;
pub(crate) use picked::Picked;
pub(crate) use sweep::run as sweep;

/// How old the proof may be that memory is current, for reads that minimize latency.
pub(crate) const BOUND: Duration = Duration::from_secs(5);

/// Where tests put their own time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The states in memory, one cell a home.
pub(crate) struct Engine {
    store: Store,
    cells: RwLock<HashMap<Home, Arc<Cell>>>,
    platform: Arc<Cell>,
    users: Arc<Cell>,
    started: Instant,
    /// The database's time when it was last read, and when that read was sent.
    read_at: RwLock<(Timestamp, Instant)>,
    clock: Option<Clock>,
}

impl Engine {
    pub(crate) fn new(store: Store, clock: Option<Clock>) -> Self {
        let started = Instant::now();
        Self {
            store,
            cells: RwLock::default(),
            platform: Arc::new(Cell::new(Home::Platform)),
            users: Arc::new(Cell::new(Home::Users)),
            started,
            read_at: RwLock::new((Timestamp::default(), started)),
            clock,
        }
    }

    /// The database's time, carried on from its last reading.
    pub(crate) fn now(&self) -> Timestamp {
        if let Some(clock) = &self.clock {
            return clock();
        }
        let (read, sent) = *self.read_at.read().unwrap_or_else(PoisonError::into_inner);
        Timestamp(
            read.0
                .saturating_add(i64::try_from(sent.elapsed().as_micros()).unwrap_or(i64::MAX)),
        )
    }

    pub(crate) fn cell(&self, home: &Home) -> Arc<Cell> {
        match home {
            Home::Platform => Arc::clone(&self.platform),
            Home::Users => Arc::clone(&self.users),
            Home::Organization(_) => self.organization_cell(home),
        }
    }

    fn organization_cell(&self, home: &Home) -> Arc<Cell> {
        let known = self
            .cells
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .get(home)
            .cloned();
        known.unwrap_or_else(|| {
            let mut cells = self.cells.write().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(
                cells
                    .entry(home.clone())
                    .or_insert_with(|| Arc::new(Cell::new(home.clone()))),
            )
        })
    }

    /// Microseconds since the engine started, for ages.
    pub(crate) fn age_clock(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_micros()).unwrap_or(u64::MAX)
    }

    /// What is published, if it was proven current within the bound.
    pub(crate) fn proven(&self, cell: &Cell) -> Option<Arc<Published>> {
        let now = self.age_clock();
        cell.use_at(now);
        let bound = u64::try_from(BOUND.as_micros()).unwrap_or(u64::MAX);
        let proved = cell.proved()?;
        (now.saturating_sub(proved) <= bound)
            .then(|| cell.published())
            .flatten()
    }
}
