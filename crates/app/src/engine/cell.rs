//! One home in memory: what is published, and since when it is known to be current.

use std::collections::{BTreeMap, VecDeque};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use access::State;
use arc_swap::ArcSwapOption;
use domain::{Home, OrganizationId};
use store::{Head, Logged};
use tokio::sync::watch;

use super::flights::Flights;
use crate::recent::surplus;

/// How many past chain marks a cell remembers, so that a token a little behind needs no read.
const REMEMBERED: usize = 256;

/// How many of the last changes are kept at most for those who watch, so that many of them cost one read.
const RECENT: usize = 64;
/// And how many bytes of them, as they are stored.
const RECENT_BYTES: usize = 8 << 20;

/// A state, and where in the log it stands.
#[derive(Debug)]
pub(crate) struct Published {
    pub(crate) state: State,
    pub(crate) head: Head,
    /// Per other home the highest revision that any change up to here was decided on.
    pub(crate) requires: BTreeMap<Home, u64>,
    /// Since when it is known here, as [`super::Engine::held_clock`] says it; not before it is published.
    since: OnceLock<u64>,
    /// The token of the last answer about it.
    pub(crate) token: ArcSwapOption<KeptToken>,
}

impl Published {
    pub(crate) fn new(state: State, head: Head, requires: BTreeMap<Home, u64>) -> Self {
        Self {
            state,
            head,
            requires,
            since: OnceLock::new(),
            token: ArcSwapOption::empty(),
        }
    }

    /// Who has an active mandate for it, where it is an organization's.
    pub(crate) fn partners(&self) -> Vec<OrganizationId> {
        let State::Organization(state) = &self.state else {
            return Vec::new();
        };
        let active = state.active_partnerships().iter();
        active
            .map(|partnership| partnership.partner.clone())
            .collect()
    }

    /// Since when it is known here; `None` where it was read for one answer alone.
    pub(crate) fn had_since(&self) -> Option<u64> {
        self.since.get().copied()
    }
}

/// The token of the states that an answer is given on, kept with them: they are answered from again and again.
#[derive(Debug)]
pub(crate) struct KeptToken {
    pub(crate) of: Vec<Weak<Published>>,
    /// From then on less has to be named.
    pub(crate) until: u64,
    pub(crate) text: String,
}

/// One home in memory.
pub(crate) struct Cell {
    pub(crate) home: Home,
    published: ArcSwapOption<Published>,
    /// One more than when the read was sent that proved it current; 0 is never.
    proven_at: AtomicU64,
    used: AtomicU64,
    /// About how many bytes it takes, or took when it was last in memory.
    size: AtomicU64,
    chains: Mutex<VecDeque<(u64, [u8; 32])>>,
    /// The revision at which it was last asked how far it has come.
    asked_at: AtomicU64,
    /// The last changes in order, only while somebody watches.
    recent: Mutex<VecDeque<Arc<Logged>>>,
    /// The revision published last.
    news: watch::Sender<u64>,
    /// Who reads the head, now and next.
    pub(super) flights: Mutex<Flights<Arc<Published>>>,
    /// Held by whoever reads the head and fetches: one at a time.
    pub(crate) fetching: tokio::sync::Mutex<()>,
}

impl Cell {
    pub(crate) fn new(home: Home) -> Self {
        Self {
            home,
            published: ArcSwapOption::empty(),
            proven_at: AtomicU64::new(0),
            used: AtomicU64::new(0),
            size: AtomicU64::new(0),
            chains: Mutex::default(),
            asked_at: AtomicU64::new(0),
            recent: Mutex::default(),
            news: watch::Sender::default(),
            flights: Mutex::default(),
            fetching: tokio::sync::Mutex::default(),
        }
    }

    pub(crate) fn published(&self) -> Option<Arc<Published>> {
        self.published.load_full()
    }

    pub(crate) fn proven_at(&self) -> Option<u64> {
        self.proven_at.load(Ordering::Acquire).checked_sub(1)
    }

    /// Only the holder of `fetching` publishes, so a state never goes back. The read that found it came back before `now`.
    pub(crate) fn publish(&self, published: Arc<Published>, now: u64) {
        published.since.get_or_init(|| now);
        let mut chains = self.chains.lock().unwrap_or_else(PoisonError::into_inner);
        chains.push_back((published.head.revision, published.head.chain));
        while chains.len() > REMEMBERED {
            chains.pop_front();
        }
        let revision = published.head.revision;
        self.takes(published.state.size());
        self.published.store(Some(published));
        self.news.send_replace(revision);
    }

    /// Whether it has come as far as `far` since it was asked last. The caller holds `fetching`.
    pub(super) fn has_come(&self, far: u64, revision: u64) -> bool {
        let far = revision >= self.asked_at.load(Ordering::Relaxed).saturating_add(far);
        if far {
            self.asked_at.store(revision, Ordering::Relaxed);
        }
        far
    }

    /// Wakes whenever something is published.
    pub(crate) fn subscribe(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    /// Keeps the changes that were just fetched, if anybody watches.
    pub(crate) fn keep(&self, changes: Vec<Logged>) {
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        if self.news.receiver_count() == 0 {
            recent.clear();
            return;
        }
        recent.extend(changes.into_iter().map(Arc::new));
        let surplus = surplus(recent.iter().map(|it| it.size()), RECENT, RECENT_BYTES);
        recent.drain(..surplus);
    }

    /// The kept changes that follow a revision; none where the next one is not kept.
    pub(crate) fn kept_after(&self, revision: u64) -> Vec<Arc<Logged>> {
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        let follows = |logged: &&Arc<Logged>| logged.revision > revision;
        let first = recent.iter().find(follows).map(|logged| logged.revision);
        if first != Some(revision + 1) {
            return Vec::new();
        }
        recent.iter().filter(follows).cloned().collect()
    }

    pub(crate) fn prove(&self, sent: u64) {
        self.proven_at.fetch_max(sent + 1, Ordering::Release);
    }

    /// Stops answering from memory until it is loaded again.
    pub(crate) fn forget(&self) {
        self.proven_at.store(0, Ordering::Release);
        self.chains
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        self.recent
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        self.published.store(None);
    }

    /// It went through this revision, as the log says: remembered as long as there is room.
    pub(super) fn went_through(&self, revision: u64, chain: [u8; 32]) {
        let mut chains = self.chains.lock().unwrap_or_else(PoisonError::into_inner);
        let is_known = chains.iter().any(|(known, _)| *known == revision);
        if !is_known && chains.len() < REMEMBERED {
            chains.push_front((revision, chain));
        }
    }

    /// The chain at an earlier revision, where it is remembered.
    pub(crate) fn chain_at(&self, revision: u64) -> Option<[u8; 32]> {
        let chains = self.chains.lock().unwrap_or_else(PoisonError::into_inner);
        chains
            .iter()
            .find(|(known, _)| *known == revision)
            .map(|(_, chain)| *chain)
    }

    pub(crate) fn use_at(&self, now: u64) {
        self.used.store(now, Ordering::Relaxed);
    }

    pub(super) fn size(&self) -> u64 {
        self.size.load(Ordering::Relaxed)
    }

    pub(super) fn takes(&self, size: u64) {
        self.size.store(size, Ordering::Relaxed);
    }

    pub(super) fn is_watched(&self) -> bool {
        self.news.receiver_count() > 0
    }

    pub(crate) fn used(&self) -> u64 {
        self.used.load(Ordering::Relaxed)
    }
}
