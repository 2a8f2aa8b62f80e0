//! What happened one after the other, from one time to another, to all that answers about an organization rest on: the
//! changes of its own, of the platform, of people, and of whoever is its partner while they are.

use std::collections::{BTreeMap, VecDeque};
use std::slice;
use std::sync::Arc;

use access::View;
use domain::{Home, Timestamp};
use store::Logged;

use crate::app::App;
use crate::engine::{Published, Snapshot};
use crate::error::Error;

/// The states of a moment, and what comes next of each of their homes.
pub(crate) struct Timeline<'a> {
    app: &'a App,
    home: &'a Home,
    /// What comes later is left out.
    end: Timestamp,
    snapshot: Snapshot,
    queues: BTreeMap<Home, Queue>,
    /// The states before the first change of the time that it has come to.
    before: (Timestamp, Snapshot),
    /// Whether states were kept for whoever goes on.
    is_kept: bool,
}

/// What comes next of a home.
struct Queue {
    next: VecDeque<Logged>,
    /// The revision after which nothing comes.
    last: u64,
    /// How many are read at once next.
    ahead: u64,
}

/// How many changes of a home are read at first.
const FIRST: u64 = 25;

impl Queue {
    fn up_to(last: u64) -> Self {
        Self {
            next: VecDeque::new(),
            last,
            ahead: FIRST,
        }
    }

    /// Up to which revision is read next, once it has come to this one: each time twice as far, so that a page which soon
    /// has what it tells reads little in vain, and a long one does not ask often.
    fn reads_up_to(&mut self, reached: u64) -> u64 {
        let up_to = reached.saturating_add(self.ahead);
        self.ahead = self.ahead.saturating_mul(2);
        up_to.min(self.last)
    }
}

impl<'a> Timeline<'a> {
    /// From the states of a time on, up to the end; both are settled.
    pub(crate) async fn since(
        app: &'a App,
        home: &'a Home,
        time: Timestamp,
        end: Timestamp,
    ) -> Result<Self, Error> {
        let snapshot = app.stood_at(home, time).await?;
        let mut timeline = Self {
            app,
            home,
            end,
            before: (time, snapshot.clone()),
            is_kept: false,
            snapshot,
            queues: BTreeMap::new(),
        };
        let homes = timeline.snapshot.heads().map(|(home, _)| home.clone());
        timeline.follow(homes.collect()).await?;
        Ok(timeline)
    }

    /// The states that it has come to.
    pub(crate) fn view(&self) -> View {
        self.snapshot.view()
    }

    /// When the next change comes, if one does.
    pub(crate) async fn next_time(&mut self) -> Result<Option<Timestamp>, Error> {
        let engine = &self.app.engine;
        for (home, queue) in &mut self.queues {
            let reached = self.snapshot.revision(home);
            if queue.next.is_empty() && reached < queue.last {
                let up_to = queue.reads_up_to(reached);
                let next = engine.changes_up_to(home, reached, up_to).await?;
                queue.next = next.into();
            }
        }
        let next = self.queues.values().filter_map(|queue| queue.next.front());
        Ok(next.map(|logged| logged.at).min())
    }

    /// Goes to the states after the next change, once `next_time` has found one.
    pub(crate) async fn advance(&mut self) -> Result<Option<Logged>, Error> {
        let Some(home) = self.next_home() else {
            return Ok(None);
        };
        let queue = self.queues.get_mut(&home);
        let next = queue.and_then(|queue| queue.next.pop_front());
        let Some((next, state)) = next.zip(self.snapshot.of(&home)) else {
            return Ok(None);
        };
        if next.at > self.before.0 {
            self.before = (next.at, self.snapshot.clone());
        }
        let state = self.app.engine.after(state, &home, &next)?;
        let is_own = home == *self.home;
        self.snapshot.replace(home, state);
        if is_own {
            self.meet_partners(&next).await?;
        }
        Ok(Some(next))
    }

    /// Whoever goes on from the time that it has come to finds the states before it. Those of a later time are not kept any
    /// more: nobody goes on from there.
    pub(crate) fn keep_once(&mut self) {
        if std::mem::replace(&mut self.is_kept, true) {
            return;
        }
        let (_, before) = &self.before;
        for (home, _) in before.heads() {
            if let Some(state) = before.of(home) {
                self.app.engine.keep_past(home, &state);
            }
        }
    }

    /// The home whose change comes next. Of several of one time, one that was decided on nothing that is still to come.
    fn next_home(&self) -> Option<Home> {
        let queues = self.queues.iter();
        let next = queues.filter_map(|(home, queue)| Some((home, queue.next.front()?)));
        let at = next.clone().map(|(_, logged)| logged.at).min()?;
        let mut first = next.filter(|(_, logged)| logged.at == at);
        let free = first
            .clone()
            .find(|(_, logged)| self.has_all_before(logged));
        free.or_else(|| first.next()).map(|(home, _)| home.clone())
    }

    fn has_all_before(&self, logged: &Logged) -> bool {
        let is_there = |(home, revision): &(Home, u64)| {
            !self.queues.contains_key(home) || self.snapshot.revision(home) >= *revision
        };
        logged.deps.iter().all(is_there)
    }

    /// Has the states of those who are partners since this change of the organization, and of none who are no more.
    async fn meet_partners(&mut self, change: &Logged) -> Result<(), Error> {
        let partners = self.snapshot.partners().into_iter();
        let partners: Vec<_> = partners.map(Home::Organization).collect();
        let stays = |home: &Home| partners.contains(home);
        self.snapshot.others.retain(|home, _| stays(home));
        self.queues
            .retain(|home, _| stays(home) || home == self.home || home.organization().is_none());
        let known = &self.snapshot.others;
        let new = partners.iter().filter(|home| !known.contains_key(*home));
        let new: Vec<_> = new.cloned().collect();
        for partner in &new {
            let (home, state) = (partner.clone(), self.as_met(partner, change).await?);
            self.snapshot.others.insert(home, state);
        }
        self.follow(new).await
    }

    /// The state of a partner as the change met it: all that was before its time, and what it was decided on.
    async fn as_met(&self, partner: &Home, change: &Logged) -> Result<Arc<Published>, Error> {
        let before = Timestamp(change.at.0.saturating_sub(1));
        let reader = self.app.reader().await?;
        let homes = slice::from_ref(partner);
        let head = reader.heads_at(homes, before).await?.remove(partner);
        let mut head = head.unwrap_or_default();
        let decided_on = change.deps.iter().find(|(home, _)| home == partner);
        if let Some((_, revision)) = decided_on.filter(|(_, seen)| *seen > head.revision) {
            head = reader.head_of(partner, *revision).await?.unwrap_or(head);
        }
        drop(reader);
        self.app.engine.as_of(partner, &head).await
    }

    /// Has what comes of these homes up to the end.
    async fn follow(&mut self, homes: Vec<Home>) -> Result<(), Error> {
        if homes.is_empty() {
            return Ok(());
        }
        let heads = self.app.reader().await?.heads_at(&homes, self.end).await?;
        for home in homes {
            let last = heads.get(&home).map_or(0, |head| head.revision);
            self.queues.insert(home, Queue::up_to(last));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_home_is_read_further_ahead_each_time_but_not_past_its_last_change() {
        let mut queue = Queue::up_to(300);
        let mut reads = vec![100];
        while reads.last() < Some(&300) {
            let reached = reads.last().copied().unwrap_or_default();
            reads.push(queue.reads_up_to(reached));
        }
        assert_eq!(reads, [100, 125, 175, 275, 300]);
    }
}
