//! The changes of one home: each revision once, in order, each sealed onto the one before.

use std::sync::Arc;

use domain::{Home, Timestamp};
use store::{Head, Logged, Store};
use tokio::sync::watch;

use super::position;
use super::tail::PAGE;
use crate::engine::{Cell, Engine, corrupt};
use crate::error::Error;

/// A watch of one home.
pub(super) struct One {
    cell: Arc<Cell>,
    news: watch::Receiver<u64>,
    /// The last change that was read.
    read: Head,
    /// The last change that was handed over.
    handed: Head,
    /// All that was acknowledged up to here was read.
    proven_at: Timestamp,
}

impl One {
    /// After this change of the home.
    pub(super) fn after(cell: Arc<Cell>, head: Head, begun: Timestamp) -> Self {
        Self {
            news: cell.subscribe(),
            cell,
            read: head,
            handed: head,
            proven_at: begun,
        }
    }

    /// The changes that follow, some at a time; none where there are no more.
    pub(super) async fn read(
        &mut self,
        store: &Store,
        engine: &Arc<Engine>,
    ) -> Result<Vec<Arc<Logged>>, Error> {
        self.news.borrow_and_update();
        // Looked at before what it proves.
        let proven_at = self.cell.proven_at();
        let head = match self.cell.published() {
            Some(published) => published.head,
            None => engine.current(&self.cell).await?.head,
        };
        let page = if head.revision > self.read.revision {
            self.fetch(store, &head).await?
        } else {
            Vec::new()
        };
        if head.revision < self.read.revision
            || (head.revision == self.read.revision && head.chain != self.read.chain)
        {
            let why = "its history is not the one that was watched";
            return Err(corrupt(&self.cell.home, head.revision, why));
        }
        if let Some(proven_at) = proven_at.filter(|_| page.is_empty()) {
            self.proven_at = self.proven_at.max(engine.time_of(proven_at));
        }
        Ok(page)
    }

    /// From memory what others fetched just now, else from the log.
    async fn fetch(&mut self, store: &Store, head: &Head) -> Result<Vec<Arc<Logged>>, Error> {
        let home = &self.cell.home;
        let mut page = self.cell.kept_after(self.read.revision);
        if page.is_empty() {
            let changes = store.changes(home, self.read.revision, PAGE).await?;
            page = changes.into_iter().map(Arc::new).collect();
        }
        page.retain(|logged| logged.revision <= head.revision);
        if page.is_empty() {
            let why = "the log ends before its head";
            return Err(corrupt(home, self.read.revision, why));
        }
        for logged in &page {
            if logged.revision != self.read.revision + 1 {
                let why = "a revision is missing before it";
                return Err(corrupt(home, logged.revision, why));
            }
            if !store.verify_link(&self.read.chain, logged) {
                let why = "its chain does not verify";
                return Err(corrupt(home, logged.revision, why));
            }
            self.read = logged.head();
        }
        Ok(page)
    }

    pub(super) fn hand_over(&mut self, logged: &Logged) {
        self.handed = logged.head();
    }

    pub(super) fn position(&self, store: &str) -> String {
        position::after(store, self.home(), &self.handed)
    }

    /// All that was acknowledged up to then was read.
    pub(super) fn proven_at(&self) -> Timestamp {
        self.proven_at
    }

    /// Comes back once something is new.
    pub(super) async fn news(&mut self) {
        // The sender lives as long as the cell.
        let _ = self.news.changed().await;
    }

    fn home(&self) -> &Home {
        &self.cell.home
    }
}
