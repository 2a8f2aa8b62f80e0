//! The states in memory: loaded once, then fed by the same log that everybody reads.

mod ages;
mod cell;
mod committed;
mod due;
mod feed;
mod filling;
mod flight;
mod flights;
mod mark;
mod past;
mod past_states;
mod room;
mod snapshot;
mod sweep;
#[cfg(test)]
mod testing;
mod together;

use std::collections::HashMap;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use domain::{Home, Timestamp};
use store::Store;
use tokio::sync::{Notify, watch};

use crate::capacity::Capacity;
use crate::error::Error;

use ages::Ages;
pub(crate) use cell::{Cell, KeptToken, Published};
use due::Due;
pub(crate) use feed::{advance, corrupt};
pub(crate) use mark::{Mark, history_lost};
use past_states::PastStates;
pub(crate) use snapshot::Snapshot;
pub(crate) use sweep::run as sweep;

/// How old the proof may be that memory is current, for reads that minimize latency.
pub(crate) const BOUND: Duration = Duration::from_secs(5);

/// Where tests put their own time.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// The states in memory, one cell a home.
pub(crate) struct Engine {
    store: Store,
    /// The bytes that organizations may take.
    memory: u64,
    cells: RwLock<HashMap<Home, Arc<Cell>>>,
    past: PastStates,
    due: Due,
    /// Changes after which a checkpoint may be due.
    replayed: u64,
    platform: Arc<Cell>,
    people: Arc<Cell>,
    ages: Ages,
    read_at: RwLock<ClockRead>,
    clock: Option<Clock>,
    /// The latest change of whichever home that is not far ahead of the database's clock.
    latest: AtomicI64,
    /// What the clock of tests said when it started.
    began: Timestamp,
    /// When reads of heads began to fail, as [`Engine::age_clock`] says it; 0 while they do not.
    away: AtomicU64,
    /// Whose turn it is to read several homes anew.
    together: Arc<tokio::sync::Mutex<()>>,
    /// Wakes the sweep, which asks the database whether it is there.
    wake: Notify,
    /// Counts what was published of whichever home, for those who watch all.
    news: watch::Sender<u64>,
}

/// A reading of the database's clock.
#[derive(Debug, Clone, Copy)]
struct ClockRead {
    now: Timestamp,
    /// When the read was sent, as [`Engine::age_clock`] says it.
    sent: u64,
    /// How many microseconds it took.
    trip: u64,
}

impl Engine {
    pub(crate) fn new(store: Store, clock: Option<Clock>, capacity: &Capacity) -> Self {
        Self {
            store,
            memory: capacity.memory,
            past: PastStates::new(capacity.decisions),
            due: Due::default(),
            replayed: capacity.replayed,
            cells: RwLock::default(),
            platform: Arc::new(Cell::new(Home::Platform)),
            people: Arc::new(Cell::new(Home::People)),
            ages: Ages::new(),
            read_at: RwLock::new(ClockRead {
                now: Timestamp::default(),
                sent: 0,
                trip: 0,
            }),
            began: clock.as_ref().map(|clock| clock()).unwrap_or_default(),
            clock,
            away: AtomicU64::new(0),
            together: Arc::default(),
            wake: Notify::new(),
            latest: AtomicI64::new(i64::MIN),
            news: watch::Sender::default(),
        }
    }

    /// The time that answers are given at, and the one idea of it that questions and writes have: the database's, and
    /// not before the last change.
    pub(crate) fn now(&self) -> Timestamp {
        let latest = Timestamp(self.latest.load(Ordering::Relaxed));
        store::going_on(latest, self.database_now())
    }

    /// A change of this time was published.
    fn saw_change(&self, at: Timestamp) {
        let now = self.database_now();
        if store::is_far_ahead(at, now) {
            return;
        }
        let later = |latest: i64| {
            let stands = !store::is_far_ahead(Timestamp(latest), now);
            (!stands || latest < at.0).then_some(at.0)
        };
        // Where nothing changes, a later one was seen before.
        let _ = self
            .latest
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, later);
    }

    /// The database's time, carried on from its last reading.
    fn database_now(&self) -> Timestamp {
        if let Some(clock) = &self.clock {
            return clock();
        }
        let read = self.clock_reading();
        let since = self.age_clock().saturating_sub(read.sent);
        Timestamp(read.now.0.saturating_add(micros(since)))
    }

    fn clock_reading(&self) -> ClockRead {
        *self.read_at.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The database's time when a read was sent that proved a state current (as [`Cell::proven_at`] says it), or a little
    /// before: the clock was read somewhere on the way of that read.
    pub(crate) fn time_of(&self, proven_at: u64) -> Timestamp {
        let read = self.clock_reading();
        if let Some(clock) = &self.clock {
            let age = self.age_clock().saturating_sub(proven_at);
            let before = micros(age.saturating_add(read.trip));
            return Timestamp(clock().0.saturating_sub(before));
        }
        // By one reading and without the present, so that nothing can come between: never later than it was.
        let since = micros(proven_at).saturating_sub(micros(read.sent));
        let time = read.now.0.saturating_add(since);
        Timestamp(time.saturating_sub(micros(read.trip)))
    }

    /// How long it has run, to tell how long something lasts; what tests move the clock by counts too.
    pub(crate) fn lasting(&self) -> Duration {
        let clock = self.clock.as_ref().map_or(self.began, |clock| clock());
        let moved = u64::try_from(clock.0 - self.began.0).unwrap_or_default();
        Duration::from_micros(self.age_clock().saturating_add(moved))
    }

    /// Wakes whenever something is published of whichever home.
    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    pub(crate) fn cell(&self, home: &Home) -> Arc<Cell> {
        match home {
            Home::Platform => Arc::clone(&self.platform),
            Home::People => Arc::clone(&self.people),
            Home::Organization(_) => self.organization_cell(home),
        }
    }

    /// Waits for a home of which a checkpoint may be made.
    pub(crate) async fn checkpoint_due(&self) -> Home {
        self.due.next().await
    }

    /// Whether it is in memory, however old.
    pub(crate) fn holds(&self, home: &Home) -> bool {
        let cells = self.cells.read().unwrap_or_else(PoisonError::into_inner);
        cells
            .get(home)
            .is_some_and(|cell| cell.published().is_some())
    }

    /// The state of a home in memory, however old.
    fn in_memory(&self, home: &Home) -> Option<Arc<Published>> {
        let cells = self.cells.read().unwrap_or_else(PoisonError::into_inner);
        match home {
            Home::Platform => self.platform.published(),
            Home::People => self.people.published(),
            Home::Organization(_) => cells.get(home)?.published(),
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

    /// How long heads could not be read; `None` while they can. Memory answers until its proof is too old.
    pub(crate) fn away_for(&self) -> Option<Duration> {
        let since = self.away.load(Ordering::Relaxed);
        let for_so_long = Duration::from_micros(self.age_clock().saturating_sub(since));
        (since > 0).then_some(for_so_long)
    }

    /// Whether questions are answered: the database is there, or what is in memory is still within the bound.
    pub(crate) fn answers(&self) -> bool {
        self.away_for().is_none() || self.proven(&self.platform).is_some()
    }

    /// Refuses at once while the database is known to be away: one asks for all whether it is back.
    fn must_be_reachable(&self) -> Result<(), Error> {
        match self.away_for() {
            None => Ok(()),
            Some(away) => {
                self.probe();
                let why = format!("heads could not be read for {} s", away.as_secs());
                Err(store::Error::Unavailable(why.into()).into())
            }
        }
    }

    fn found_away(&self) {
        let now = self.age_clock().max(1);
        let _ = self
            .away
            .compare_exchange(0, now, Ordering::Relaxed, Ordering::Relaxed);
    }

    fn found_back(&self) {
        if self.away.swap(0, Ordering::Relaxed) > 0 {
            tracing::info!("heads can be read again");
        }
    }

    /// Has the database asked now whether it is there.
    fn probe(&self) {
        self.wake.notify_one();
    }

    /// Microseconds since the engine started, for ages; also those in which the machine was suspended.
    pub(crate) fn age_clock(&self) -> u64 {
        self.ages.now()
    }

    /// The same by the monotonic clock alone, so never more than has passed: for how long something was there at least.
    pub(crate) fn held_clock(&self) -> u64 {
        self.ages.ran()
    }

    /// What is published, if it was proven current within the bound.
    pub(crate) fn proven(&self, cell: &Cell) -> Option<Arc<Published>> {
        self.proven_by(cell, self.age_clock())
    }

    /// The same for who has just read the age clock: several homes are asked for at once.
    pub(crate) fn proven_by(&self, cell: &Cell, now: u64) -> Option<Arc<Published>> {
        cell.use_at(now);
        let bound = u64::try_from(BOUND.as_micros()).unwrap_or(u64::MAX);
        let proven_at = cell.proven_at()?;
        (now.saturating_sub(proven_at) <= bound)
            .then(|| cell.published())
            .flatten()
    }
}

fn micros(span: u64) -> i64 {
    i64::try_from(span).unwrap_or(i64::MAX)
}
