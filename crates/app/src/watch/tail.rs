//! The last changes of all organizations as they come: read once for all who watch, and only while somebody does.
//!
//! A change can become visible after one with a later time, until its time is settled. So the keys of what is recent are
//! read again each time, those since a write began once it is over that was open for longer, and what is new among them
//! is taken in the order in which it was found.

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use domain::{Home, Timestamp};
use store::{ChangeKey, Logged, Reached, Settled, Store};
use tokio::sync::watch;
use tokio_util::sync::CancellationToken;

use crate::engine::{Engine, corrupt};
use crate::error::Error;
use crate::recent::surplus;

/// Changes read at a time; what a watch holds in memory at most.
pub(super) const PAGE: u64 = 50;
/// How many changes are kept at most for those who read a little later.
const KEPT: usize = 1024;
/// And how many bytes of them, as they are stored: as much as is written in the time in which changes settle.
const KEPT_BYTES: usize = 64 << 20;
/// Keys read in one statement.
const KEYS: u64 = 5000;
/// Changes that are found in one reading and not further apart, in microseconds, are fetched with what lies between.
const NEAR: i64 = 1_000_000;
/// How often it looks for what other instances wrote.
const EVERY: Duration = Duration::from_secs(1);
/// How close two readings may follow each other, however much is written.
const APART: Duration = Duration::from_millis(20);

/// Per organization the revision and time of a change.
pub(super) type Last = HashMap<Home, (u64, Timestamp)>;

/// The last changes of all organizations.
pub(super) struct Tail {
    state: Mutex<State>,
    news: watch::Sender<u64>,
    /// Held by whoever reads: one at a time.
    polling: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    changes: VecDeque<Arc<Logged>>,
    reach: TailReach,
    /// Per organization the last change that was found and is not settled.
    known: Last,
    /// The writes that had begun before what is recent, and were open when it was read last.
    open: BTreeMap<String, Timestamp>,
    /// What is stored is not what was written, or not for this version.
    broken: Option<store::Error>,
}

/// How far the tail reaches.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct TailReach {
    /// The number of the first change that is kept.
    pub(super) first: u64,
    /// All changes since then are kept, as far as they were found.
    pub(super) kept_since: Timestamp,
    /// All changes before then were found.
    pub(super) settled: Timestamp,
    /// All changes before then were found, but for those of writes that are still open.
    pub(super) recent: Timestamp,
    /// How often changes were found that are of before what was recent.
    pub(super) late: u64,
    /// All that was acknowledged before then was found.
    pub(super) read_at: Timestamp,
}

/// Some of the changes that are kept.
pub(super) struct Taken {
    pub(super) changes: Vec<Arc<Logged>>,
    pub(super) reach: TailReach,
}

/// Reads until nobody watches.
pub(super) async fn run(
    tail: Weak<Tail>,
    store: Store,
    engine: Arc<Engine>,
    stop: CancellationToken,
) {
    let mut news = engine.subscribe();
    loop {
        tokio::select! {
            () = stop.cancelled() => return,
            _ = news.changed() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
        news.borrow_and_update();
        let Some(tail) = tail.upgrade() else {
            return;
        };
        if let Err(error) = tail.poll(&store).await {
            tracing::warn!(%error, "changes could not be read for those who watch all organizations");
        }
        drop(tail);
        tokio::time::sleep(APART).await;
    }
}

impl Tail {
    pub(super) fn new() -> Self {
        Self {
            state: Mutex::default(),
            news: watch::Sender::default(),
            polling: tokio::sync::Mutex::default(),
        }
    }

    /// Reads what was committed before this call.
    pub(super) async fn poll(&self, store: &Store) -> Result<(), Error> {
        let _polling = self.polling.lock().await;
        let found = self.find(store).await;
        if let Err(Error::Store(error)) = &found
            && error.lasting().is_some()
        {
            self.state().broken = error.lasting();
        }
        self.news
            .send_modify(|count| *count = count.wrapping_add(1));
        found
    }

    async fn find(&self, store: &Store) -> Result<(), Error> {
        let asked = store.settled().await?;
        let since = self.state().begins(&asked);
        let new = self.new_keys(store, since).await?;
        let mut changes = Vec::with_capacity(new.len());
        for near in new.chunk_by(|one, next| next.at.0 - one.at.0 <= NEAR) {
            changes.extend(fetch(store, near).await?);
        }
        self.state().take_in(changes, asked)
    }

    /// The keys of changes that were not found before, by time.
    async fn new_keys(&self, store: &Store, since: Timestamp) -> Result<Vec<ChangeKey>, Error> {
        let mut new = Vec::new();
        let mut reached = Reached::before(since);
        loop {
            let keys = store.change_keys_across(&reached, KEYS).await?;
            let is_end = (keys.len() as u64) < KEYS;
            if let Some(last) = keys.last() {
                reached = Reached::key(last);
            }
            let mut state = self.state();
            for key in keys {
                if state.is_new(&key)? {
                    new.push(key);
                }
            }
            if is_end {
                return Ok(new);
            }
        }
    }

    /// The number of the next change, how far the tail reaches, and what was found and is not settled.
    pub(super) fn end(&self) -> (u64, TailReach, Last) {
        let state = self.state();
        let next = state.reach.first + state.changes.len() as u64;
        (next, state.reach, state.known.clone())
    }

    pub(super) fn reach(&self) -> Result<TailReach, Error> {
        let state = self.state();
        state.sound()?;
        Ok(state.reach)
    }

    /// Changes from a number on; `None` where that one is not kept any more.
    pub(super) fn take(&self, next: u64, limit: u64) -> Result<Option<Taken>, Error> {
        let state = self.state();
        state.sound()?;
        let Some(skip) = next.checked_sub(state.reach.first) else {
            return Ok(None);
        };
        let skip = usize::try_from(skip).unwrap_or(usize::MAX);
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let following = state.changes.iter().skip(skip).take(limit);
        Ok(Some(Taken {
            changes: following.cloned().collect(),
            reach: state.reach,
        }))
    }

    /// Wakes after every reading.
    pub(super) fn subscribe(&self) -> watch::Receiver<u64> {
        self.news.subscribe()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Where to begin to read: at what was recent, or where the first of the writes began that are over since.
    fn begins(&mut self, asked: &Settled) -> Timestamp {
        if self.is_first() {
            self.reach.kept_since = asked.recent;
            return asked.until();
        }
        let open = self.open.iter();
        let over = open.filter(|(id, _)| !asked.open.contains_key(*id));
        let since = over.map(|(_, since)| *since).min();
        // What is settled was found, however early such a write is said to have begun.
        let since = since.map(|since| since.max(self.reach.settled));
        since.map_or(self.reach.recent, |since| self.reach.recent.min(since))
    }

    fn is_first(&self) -> bool {
        self.reach.read_at == Timestamp::default()
    }

    /// Whether it was not found before. What is known is there for ever.
    fn is_new(&mut self, key: &ChangeKey) -> Result<bool, Error> {
        match self.known.get(&key.home) {
            Some((revision, at)) if *revision == key.revision && *at != key.at => {
                let why = "it is not the change that was seen before";
                Err(corrupt(&key.home, key.revision, why))
            }
            Some((revision, _)) if *revision >= key.revision => Ok(false),
            _ if self.is_first() && key.at < self.reach.kept_since => {
                // It is older than all watches, however long a write is open.
                self.known.insert(key.home.clone(), (key.revision, key.at));
                Ok(false)
            }
            _ => Ok(true),
        }
    }

    fn take_in(&mut self, changes: Vec<Logged>, mut asked: Settled) -> Result<(), Error> {
        // One that was not open before writes at a later time than what is settled, and as long as it is open it has begun
        // when it had at first: of a hidden one only that it is there is known.
        for (id, since) in &mut asked.open {
            let first = self.open.get(id).copied();
            *since = first.unwrap_or_else(|| (*since).max(self.reach.settled));
        }
        let reach = &mut self.reach;
        if changes.iter().any(|logged| logged.at < reach.recent) {
            reach.late += 1;
        }
        for logged in changes {
            let place = (logged.revision, logged.at);
            let known = self.known.insert(logged.home.clone(), place);
            if known.is_some_and(|(revision, _)| revision + 1 != logged.revision) {
                let why = "a revision is missing before it";
                return Err(corrupt(&logged.home, logged.revision, why));
            }
            self.changes.push_back(Arc::new(logged));
        }
        reach.settled = reach.settled.max(asked.until());
        reach.recent = reach.recent.max(asked.recent);
        reach.read_at = reach.read_at.max(asked.now);
        self.open = asked.open;
        let surplus = surplus(self.changes.iter().map(|it| it.size()), KEPT, KEPT_BYTES);
        for gone in self.changes.drain(..surplus) {
            reach.first += 1;
            let after = Timestamp(gone.at.0 + 1);
            reach.kept_since = reach.kept_since.max(after);
        }
        let settled = reach.settled;
        self.known.retain(|_, (_, at)| *at >= settled);
        self.broken = None;
        Ok(())
    }

    fn sound(&self) -> Result<(), Error> {
        match self.broken.as_ref().and_then(store::Error::lasting) {
            Some(error) => Err(error.into()),
            None => Ok(()),
        }
    }
}

/// The changes of these keys; few others lie between them.
async fn fetch(store: &Store, keys: &[ChangeKey]) -> Result<Vec<Logged>, Error> {
    let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
        return Ok(Vec::new());
    };
    let wanted: HashSet<_> = keys.iter().map(|key| (&key.home, key.revision)).collect();
    let before = Timestamp(last.at.0 + 1);
    let mut reached = Reached::before(first.at);
    let mut found = Vec::with_capacity(keys.len());
    loop {
        let page = store.changes_across(&reached, before, PAGE).await?;
        let Some(end) = page.last() else {
            break;
        };
        reached = Reached::change(end);
        let is_wanted = |logged: &Logged| wanted.contains(&(&logged.home, logged.revision));
        found.extend(page.into_iter().filter(is_wanted));
    }
    if found.len() < keys.len() {
        let why = "changes went away while they were read";
        return Err(corrupt(&first.home, first.revision, why));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The store at this second, with these writes open.
    fn asked(second: i64, open: &[(&str, i64)]) -> Settled {
        let at = |second: i64| Timestamp(second * 1_000_000);
        Settled {
            now: at(second),
            recent: at(second - 10),
            open: open
                .iter()
                .map(|(id, since)| ((*id).to_owned(), at(*since)))
                .collect(),
        }
    }

    #[test]
    fn attack_d4_what_is_settled_is_not_read_again_after_a_write_of_which_it_is_hidden_when_it_began()
     {
        let mut state = State::default();
        let takes_in =
            |state: &mut State, asked| state.take_in(Vec::new(), asked).expect("nothing");
        takes_in(&mut state, asked(10_000, &[]));
        let settled = state.reach.settled;
        for second in [10_001, 10_050] {
            takes_in(&mut state, asked(second, &[("hidden", second - 3_600)]));
            assert_eq!(
                state.reach.settled, settled,
                "it holds on to what was settled"
            );
        }
        let over = asked(10_051, &[]);
        assert_eq!(state.begins(&over), settled);
        takes_in(&mut state, over);
        assert_eq!(state.reach.settled, Timestamp(10_041_000_000));
    }
}
