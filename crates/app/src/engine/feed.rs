//! How a state comes to be current: one head read, then the changes in order, each link of the chain verified.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError};

use access::State;
use domain::Home;
use store::{Head, Logged, Reader, Store};

use super::filling::filled;
use super::mark::{Mark, chain_mark, history_lost};
use super::{Cell, ClockRead, Engine, Published};
use crate::error::Error;
use crate::pool::{FEW, SHORT, aside};

/// Changes fetched at a time.
pub(super) const BATCH: u64 = 500;

impl Engine {
    /// At least what was seen before, with the same chain.
    pub(crate) async fn at_least(
        self: &Arc<Self>,
        cell: &Arc<Cell>,
        seen: &Mark,
    ) -> Result<Arc<Published>, Error> {
        let published = match self.proven(cell) {
            Some(published) if published.head.revision >= seen.revision => published,
            _ => self.current(cell).await?,
        };
        let home = &cell.home;
        // The same words whichever it is, of whichever home: whose home it is can be more than who asks may know.
        let unknown = || history_lost("The token saw a change that this store does not have.");
        if published.head.revision < seen.revision {
            return Err(unknown().into());
        }
        let chain = match cell.chain_at(seen.revision) {
            Some(chain) => Some(chain),
            None if seen.revision == 0 => return Ok(published),
            None => self
                .store
                .changes(home, seen.revision - 1, 1)
                .await?
                .first()
                .map(|logged| logged.chain),
        };
        let chain = chain.filter(|chain| chain_mark(chain) == seen.chain);
        if let Some(chain) = chain {
            // A page asks this of each of its items.
            cell.went_through(seen.revision, chain);
            Ok(published)
        } else {
            Err(unknown().into())
        }
    }

    /// Brings the published state to `head` or past it. The caller holds `fetching`.
    pub(crate) async fn catch_up(
        &self,
        cell: &Cell,
        head: Option<&Head>,
    ) -> Result<Arc<Published>, Error> {
        match self.caught_up(cell, head).await {
            Ok(published) => {
                if cell
                    .published()
                    .is_none_or(|known| known.head.revision != published.head.revision)
                {
                    self.publish(cell, Arc::clone(&published));
                }
                Ok(published)
            }
            Err(error) => {
                if let Error::Store(why) = &error
                    && why.lasting().is_some()
                {
                    tracing::error!(home = %cell.home, %why, "stopped answering from memory");
                    cell.forget();
                }
                Err(error)
            }
        }
    }

    /// The caller holds `fetching`.
    pub(super) fn publish(&self, cell: &Cell, published: Arc<Published>) {
        let head = published.head;
        self.saw_change(head.at);
        cell.publish(published, self.held_clock());
        if cell.has_come(self.replayed, head.revision) {
            self.due.add(&cell.home);
        }
        self.news
            .send_modify(|count| *count = count.wrapping_add(1));
    }

    async fn caught_up(&self, cell: &Cell, head: Option<&Head>) -> Result<Arc<Published>, Error> {
        if let Some(head) = head {
            head.must_be_readable(&cell.home)?;
        }
        let wanted = head.map_or(0, |head| head.revision);
        let published = match cell.published() {
            Some(known) if known.head.revision == wanted => known,
            Some(known) if known.head.revision < wanted => self.tail(known, cell, wanted).await?,
            Some(known) => {
                let why = "the head went back";
                return Err(corrupt(&cell.home, known.head.revision, why));
            }
            None => self.load_where_it_fits(cell).await?,
        };
        reached(&cell.home, published, head)
    }

    /// By what it took when it was last in memory, so that what does not fit is not read again and again; then by what
    /// it takes.
    async fn load_where_it_fits(&self, cell: &Cell) -> Result<Arc<Published>, Error> {
        self.must_fit(cell.size())?;
        let loaded = self.load(&cell.home).await?;
        cell.takes(loaded.state.size());
        self.must_fit(cell.size())?;
        Ok(loaded)
    }

    async fn load(&self, home: &Home) -> Result<Arc<Published>, Error> {
        let reader = self.store.snapshot().await?;
        Ok(Arc::new(load(&self.store, &reader, home).await?))
    }

    async fn tail(
        &self,
        mut published: Arc<Published>,
        cell: &Cell,
        wanted: u64,
    ) -> Result<Arc<Published>, Error> {
        while published.head.revision < wanted {
            let reached = published.head.revision;
            let changes = self.store.changes(&cell.home, reached, BATCH).await?;
            if changes.is_empty() {
                break;
            }
            published = apply(&self.store, published, &cell.home, &changes)?;
            cell.keep(changes);
        }
        Ok(published)
    }

    pub(super) fn clock_read(&self, now: domain::Timestamp, sent: u64) {
        let read = ClockRead {
            now,
            sent,
            trip: self.age_clock().saturating_sub(sent),
        };
        *self.read_at.write().unwrap_or_else(PoisonError::into_inner) = read;
    }
}

/// A log that ends before its head, or ends otherwise, is not current: a revoke could be in what is missing.
fn reached(
    home: &Home,
    published: Arc<Published>,
    head: Option<&Head>,
) -> Result<Arc<Published>, Error> {
    let wanted = head.copied().unwrap_or_default();
    let got = published.head;
    if got.revision < wanted.revision {
        return Err(corrupt(home, got.revision, "the log ends before its head"));
    }
    if got.revision == wanted.revision && got.revision > 0 && got.chain != wanted.chain {
        return Err(corrupt(
            home,
            got.revision,
            "the chain in memory is not the chain of the head",
        ));
    }
    Ok(published)
}

async fn load(store: &Store, reader: &Reader, home: &Home) -> Result<Published, Error> {
    let Some((head, blocks)) = reader.load(home).await? else {
        return Ok(Published::new(
            State::empty(home),
            Head::default(),
            BTreeMap::new(),
        ));
    };
    let requires = reader.requires(home).await?.into_iter().collect();
    let state = filled(store, home, head.revision, blocks).await?;
    Ok(Published::new(state, head, requires))
}

/// The same in a transaction, which sees each statement's own moment of what it has not locked: nothing that moved on
/// meanwhile is taken.
async fn loaded_at(
    store: &Store,
    reader: &Reader,
    home: &Home,
    head: &Head,
) -> Result<Published, Error> {
    let loaded = load(store, reader, home).await?;
    let now = reader.head(home).await?.unwrap_or_default();
    if loaded.head == *head && now == *head {
        Ok(loaded)
    } else {
        Err(Error::Moved)
    }
}

/// A private copy of what is known, brought to exactly `head` by reading in a transaction.
pub(crate) async fn advance(
    store: &Store,
    reader: &Reader,
    home: &Home,
    known: Option<Arc<Published>>,
    head: &Head,
) -> Result<Arc<Published>, Error> {
    head.must_be_readable(home)?;
    let mut published = match known.filter(|known| known.head.revision <= head.revision) {
        Some(known) => known,
        None => Arc::new(loaded_at(store, reader, home, head).await?),
    };
    while published.head.revision < head.revision {
        let changes = reader.changes(home, published.head.revision, BATCH).await?;
        if changes.is_empty() {
            return Err(corrupt(
                home,
                published.head.revision,
                "the log ends before its head",
            ));
        }
        published = apply(store, published, home, &changes)?;
    }
    if published.head.revision == head.revision && published.head.chain != head.chain {
        return Err(corrupt(
            home,
            head.revision,
            "the chain in memory is not the chain of the head",
        ));
    }
    Ok(published)
}

pub(super) fn apply(
    store: &Store,
    published: Arc<Published>,
    home: &Home,
    changes: &[Logged],
) -> Result<Arc<Published>, Error> {
    let Some(last) = changes.last() else {
        return Ok(published);
    };
    let events = changes.iter().map(|logged| logged.change.events.len());
    let bytes = changes.iter().map(Logged::size);
    let is_short = events.sum::<usize>() <= FEW && bytes.sum::<usize>() <= SHORT;
    let take_in = || taken_in(store, &published, home, changes);
    let (state, requires) = if is_short {
        take_in()?
    } else {
        aside(take_in)?
    };
    Ok(Arc::new(Published::new(state, last.head(), requires)))
}

fn taken_in(
    store: &Store,
    published: &Published,
    home: &Home,
    changes: &[Logged],
) -> Result<(State, BTreeMap<Home, u64>), Error> {
    let mut state = published.state.clone();
    let mut requires = published.requires.clone();
    let (mut revision, mut chain) = (published.head.revision, published.head.chain);
    for logged in changes {
        if logged.revision != revision + 1 {
            return Err(corrupt(
                home,
                logged.revision,
                "a revision is missing before it",
            ));
        }
        if !store.verify_link(&chain, logged) {
            return Err(corrupt(home, logged.revision, "its chain does not verify"));
        }
        state.apply(logged.revision, &logged.change);
        (revision, chain) = (logged.revision, logged.chain);
        for (other, seen) in &logged.deps {
            let known = requires.entry(other.clone()).or_default();
            *known = (*known).max(*seen);
        }
    }
    Ok((state, requires))
}

/// What is stored of a home at a revision is not what was written.
pub(crate) fn corrupt(home: &Home, revision: u64, why: &str) -> Error {
    store::Error::Corrupt(format!("{home} at revision {revision}: {why}")).into()
}
