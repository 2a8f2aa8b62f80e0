//! Goes through what happened, and asks before and after each of it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use access::{Asked, Step, Turns, View, Where, Work};
use domain::{Home, Timestamp};

use super::told::{AccessChange, Cause, Position};
use crate::app::App;
use crate::error::Error;
use crate::pool::aside;
use crate::queries::audit::{Logged, Made};
use crate::timeline::Timeline;

/// How many steps of looking one page has, beside the calls that others wait for: 60 ms, in which some thousands of changes
/// are looked at.
const STEPS: u64 = 1_000_000;

/// How many of them finding out whom a change reaches counts at most, so that some are left for what it did.
const MOST_TO_REACH: usize = 500_000;

/// What it counts to bring a change into the states.
const APPLY: usize = 20;

/// And to come to a moment at which something starts or ends.
const TURN: usize = 20;

/// How long one page looks, however slow the database is, so that it comes to something before its caller has gone.
const LONGEST: Duration = Duration::from_secs(2);

/// How many differences are told at once.
const MOST: usize = 100;

/// And of how many rights: 256 KiB, where their names are as long as can be.
const MOST_RIGHTS: usize = 2_000;

/// As many rights as one page tells: more would not fit it.
const RIGHTS: usize = 8_000;

/// What is asked for.
pub(super) struct Wanted<'a> {
    pub(super) of: &'a Asked,
    pub(super) home: &'a Home,
    pub(super) size: usize,
    /// Whether it is told who made a change.
    pub(super) sees_audit: bool,
}

/// What was found, each with where a page begins that goes on behind it, and where the next page begins.
type Found = (Vec<(String, AccessChange)>, Option<String>);

/// Where a walk has come to.
pub(super) struct Walk<'a> {
    wanted: Wanted<'a>,
    timeline: Timeline<'a>,
    work: Work,
    /// Where the page begins. What comes before it at that time was told already.
    first: Position,
    /// What is being looked at: its time, and its place among what happens then.
    here: (i64, u64),
    /// What comes next where the page ends; `None` until something was looked at.
    next: Option<Position>,
    /// The states here.
    view: View,
    /// What bears on it and starts or ends from here on.
    turns: Turns,
    found: Vec<(String, AccessChange)>,
    /// How many rights were gained and lost in what was found.
    rights: usize,
    begun: Instant,
}

impl<'a> Walk<'a> {
    pub(super) async fn begin(
        app: &'a App,
        wanted: Wanted<'a>,
        first: Position,
    ) -> Result<Self, Error> {
        let before = Timestamp(first.time.saturating_sub(1));
        let end = Timestamp(first.end);
        let timeline = Timeline::since(app, wanted.home, before, end).await?;
        let view = timeline.view();
        Ok(Self {
            // Whatever it takes: else no page would come to anything.
            turns: aside(|| wanted.of.turns(before, end, &view, &Work::default())),
            work: Work::of(STEPS),
            here: (before.0, 0),
            next: None,
            wanted,
            timeline,
            first,
            view,
            found: Vec::new(),
            rights: 0,
            begun: Instant::now(),
        })
    }

    /// To the end of the page, or of all.
    pub(super) async fn goes_to_the_end(mut self) -> Result<Found, Error> {
        loop {
            let change = self.timeline.next_time().await?;
            let turn = self.turns.next_time();
            match turn.filter(|turn| change.is_none_or(|change| *turn <= change)) {
                Some(turn) => self.turns(turn),
                None if change.is_some() => self.changes().await?,
                None => return Ok((self.found, None)),
            }
            if self.found.len() >= self.wanted.size {
                // The next page begins here, however far it is to the one item more.
                self.timeline.keep_once();
            }
            if self.is_enough() {
                self.timeline.keep_once();
                return Ok(self.page());
            }
        }
    }

    fn page(mut self) -> Found {
        if self.found.len() <= self.wanted.size {
            return (self.found, self.next.map(|next| next.text()));
        }
        self.found.truncate(self.wanted.size);
        let rest = self.found.last().map(|(behind, _)| behind.clone());
        (self.found, rest)
    }

    /// One more than a page shows, so that the last page is known for the last; or as much as a page looks at or tells, but
    /// something.
    fn is_enough(&self) -> bool {
        let is_much =
            || self.work.is_spent() || self.rights > RIGHTS || self.begun.elapsed() > LONGEST;
        self.found.len() > self.wanted.size || (self.next.is_some() && is_much())
    }

    /// Whether it was told by the pages before.
    fn is_told(&self) -> bool {
        self.here < (self.first.time, self.first.place)
    }

    /// Time passes up to a moment at which something starts or ends.
    fn turns(&mut self, at: Timestamp) {
        self.here = (at.0, 0);
        let view = self.view.clone();
        let within = aside(|| self.turns.pass(&view));
        if !self.is_told() {
            let step = Step {
                before: &view,
                after: &view,
                from: Timestamp(at.0.saturating_sub(1)),
                to: at,
            };
            self.compare(step, within.as_ref(), &Cause::Time);
        }
        // Counted before, it could leave nothing for what is told here, and each page would come one step further.
        self.work.goes_on(TURN);
    }

    /// The next change happens.
    async fn changes(&mut self) -> Result<(), Error> {
        let Some(logged) = self.timeline.advance().await? else {
            return Ok(());
        };
        let at = logged.at;
        self.here = match self.here {
            (now, place) if now == at.0 => (now, place + 1),
            _ => (at.0, 1),
        };
        let before = std::mem::replace(&mut self.view, self.timeline.view());
        let after = self.view.clone();
        let of = self.wanted.of;
        let within = aside(|| of.reached_by(&logged.change, &before, &after));
        self.work.goes_on(APPLY);
        if !self.is_told() {
            let steps = Asked::steps_to_reach(&logged.change);
            self.work.goes_on(steps.min(MOST_TO_REACH));
            let step = Step {
                before: &before,
                after: &after,
                from: at,
                to: at,
            };
            let cause = self.cause(&logged);
            self.compare(step, within.as_ref(), &cause);
        }
        // Nothing of the platform or of people starts or ends by itself.
        if within.is_some() && logged.home.organization().is_some() {
            let end = Timestamp(self.first.end);
            self.turns = aside(|| of.turns(at, end, &self.view, &self.work));
        }
        Ok(())
    }

    fn cause(&self, logged: &Logged) -> Cause {
        match &logged.home {
            Home::Platform => Cause::Catalog,
            Home::People => Cause::Account,
            home if home == self.wanted.home => {
                let made = self.wanted.sees_audit.then(|| Made::of(logged));
                Cause::Organization(logged.revision, made.map(Arc::new))
            }
            Home::Organization(_) => Cause::Partner,
        }
    }

    /// What was gained and lost between two moments, as far as there is room and work.
    fn compare(&mut self, step: Step<'_>, within: Option<&Where>, cause: &Cause) {
        let is_first = self.here == (self.first.time, self.first.place);
        let mut told = self.first.told.clone().filter(|_| is_first);
        let most = MOST.min(MOST_RIGHTS / step.most_rights().max(1)).max(1);
        loop {
            let (of, work) = (self.wanted.of, &self.work);
            let more = |within| of.differences(step, within, told.as_deref(), most, work);
            let walked = within.map(|within| aside(|| more(within)));
            let (differences, stopped_at) =
                walked.map_or_else(Default::default, |it| (it.found, it.stopped_at));
            told = stopped_at;
            let next = self.behind(told.clone());
            let rights = differences.iter().map(|it| it.gained.len() + it.lost.len());
            self.rights += rights.sum::<usize>();
            if !differences.is_empty() {
                let change = AccessChange {
                    at: step.to,
                    differences,
                    cause: cause.clone(),
                };
                self.found.push((next.text(), change));
            }
            self.next = Some(next);
            if told.is_none() || self.is_enough() {
                return;
            }
        }
    }

    /// What comes next once this much was told of what is here.
    fn behind(&self, told: Option<String>) -> Position {
        let (time, place) = self.here;
        Position {
            end: self.first.end,
            time,
            place: if told.is_some() { place } else { place + 1 },
            told,
        }
    }
}
