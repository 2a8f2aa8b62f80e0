//! What can be read of a home in one moment? All of it, by home first.

mod crossing;
mod loading;
mod partners;
mod requests;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use domain::{Home, Kind, PersonalId, Record, RecordName, Timestamp, Who};
use sea_orm::sea_query::{Expr, ExprTrait, Query};

use crate::entity::change::Model as Written;
use crate::error::Error;
use crate::head::{self, Head};
use crate::idempotency::{self, Remembered, RequestKey};
use crate::key_ring::KeyRing;
use crate::log::{self, ChangeFilter, ChangePage, Logged};
use crate::tx::Tx;
use crate::{noun, personal};

pub use loading::{Block, Blocks};
pub use requests::RequestFilter;

/// One moment of the store: a snapshot, or what a write sees under its locks.
pub struct Reader {
    tx: Tx,
    ring: Arc<KeyRing>,
    /// The changes that were written in this transaction.
    written: Mutex<Vec<Written>>,
}

impl Reader {
    pub(crate) fn new(tx: Tx, ring: Arc<KeyRing>) -> Self {
        Self {
            tx,
            ring,
            written: Mutex::default(),
        }
    }

    pub(crate) fn tx(&self) -> &Tx {
        &self.tx
    }

    pub(crate) fn ring(&self) -> &KeyRing {
        &self.ring
    }

    pub(crate) fn into_tx(self) -> Tx {
        self.tx
    }

    /// A change that was written here.
    pub(crate) fn wrote(&self, change: Written) {
        self.written().push(change);
    }

    fn written(&self) -> MutexGuard<'_, Vec<Written>> {
        self.written.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where a home stands that this version can read.
    pub(crate) async fn readable_head(&self, home: &Home) -> Result<Option<Head>, Error> {
        let head = self.head(home).await?;
        if let Some(head) = &head {
            self.must_be_readable(home, head).await?;
        }
        Ok(head)
    }

    /// Refuses a home that a later version has written. The head says so; its last change, which is sealed, proves it.
    async fn must_be_readable(&self, home: &Home, head: &Head) -> Result<(), Error> {
        head.must_be_readable(home)?;
        if head.revision == 0 {
            return Ok(());
        }
        let last = self.change(home, head.revision).await?;
        if last.is_some_and(|last| last.head() == *head) {
            return Ok(());
        }
        Err(Error::Corrupt(format!(
            "{home} at revision {}: its last change is not what the head says",
            head.revision
        )))
    }

    /// Where a home stands.
    pub async fn head(&self, home: &Home) -> Result<Option<Head>, Error> {
        let rows = self
            .tx
            .rows(&head::heads(self.tx.backend(), std::slice::from_ref(home)))
            .await?;
        Ok(head::read_heads(&rows)?.heads.get(home).copied())
    }

    /// Per other home the highest revision that any change of this one used.
    pub async fn requires(&self, home: &Home) -> Result<Vec<(Home, u64)>, Error> {
        let select = Query::select()
            .column("requires")
            .from("head")
            .and_where(Expr::col("home").eq(home.to_string()))
            .take();
        let Some(row) = self.tx.row(&select).await? else {
            return Ok(Vec::new());
        };
        let requires = head::read_requires(&row)?;
        requires
            .into_iter()
            .map(|(home, at)| Ok((head::read_home(&home)?, at)))
            .collect()
    }

    /// The changes of a home after a revision, in order; at most `limit`, and no more than fit: none only at the end. Those
    /// that were all written here wait for no database.
    pub async fn changes(&self, home: &Home, after: u64, limit: u64) -> Result<Vec<Logged>, Error> {
        let own = log::of_written(&self.written(), home, after, limit)?;
        if !own.is_empty() {
            return Ok(own);
        }
        log::after(&self.tx, home, after, limit).await
    }

    /// Where homes stood at a time: each after its last change that is not later; those are missing that had none yet.
    pub async fn heads_at(
        &self,
        homes: &[Home],
        time: Timestamp,
    ) -> Result<HashMap<Home, Head>, Error> {
        log::heads_at(&self.tx, homes, time).await
    }

    /// Where a home stood after the change that made this revision.
    pub async fn head_of(&self, home: &Home, revision: u64) -> Result<Option<Head>, Error> {
        log::head_of(&self.tx, home, revision).await
    }

    /// The last change of a home before a time.
    pub async fn last_change_before(
        &self,
        home: &Home,
        time: Timestamp,
    ) -> Result<Option<Logged>, Error> {
        log::last_before(&self.tx, home, time).await
    }

    /// The change that made this revision.
    pub async fn change(&self, home: &Home, revision: u64) -> Result<Option<Logged>, Error> {
        log::one(&self.tx, home, revision).await
    }

    /// The changes that made these revisions, some dozens at most, the last first and in one statement; no more than fit, so
    /// that the rest has to be asked for again.
    pub async fn changes_named(
        &self,
        home: &Home,
        revisions: &[u64],
    ) -> Result<Vec<Logged>, Error> {
        log::some(&self.tx, home, revisions).await
    }

    /// A page of the audit of a home: the last changes before a revision that the filter takes.
    pub async fn changes_page(
        &self,
        home: &Home,
        filter: &ChangeFilter,
        before: Option<u64>,
        limit: u64,
    ) -> Result<ChangePage, Error> {
        log::page(&self.tx, home, filter, before, limit).await
    }

    /// The last change of a home before a revision that the filter takes.
    pub async fn last_change(
        &self,
        home: &Home,
        filter: &ChangeFilter,
        before: Option<u64>,
    ) -> Result<Option<Logged>, Error> {
        log::last(&self.tx, home, filter, before).await
    }

    /// The live noun of this name.
    pub async fn record(&self, home: &Home, name: &RecordName) -> Result<Option<Record>, Error> {
        let select = noun::live_in(home, name.kind)
            .and_where(Expr::col("id").eq(name.id.as_str()))
            .take();
        self.tx
            .row(&select)
            .await?
            .as_ref()
            .map(noun::read)
            .transpose()
    }

    /// Live nouns of a kind after an id, by id, byte for byte.
    pub async fn records(
        &self,
        home: &Home,
        kind: Kind,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Vec<Record>, Error> {
        let mut select = noun::live_in(home, kind);
        if let Some(after) = after {
            select.and_where(Expr::col("id").gt(after));
        }
        let rows = self.tx.rows(select.limit(limit)).await?;
        rows.iter().map(noun::read).collect()
    }

    /// The live nouns of a kind that have these ids, in no order that means anything.
    pub async fn records_named(
        &self,
        home: &Home,
        kind: Kind,
        ids: &[&str],
    ) -> Result<Vec<Record>, Error> {
        let live = noun::live(kind)
            .and_where(Expr::col("home").eq(home.to_string()))
            .take();
        let ids = ids.iter().copied();
        let rows = self.tx.among(&live, (kind.name(), "id"), ids).await?;
        rows.iter().map(noun::read).collect()
    }

    /// What is remembered at this time under the id of this caller's request.
    pub async fn remembered(
        &self,
        home: &Home,
        who: &Who,
        request: &RequestKey,
        now: Timestamp,
    ) -> Result<Option<Remembered>, Error> {
        idempotency::remembered(&self.tx, home, &who.caller, request, now).await
    }

    /// The personal values of these ids; erased ones are missing.
    pub async fn texts(
        &self,
        home: &Home,
        ids: &[PersonalId],
    ) -> Result<HashMap<PersonalId, String>, Error> {
        personal::texts(&self.tx, home, ids).await
    }

    /// The personal values of a home that are found by each of these normalized texts.
    pub async fn personal_with_lookups(
        &self,
        home: &Home,
        normalized: &[&str],
    ) -> Result<HashMap<String, Vec<PersonalId>>, Error> {
        let found = personal::with_lookups(&self.tx, &self.ring, home, normalized).await?;
        let ids = found.into_iter().map(|(text, rows)| {
            let ids = rows
                .iter()
                .filter_map(|row| PersonalId::parse(&row.id).ok());
            (text, ids.collect())
        });
        Ok(ids.collect())
    }
}
