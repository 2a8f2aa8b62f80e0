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

/// How long changes wait for those that come with them, so that many of them cost one look.
const APART: Duration = Duration::from_millis(10);

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
        matches!(&self.touched, Touched::Members(members) if members.is_empty())
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
            let snapshot = self.picked().await?;
            self.follow_partners(&snapshot);
            let touched = self.touched(&snapshot);
            let told = self.told(touched, snapshot)?;
            if !told.is_heartbeat() || self.lasting(self.answered) >= HEARTBEAT {
                self.answered = self.app.engine.lasting();
                return Ok(told);
            }
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

    /// Follows those who are partners now, and nobody who is no more.
    fn follow_partners(&mut self, snapshot: &Snapshot) {
        let is_there = |home: &Home| snapshot.heads().any(|(there, _)| there == home);
        self.followed.retain(|home, _| is_there(home));
        for (home, _) in snapshot.heads() {
            if !self.followed.contains_key(home) {
                self.follow(home);
            }
        }
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
            let mut kept = self.followed.get(home)?.cell.kept_after(before.revision);
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
        let proven = self.proven(&snapshot).unwrap_or_default();
        self.proved_time = self.proved_time.max(proven);
        self.told = Some(snapshot);
        Ok(Told {
            touched,
            token,
            proved_time: self.proved_time,
        })
    }

    /// When all of these states were still the last ones; `None` where one is not any more.
    fn proven(&self, snapshot: &Snapshot) -> Option<Timestamp> {
        let engine = &self.app.engine;
        let mut proven_at = u64::MAX;
        for (home, head) in snapshot.heads() {
            let cell = &self.followed.get(home)?.cell;
            // Looked at before what it proves.
            proven_at = proven_at.min(cell.proven_at()?);
            if cell.published()?.head != *head {
                return None;
            }
        }
        Some(engine.time_of(proven_at))
    }

    /// Until something may have changed, or for as long as it may be silent.
    async fn wait(&mut self) {
        let silent = self.lasting(self.answered);
        let rest = HEARTBEAT.saturating_sub(silent);
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
            () = any => tokio::time::sleep(APART).await,
            () = tokio::time::sleep(rest.clamp(Duration::from_millis(1), TICK)) => {}
        }
    }

    fn lasting(&self, since: Duration) -> Duration {
        self.app.engine.lasting().saturating_sub(since)
    }
}
