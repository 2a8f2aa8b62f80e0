//! The changes of all organizations: those of each in order, by time as far as they are a little past, then as they come.

use std::sync::Arc;

use domain::Timestamp;
use store::{Logged, Reached, Store};
use tokio::sync::watch;

use super::position;
use super::tail::{Last, PAGE, Tail, TailReach};
use crate::error::Error;

/// A watch of all organizations.
pub(super) struct Across {
    tail: Arc<Tail>,
    news: watch::Receiver<u64>,
    cursor: Cursor,
    /// All changes before this time were handed over.
    settled: Timestamp,
    /// All that was acknowledged up to here was read.
    proven_at: Timestamp,
    /// Per organization the last change that was read, as long as its time is not settled.
    last: Last,
    /// What the tail said when the log was read last, or everything in the tail.
    reach: TailReach,
}

/// How far it has read.
enum Cursor {
    /// By time, in the log.
    Log(Reached),
    /// As they came, in the tail, from this number on; those before the time were read in the log.
    Tail(u64, Timestamp),
}

impl Across {
    /// With what comes from now on.
    pub(super) async fn from_now(tail: Arc<Tail>, store: &Store) -> Result<Self, Error> {
        tail.poll(store).await?;
        // What is known by then is older than the watch.
        let (next, reach, known) = tail.end();
        Ok(Self {
            news: tail.subscribe(),
            tail,
            cursor: Cursor::Tail(next, Timestamp(i64::MIN)),
            settled: reach.settled,
            proven_at: reach.read_at,
            last: known,
            reach,
        })
    }

    /// With all changes since a time; what was acknowledged up to `begun` is not waited for.
    pub(super) async fn since(
        tail: Arc<Tail>,
        store: &Store,
        since: Timestamp,
        begun: Timestamp,
    ) -> Result<Self, Error> {
        tail.poll(store).await?;
        let reach = tail.reach()?;
        Ok(Self {
            news: tail.subscribe(),
            tail,
            cursor: Cursor::Log(Reached::before(since)),
            settled: since,
            proven_at: begun,
            last: Last::new(),
            reach,
        })
    }

    /// The changes that follow, some at a time; none where there are no more yet.
    pub(super) async fn read(&mut self, store: &Store) -> Result<Vec<Arc<Logged>>, Error> {
        self.news.borrow_and_update();
        loop {
            let (page, is_end) = match &self.cursor {
                Cursor::Log(reached) => {
                    let reached = reached.clone();
                    self.read_log(store, reached).await?
                }
                Cursor::Tail(next, since) => {
                    let (next, since) = (*next, *since);
                    self.read_tail(next, since)?
                }
            };
            let page = self.fresh(page);
            if is_end || !page.is_empty() {
                return Ok(page);
            }
        }
    }

    async fn read_log(
        &mut self,
        store: &Store,
        reached: Reached,
    ) -> Result<(Vec<Arc<Logged>>, bool), Error> {
        let reach = self.tail.reach()?;
        let before = std::mem::replace(&mut self.reach, reach);
        if reach.late != before.late {
            // One came up behind what was read: it is read again since what is settled, and what is known passed over.
            self.cursor = Cursor::Log(Reached::before(self.settled));
            return Ok((Vec::new(), false));
        }
        self.settle(reached.at().min(reach.settled));
        let page = store.changes_across(&reached, reach.recent, PAGE).await?;
        if let Some(last) = page.last() {
            self.cursor = Cursor::Log(Reached::change(last));
            return Ok((page.into_iter().map(Arc::new).collect(), false));
        }
        self.settle(reach.settled);
        self.proven_at = self.proven_at.max(self.settled);
        // Under a load so great that the tail does not reach back to what is recent, it is waited for.
        let joins = reach.kept_since <= self.settled.max(reach.recent);
        if joins {
            self.cursor = Cursor::Tail(reach.first, self.settled);
        }
        Ok((Vec::new(), !joins))
    }

    fn read_tail(
        &mut self,
        next: u64,
        since: Timestamp,
    ) -> Result<(Vec<Arc<Logged>>, bool), Error> {
        let Some(taken) = self.tail.take(next, PAGE)? else {
            // It read too slowly and the tail has gone on: the log still has all.
            let read = self.reach.recent.max(self.settled);
            self.cursor = Cursor::Log(Reached::before(read));
            return Ok((Vec::new(), false));
        };
        let is_end = taken.changes.is_empty();
        if is_end {
            self.reach = taken.reach;
            self.settle(taken.reach.settled);
            self.proven_at = self.proven_at.max(taken.reach.read_at);
        }
        self.cursor = Cursor::Tail(next + taken.changes.len() as u64, since);
        let mut page = taken.changes;
        page.retain(|logged| logged.at >= since);
        Ok((page, is_end))
    }

    /// Those that were not read before.
    fn fresh(&mut self, mut page: Vec<Arc<Logged>>) -> Vec<Arc<Logged>> {
        page.retain(|logged| {
            let known = self.last.get(&logged.home);
            let is_fresh = known.is_none_or(|(revision, _)| *revision < logged.revision);
            if is_fresh {
                let cursor = (logged.revision, logged.at);
                self.last.insert(logged.home.clone(), cursor);
            }
            is_fresh
        });
        page
    }

    fn settle(&mut self, settled: Timestamp) {
        if settled > self.settled {
            self.settled = settled;
            self.last.retain(|_, (_, at)| *at >= settled);
        }
    }

    pub(super) fn hand_over(&mut self, logged: &Logged) {
        // The log is read by time, so that nothing before a change is left out that is settled; the tail is not.
        if matches!(self.cursor, Cursor::Log(_)) {
            self.settled = self.settled.max(logged.at.min(self.reach.settled));
        }
    }

    pub(super) fn position(&self, store: &str) -> String {
        position::since(store, self.settled)
    }

    /// All that was acknowledged up to then was read.
    pub(super) fn proven_at(&self) -> Timestamp {
        self.proven_at
    }

    /// Comes back once something may be new.
    pub(super) async fn news(&mut self) {
        // The sender lives as long as the tail.
        let _ = self.news.changed().await;
    }
}
