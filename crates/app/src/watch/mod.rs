//! What changes, as it happens: a stream that its reader pulls, for as long as they may.
//!
//! Nothing of the database is held between two answers, and nothing is read that was not asked for.

mod across;
mod kept;
mod one;
mod position;
mod shared_tail;
mod source;
mod start;
mod tail;
mod wish;

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::{Home, Timestamp};
use store::Logged;

pub use kept::{AccessWatch, Told};
pub(crate) use shared_tail::SharedTail;
pub use wish::{Start, WatchChanges, Watched};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;
use source::Source;

/// How often it is asked again of a stream who has it, and whether they may.
pub(crate) const LOOK_AGAIN: Duration = Duration::from_secs(5);

/// The longest that a watch sleeps, so that a clock that was moved is seen.
pub(crate) const TICK: Duration = Duration::from_secs(1);

#[derive(Debug)]
pub struct Answer {
    pub event: Event,
    /// Where to resume so that nothing is missed.
    pub position: String,
}

/// What an answer says.
#[derive(Debug)]
pub enum Event {
    /// A change, with the texts that were not erased since and the states that it is shown on.
    Change(Arc<Logged>, Arc<Texts>, Arc<Seen>),
    /// All that was acknowledged up to this time was sent.
    Heartbeat(Timestamp),
}

/// A watch that is open.
pub struct Watch {
    app: Arc<App>,
    call: Call,
    /// Where the right to watch is looked for.
    home: Home,
    heartbeat: Duration,
    source: Source,
    /// When it was opened, until that was said.
    begun: Option<Timestamp>,
    /// Read, and not yet handed over.
    waiting: VecDeque<Arc<Logged>>,
    texts: Arc<Texts>,
    seen: Arc<Seen>,
    looked: Duration,
    answered: Duration,
    /// Counted while it lives.
    _open: Arc<()>,
}

impl App {
    /// Opens a watch, if the call's rule allows it there.
    pub async fn watch(self: &Arc<Self>, call: Call, wish: WatchChanges) -> Result<Watch, Error> {
        if self.draining.is_cancelled() {
            return Err(Error::Stopping);
        }
        let home = match &wish.of {
            Watched::Home(home) => home.clone(),
            // Who watches all is the operator, or has the scope for all; both are the platform's to say.
            Watched::AllOrganizations => Home::Platform,
        };
        let looked = self.engine.lasting();
        let seen = self.see(&call, &home, None, &Consistency::Fully).await?;
        let (source, begun) =
            start::source(&self.store, &self.engine, &self.tail, &wish.of, &wish.start).await?;
        Ok(Watch {
            app: Arc::clone(self),
            call,
            home,
            heartbeat: wish.heartbeat,
            source,
            begun: Some(begun),
            waiting: VecDeque::new(),
            texts: Arc::default(),
            seen: Arc::new(seen),
            looked,
            answered: looked,
            _open: Arc::clone(&self.watches),
        })
    }

    /// How many watches are open here.
    pub fn open_watches(&self) -> usize {
        Arc::strong_count(&self.watches).saturating_sub(1)
    }

    /// Comes back when watches are to end.
    pub async fn watches_end(&self) {
        self.draining.cancelled().await;
    }

    /// Ends all watches and opens no more: they go on at another server.
    pub fn end_watches(&self) {
        self.draining.cancel();
    }

    /// What the work comes to, or `None` after the time has passed without it; the work is dropped then.
    pub async fn within<F: Future>(&self, time: Duration, work: F) -> Option<F::Output> {
        let begun = self.engine.lasting();
        let mut work = pin!(work);
        loop {
            tokio::select! {
                biased;
                done = &mut work => return Some(done),
                () = tokio::time::sleep(TICK.min(time)) => {}
            }
            if self.engine.lasting().saturating_sub(begun) >= time {
                return None;
            }
        }
    }
}

impl Watch {
    /// The next answer, however long it takes. The first is a heartbeat. After an error there is none.
    pub async fn next(&mut self) -> Result<Answer, Error> {
        let event = self.next_event().await?;
        self.answered = self.app.engine.lasting();
        let position = self.source.position(self.app.store.id());
        Ok(Answer { event, position })
    }

    /// When the caller wants it to end, if ever.
    pub fn deadline(&self) -> Option<Instant> {
        self.call.deadline
    }

    async fn next_event(&mut self) -> Result<Event, Error> {
        if let Some(begun) = self.begun.take() {
            return Ok(Event::Heartbeat(begun));
        }
        loop {
            if self.lasting(self.looked) >= LOOK_AGAIN {
                self.look().await?;
            }
            if let Some(logged) = self.waiting.pop_front() {
                self.source.hand_over(&logged);
                let (texts, seen) = (Arc::clone(&self.texts), Arc::clone(&self.seen));
                return Ok(Event::Change(logged, texts, seen));
            }
            self.waiting = self
                .source
                .read(&self.app.store, &self.app.engine)
                .await?
                .into();
            if !self.waiting.is_empty() {
                self.look().await?;
            } else if self.lasting(self.answered) >= self.heartbeat {
                return Ok(Event::Heartbeat(self.source.proven_at()));
            } else {
                self.wait().await;
            }
        }
    }

    /// Whether the caller may still watch; and what is waiting as it is to be shown now.
    async fn look(&mut self) -> Result<(), Error> {
        let app = &self.app;
        self.looked = app.engine.lasting();
        self.know_platform().await?;
        let consistency = Consistency::MinimizeLatency;
        let seen = app.see(&self.call, &self.home, None, &consistency).await?;
        self.seen = Arc::new(seen);
        let changes = self.waiting.iter().map(|logged| &logged.change);
        self.texts = Arc::new(app.texts_in(changes).await?);
        Ok(())
    }

    /// A change names rights of a catalog that this instance may not have seen yet.
    async fn know_platform(&self) -> Result<(), Error> {
        let deps = self.waiting.iter().flat_map(|logged| &logged.deps);
        let needed = deps
            .filter(|(home, _)| *home == Home::Platform)
            .map(|(_, revision)| *revision)
            .max();
        let platform = self.app.engine.cell(&Home::Platform);
        let known = platform.published().map_or(0, |known| known.head.revision);
        if needed.is_some_and(|needed| needed > known) {
            self.app.engine.current(&platform).await?;
        }
        Ok(())
    }

    async fn wait(&mut self) {
        let silent = self.lasting(self.answered);
        let rest = self.heartbeat.saturating_sub(silent);
        tokio::select! {
            () = self.source.news() => {}
            () = tokio::time::sleep(rest.clamp(Duration::from_millis(1), TICK)) => {}
        }
    }

    fn lasting(&self, since: Duration) -> Duration {
        self.app.engine.lasting().saturating_sub(since)
    }
}
