//! How a state of the past comes to be: from the last checkpoint before it, or the last state in memory, by the changes that
//! follow, each link of the chain verified.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use access::State;
use domain::{Home, Reason, Refusal, Timestamp};
use store::{Checkpoint, Head, Logged};

use super::feed::{BATCH, apply, corrupt};
use super::filling::filled;
use super::flight::wait;
use super::past_states::{Build, Landing};
use super::{Engine, Published};
use crate::error::Error;

/// When a time may be settled that is not yet.
const AGAIN: Duration = Duration::from_secs(10);

impl Engine {
    /// Refuses a time of which not all is known yet.
    pub(crate) async fn must_be_settled(&self, time: Timestamp) -> Result<(), Error> {
        let now = self.now();
        let last = self.settled_as_of(time).await?;
        if time <= last {
            return Ok(());
        }
        let why = format!(
            "Not all changes of {time} are known yet: all of them are up to {last}. Ask about an earlier time, or without one."
        );
        let refusal =
            Refusal::new(Reason::TimeNotSettled, why).with("settled_time", last.to_string());
        // What is still to come is not waited for.
        let is_to_come = time > now;
        Err(if is_to_come {
            refusal
        } else {
            refusal.again_in(AGAIN)
        }
        .into())
    }

    /// The last time of which all is known; at least this one, if that is so.
    pub(crate) async fn settled_as_of(&self, time: Timestamp) -> Result<Timestamp, Error> {
        let mut until = self.past.settled();
        // Always, since it notes that it was asked.
        let may_ask = time >= until && self.past.asks_again(self.lasting());
        if may_ask || until == Timestamp(i64::MIN) {
            until = self.store.settled().await?.until();
            self.past.is_settled(until);
        }
        Ok(Timestamp(until.0.saturating_sub(1)))
    }

    /// The state after the next change.
    pub(crate) fn after(
        &self,
        state: Arc<Published>,
        home: &Home,
        next: &Logged,
    ) -> Result<Arc<Published>, Error> {
        apply(&self.store, state, home, std::slice::from_ref(next))
    }

    /// The changes that follow a revision, some of those up to another that is there.
    pub(crate) async fn changes_up_to(
        &self,
        home: &Home,
        after: u64,
        last: u64,
    ) -> Result<Vec<Logged>, Error> {
        let left = last.saturating_sub(after);
        if left == 0 {
            return Ok(Vec::new());
        }
        let changes = self.store.changes(home, after, left.min(BATCH)).await?;
        if changes.is_empty() {
            return Err(corrupt(home, after, "the log ends before its head"));
        }
        Ok(changes)
    }

    /// Keeps a state that somebody may go on from soon, if there is room.
    pub(crate) fn keep_past(&self, home: &Home, state: &Arc<Published>) {
        let now = self.age_clock();
        let is_new = state.head.revision > 0 && self.past.get(home, &state.head, now).is_none();
        if is_new && self.past_must_fit(state.state.size()).is_ok() {
            self.past.keep(home, Arc::clone(state), now);
        }
    }

    /// The state of a home where its log stood at this head.
    pub(crate) async fn as_of(
        self: &Arc<Self>,
        home: &Home,
        head: &Head,
    ) -> Result<Arc<Published>, Error> {
        if head.revision == 0 {
            return Ok(Arc::new(unborn(home)));
        }
        head.must_be_readable(home)?;
        let is_it = |published: &Arc<Published>| published.head == *head;
        if let Some(published) = self.in_memory(home).filter(is_it) {
            return Ok(published);
        }
        if let Some(kept) = self.past.get(home, head, self.age_clock()) {
            return Ok(kept);
        }
        let flight = match self.past.build(home, head.revision) {
            Build::UnderWay(flight) => flight,
            Build::Begins(flight, landing) => {
                let build = build(Arc::clone(self), home.clone(), *head, landing);
                self.store.background().spawn(build);
                flight
            }
        };
        let built = wait(flight, |_| Error::Loading(home.clone())).await?;
        // Of another log, as after a backup came back: who asks again finds this one's.
        if built.head != *head {
            return Err(Error::Interrupted);
        }
        Ok(built)
    }

    async fn built(
        &self,
        home: &Home,
        head: &Head,
        landing: &Landing,
    ) -> Result<Arc<Published>, Error> {
        let _place = self.past.places.acquire().await;
        // Beside those who wait only the list of what is built holds a receiver.
        if landing.receiver_count() <= 1 {
            return Err(Error::Interrupted);
        }
        // About as much as now, before it is known.
        let size = self
            .in_memory(home)
            .map_or(0, |published| published.state.size());
        self.past_must_fit(size)?;
        let mut state = self.start(home, head.revision).await?;
        let after = state.head.revision;
        let mut changes = self.changes_up_to(home, after, head.revision).await?;
        while let Some(reached) = changes.last().map(|last| last.revision) {
            // The database reads those that follow meanwhile.
            let (next, applied) =
                tokio::join!(self.changes_up_to(home, reached, head.revision), async {
                    apply(&self.store, state, home, &changes)
                });
            state = applied?;
            changes = next?;
        }
        if state.head != *head {
            return Err(corrupt(home, head.revision, "the log does not lead there"));
        }
        self.past_must_fit(state.state.size())?;
        self.past.keep(home, Arc::clone(&state), self.age_clock());
        Ok(state)
    }

    /// What is nearest before a revision.
    async fn start(&self, home: &Home, revision: u64) -> Result<Arc<Published>, Error> {
        let now = self.in_memory(home);
        let now = now.filter(|published| published.head.revision <= revision);
        let kept = self.past.before(home, revision);
        let known = now.into_iter().chain(kept);
        let known = known.max_by_key(|state| state.head.revision);
        let after = known.as_ref().map_or(0, |state| state.head.revision);
        let mut last = revision;
        while let Some(checkpoint) = self.store.checkpoint(home, after + 1..=last).await? {
            let Checkpoint { head, parts } = checkpoint;
            match filled(&self.store, home, head.revision, parts.into_iter()).await {
                // A later version can have written it.
                Err(Error::Store(why @ store::Error::Corrupt(_))) => {
                    tracing::warn!(%home, revision = head.revision, %why, "a checkpoint was passed over");
                }
                state => return Ok(Arc::new(Published::new(state?, head, BTreeMap::new()))),
            }
            last = head.revision - 1;
        }
        Ok(known.unwrap_or_else(|| Arc::new(unborn(home))))
    }
}

async fn build(engine: Arc<Engine>, home: Home, head: Head, landing: Landing) {
    let built = engine.built(&home, &head, &landing).await;
    if let Err(Error::Store(why)) = &built
        && why.lasting().is_some()
    {
        // What was kept may be of another log than there is.
        engine.past.forget(&home);
    }
    engine.past.built(&home, head.revision);
    landing.send_replace(Some(built.map_err(Arc::new)));
}

fn unborn(home: &Home) -> Published {
    Published::new(State::empty(home), Head::default(), BTreeMap::new())
}
