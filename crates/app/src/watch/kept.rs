//! For whoever keeps answers about an organization: which of them may be others than before, and up to when that is told.

use std::collections::BTreeMap;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::Poll;
use std::time::{Duration, Instant};

use access::Touched;
use domain::{Change, Home, OrganizationId, Timestamp};
use store::Logged;
use tokio::sync::watch;

use super::{LOOK_AGAIN, TICK};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::engine::{Cell, Snapshot};
use crate::error::Error;
use crate::token;

/// How long it is silent at most.
const HEARTBEAT: Duration = Duration::from_secs(1);

/// How long changes wait for those that come with them, so that many of them cost one look: longer where many watch, so
/// that all of them together look no more often than some ten thousand times a second.
const APART: Duration = Duration::from_millis(10);
const FOR_EACH_WATCH: Duration = Duration::from_micros(100);
const LONGEST_APART: Duration = Duration::from_millis(200);

/// What is told to whoever keeps answers.
#[derive(Debug)]
pub struct Told {
    /// Whose answers may be others than when something was told last.
    pub touched: Touched,
    /// What was seen.
    pub token: String,
    /// What was acknowledged up to then was told.
    pub proved_time: Timestamp,
}

impl Told {
    /// Whether it is nothing but a sign of life.
    pub fn is_heartbeat(&self) -> bool {
        self.touched == Touched::NOBODY
    }
}

/// A watch of the answers about one organization.
pub struct AccessWatch {
    app: Arc<App>,
    call: Call,
    home: Home,
    /// The homes that answers rest on. What comes there is kept in memory as long as they are followed.
    followed: BTreeMap<Home, Followed>,
    /// The states that all was told up to; `None` until something was told.
    told: Option<Snapshot>,
    proved_time: Timestamp,
    looked: Duration,
    answered: Duration,
    /// Counted while it lives.
    _open: Arc<()>,
}

struct Followed {
    cell: Arc<Cell>,
    news: watch::Receiver<u64>,
}

impl App {
    /// Opens a watch of the answers about an organization, if the call's rule allows it there.
    pub async fn watch_access(
        self: &Arc<Self>,
        call: Call,
        organization: OrganizationId,
    ) -> Result<AccessWatch, Error> {
        if self.draining.is_cancelled() {
            return Err(Error::Stopping);
        }
        let home = Home::Organization(organization);
        let looked = self.engine.lasting();
        self.see(&call, &home, None, &Consistency::Fully).await?;
        let mut watch = AccessWatch {
            app: Arc::clone(self),
            call,
            followed: BTreeMap::new(),
            told: None,
            proved_time: Timestamp::default(),
            looked,
            answered: looked,
            _open: Arc::clone(&self.watches),
            home,
        };
        for home in [&Home::Platform, &Home::People, &watch.home.clone()] {
            watch.follow(home);
        }
        Ok(watch)
    }
}

impl AccessWatch {
    /// What is told next, however long it takes. The first is that everybody's answers are to be asked for. After an error
    /// there is none.
    pub async fn next(&mut self) -> Result<Told, Error> {
        loop {
            if self.lasting(self.looked) >= LOOK_AGAIN {
                self.look().await?;
            }
            for followed in self.followed.values_mut() {
                followed.news.borrow_and_update();
            }
            // Looked at before what it proves.
            let proven_at = self.proven_at();
            let snapshot = self.picked().await?;
            let met = self.follow_partners(&snapshot);
            if let Some(proven_at) = proven_at.filter(|_| !met) {
                self.proved_time = self.app.engine.time_of(proven_at);
            }
            let touched = self.touched(&snapshot);
            let is_news = touched != Touched::NOBODY;
            if is_news || self.lasting(self.answered) >= HEARTBEAT {
                self.answered = self.app.engine.lasting();
                return self.told(touched, snapshot);
            }
            self.told = Some(snapshot);
            self.wait().await;
        }
    }

    /// When the caller wants it to end, if ever.
    pub fn deadline(&self) -> Option<Instant> {
        self.call.deadline
    }

    /// Whether the caller may still ask there.
    async fn look(&mut self) -> Result<(), Error> {
        self.looked = self.app.engine.lasting();
        let consistency = Consistency::MinimizeLatency;
        self.app
            .see(&self.call, &self.home, None, &consistency)
            .await?;
        Ok(())
    }

    /// The states that answers are given on now.
    async fn picked(&self) -> Result<Snapshot, Error> {
        let consistency = Consistency::MinimizeLatency;
        match self.app.pick_from_memory(&self.home, &consistency) {
            Some(snapshot) => Ok(snapshot),
            None => self.app.pick(&self.home, &consistency).await,
        }
    }

    fn follow(&mut self, home: &Home) {
        let cell = self.app.engine.cell(home);
        let news = cell.subscribe();
        self.followed.insert(home.clone(), Followed { cell, news });
    }

    /// Follows those who are partners now, and nobody who is no more; whether somebody is new.
    fn follow_partners(&mut self, snapshot: &Snapshot) -> bool {
        let is_there = |home: &Home| snapshot.heads().any(|(there, _)| there == home);
        self.followed.retain(|home, _| is_there(home));
        let before = self.followed.len();
        for (home, _) in snapshot.heads() {
            if !self.followed.contains_key(home) {
                self.follow(home);
            }
        }
        self.followed.len() > before
    }

    /// When all that is followed was read last; `None` where something is not known to be current.
    fn proven_at(&self) -> Option<u64> {
        let proven_at = self.followed.values().map(|it| it.cell.proven_at());
        proven_at.min().flatten()
    }

    /// Whose answers may be others on these states than on those that all was told up to.
    fn touched(&self, snapshot: &Snapshot) -> Touched {
        let since = self.told.as_ref();
        let changes = since.and_then(|told| self.changes(told, snapshot));
        let Some((told, changes)) = since.zip(changes) else {
            return Touched::Everybody;
        };
        let changes: Vec<&Change> = changes.iter().map(|logged| &logged.change).collect();
        Touched::by(&changes, [&told.view(), &snapshot.view()])
    }

    /// What changed from these states to those; `None` where it is not known any more, or the homes are others.
    fn changes(&self, from: &Snapshot, to: &Snapshot) -> Option<Vec<Arc<Logged>>> {
        if !from
            .heads()
            .map(|(home, _)| home)
            .eq(to.heads().map(|(home, _)| home))
        {
            return None;
        }
        let mut changes = Vec::new();
        for ((home, before), (_, after)) in from.heads().zip(to.heads()) {
            if before == after {
                continue;
            }
            let cell = &self.followed.get(home)?.cell;
            if cell.chain_at(before.revision) != Some(before.chain) {
                return None;
            }
            let mut kept = cell.kept_after(before.revision);
            kept.retain(|logged| logged.revision <= after.revision);
            let last = kept.last()?;
            if (last.revision, last.chain) != (after.revision, after.chain) {
                return None;
            }
            changes.extend(kept);
        }
        Some(changes)
    }

    /// All was told up to these states, once this is told.
    fn told(&mut self, touched: Touched, snapshot: Snapshot) -> Result<Told, Error> {
        let app = &self.app;
        let token = token::of_answer(&app.seal, &app.engine, &snapshot)?;
        self.told = Some(snapshot);
        Ok(Told {
            touched,
            token,
            proved_time: self.proved_time,
        })
    }

    /// Until something may have changed, or for as long as it may be silent.
    async fn wait(&mut self) {
        let silent = self.lasting(self.answered);
        let rest = HEARTBEAT.saturating_sub(silent);
        let watches = u32::try_from(self.app.open_watches()).unwrap_or(u32::MAX);
        let apart = APART + FOR_EACH_WATCH.saturating_mul(watches);
        let apart = apart.min(LONGEST_APART);
        let news = self.followed.values_mut();
        // The senders live as long as the cells.
        let mut news: Vec<_> = news.map(|it| Box::pin(it.news.changed())).collect();
        let any = poll_fn(|context| {
            let is_new = news
                .iter_mut()
                .any(|news| news.as_mut().poll(context).is_ready());
            if is_new {
                Poll::Ready(())
            } else {
                Poll::Pending
            }
        });
        tokio::select! {
            () = any => tokio::time::sleep(apart).await,
            () = tokio::time::sleep(rest.clamp(Duration::from_millis(1), TICK)) => {}
        }
    }

    fn lasting(&self, since: Duration) -> Duration {
        self.app.engine.lasting().saturating_sub(since)
    }
}
