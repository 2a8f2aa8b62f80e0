//! The states of the past that are in memory, and those that are being built.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::{Home, Timestamp};
use store::Head;
use tokio::sync::{Semaphore, watch};

use super::Published;
use super::flights::{Flight, Landed};

/// States that are kept at most, however little they take.
const MOST: usize = 256;

/// What a state counts as that says nothing of its size: those of the platform and of people are small and many.
const SMALL: u64 = 64 << 10;

/// In microseconds.
const SECOND: u64 = 1_000_000;

/// A state that is being built.
type Building = Flight<Arc<Published>>;

/// The states of the past.
pub(super) struct PastStates {
    kept: Mutex<HashMap<Home, BTreeMap<u64, Kept>>>,
    building: Mutex<HashMap<(Home, u64), Building>>,
    /// Who builds: so many at once, and beside the calls.
    pub(super) places: Semaphore,
    settled: AtomicI64,
    /// When the database was last asked what is settled; 0 before.
    asked: AtomicU64,
}

struct Kept {
    state: Arc<Published>,
    used: u64,
}

impl Kept {
    fn size(&self) -> u64 {
        self.state.state.size().max(SMALL)
    }
}

impl PastStates {
    pub(super) fn new(places: usize) -> Self {
        Self {
            kept: Mutex::default(),
            building: Mutex::default(),
            places: Semaphore::new(places),
            settled: AtomicI64::new(i64::MIN),
            asked: AtomicU64::new(0),
        }
    }

    /// The state of a home at this head.
    pub(super) fn get(&self, home: &Home, head: &Head, now: u64) -> Option<Arc<Published>> {
        let mut kept = self.kept();
        let found = kept.get_mut(home)?.get_mut(&head.revision)?;
        if found.state.head != *head {
            return None;
        }
        found.used = now;
        Some(Arc::clone(&found.state))
    }

    /// The last state of a home that is not after a revision.
    pub(super) fn before(&self, home: &Home, revision: u64) -> Option<Arc<Published>> {
        let kept = self.kept();
        let (_, last) = kept.get(home)?.range(..=revision).next_back()?;
        Some(Arc::clone(&last.state))
    }

    /// Keeps a state; of too many the one that was used least goes.
    pub(super) fn keep(&self, home: &Home, state: Arc<Published>, now: u64) {
        let mut kept = self.kept();
        let states = kept.entry(home.clone()).or_default();
        states.insert(state.head.revision, Kept { state, used: now });
        let are_too_many = kept.values().map(BTreeMap::len).sum::<usize>() > MOST;
        let gone = are_too_many.then(|| forget_one(&mut kept));
        drop(kept);
        drop(gone);
    }

    /// The bytes that they take.
    pub(super) fn size(&self) -> u64 {
        let kept = self.kept();
        kept.values()
            .flat_map(BTreeMap::values)
            .map(Kept::size)
            .sum()
    }

    /// Has those used least leave until so many bytes are free, or none is left; says how many are.
    pub(super) fn free(&self, bytes: u64) -> u64 {
        let (mut gone, mut freed) = (Vec::new(), 0);
        let mut kept = self.kept();
        while freed < bytes
            && let Some(state) = forget_one(&mut kept)
        {
            freed += state.size();
            gone.push(state);
        }
        // To drop them takes long, and others wait for the list.
        drop(kept);
        freed
    }

    /// Forgets all states of a home.
    pub(super) fn forget(&self, home: &Home) {
        let gone = self.kept().remove(home);
        drop(gone);
    }

    /// The building of a state that is under way, or the place to tell what comes of a new one.
    pub(super) fn build(&self, home: &Home, revision: u64) -> Build {
        let mut building = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (home.clone(), revision);
        // One whose task is gone never lands.
        let lands = |flight: &&Flight<_>| flight.landed.has_changed().is_ok();
        if let Some(flight) = building.get(&key).filter(lands) {
            return Build::UnderWay(flight.clone());
        }
        let (landing, landed) = watch::channel(None);
        let flight = Flight { number: 0, landed };
        building.insert(key, flight.clone());
        Build::Begins(flight, landing)
    }

    /// What was built is there, or is not to be.
    pub(super) fn built(&self, home: &Home, revision: u64) {
        let mut building = self.building.lock().unwrap_or_else(PoisonError::into_inner);
        building.remove(&(home.clone(), revision));
    }

    /// Up to when all was known to be settled when it was asked last.
    pub(super) fn settled(&self) -> Timestamp {
        Timestamp(self.settled.load(Ordering::Relaxed))
    }

    /// Whether the database may be asked again what is settled: once in each second, whoever wants to know.
    pub(super) fn asks_again(&self, now: Duration) -> bool {
        let now = u64::try_from(now.as_micros()).unwrap_or(u64::MAX);
        let last = self.asked.load(Ordering::Relaxed);
        (last == 0 || now.saturating_sub(last) >= SECOND)
            && self
                .asked
                .compare_exchange(last, now.max(1), Ordering::Relaxed, Ordering::Relaxed)
                .is_ok()
    }

    /// What is settled stays so.
    pub(super) fn is_settled(&self, until: Timestamp) {
        self.settled.fetch_max(until.0, Ordering::Relaxed);
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<Home, BTreeMap<u64, Kept>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How a state comes to be built.
pub(super) enum Build {
    UnderWay(Building),
    Begins(Building, Landing),
}

/// Where it is told what came of it.
pub(super) type Landing = watch::Sender<Option<Landed<Arc<Published>>>>;

/// Takes out the state that was used least.
fn forget_one(kept: &mut HashMap<Home, BTreeMap<u64, Kept>>) -> Option<Kept> {
    let each = kept.iter().flat_map(|(home, states)| {
        states
            .iter()
            .map(move |(revision, kept)| (kept.used, home, *revision))
    });
    let (_, home, revision) = each.min()?;
    let home = home.clone();
    let states = kept.get_mut(&home)?;
    let gone = states.remove(&revision)?;
    if states.is_empty() {
        kept.remove(&home);
    }
    Some(gone)
}
