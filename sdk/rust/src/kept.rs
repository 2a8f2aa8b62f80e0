//! Which answers are kept, and until when are they given? The rules alone: whoever asks and listens says what time it is.

use std::collections::{HashMap, HashSet};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use prost_types::Timestamp;

use super::generations::{Generations, Question};
use super::v1;

/// What is kept is given no longer than this after the time up to which all was told, nor after the last message.
pub(super) const BOUND: Duration = Duration::from_secs(5);

/// How long an answer tells what time it is in the database: clocks drift.
const MEASURED: Duration = Duration::from_secs(60);

/// A time in the database, in nanoseconds since 1970.
type There = i128;

/// The kept answers about one organization. A time here is what has passed since it was made, on a clock that never
/// goes back.
pub(super) struct Kept<A> {
    organization: String,
    /// What stands before the id of each of its products.
    products: String,
    answers: Generations<Answered<A>>,
    /// Until when they are given, in nanoseconds. Written after what was taken back is gone, and read while its part is
    /// locked, so that nobody finds what is gone and takes the time that came after.
    good_until: AtomicU64,
    state: Mutex<State>,
}

struct Answered<A> {
    answer: A,
    /// Until when, in nanoseconds, if it changes by itself.
    end: Option<u64>,
}

#[derive(Default)]
struct State {
    /// The last message of the stream that there is.
    told: Option<Told>,
    measured: Option<Measured>,
    /// Numbers of the questions that wait for an answer which may be kept, by subject.
    under_way: HashMap<Box<str>, HashSet<u64>>,
    asked: u64,
    closed: bool,
}

struct Told {
    token: String,
    proved_time: Option<There>,
    heard_at: Duration,
}

/// When it was at most how late in the database.
struct Measured {
    evaluate_time: There,
    sent_at: Duration,
}

impl<A: Clone> Kept<A> {
    pub(super) fn of(organization: &str, bound: usize) -> Self {
        Self {
            organization: organization.to_owned(),
            products: format!("{organization}/products/"),
            answers: Generations::of(bound),
            good_until: AtomicU64::new(0),
            state: Mutex::default(),
        }
    }

    /// Keeps at most so many answers from now on.
    pub(super) fn bound(&self, bound: usize) {
        // As everything that changes what is kept.
        let _state = self.state();
        self.answers.bound(bound);
    }

    /// The kept answer, if it may be given at the time that it is found.
    pub(super) fn find(&self, question: Question<'_>, now: impl FnOnce() -> Duration) -> Option<A> {
        self.answers.find(question, |answered| {
            let now = nanos(now());
            let good_until = self.good_until.load(Ordering::Acquire);
            let good = now < good_until && answered.end.is_none_or(|end| now < end);
            good.then(|| answered.answer.clone())
        })
    }

    /// How often an answer was found.
    pub(super) fn found(&self) -> u64 {
        self.answers.found()
    }

    /// Whether answers are kept: there is a stream, and it is not silent.
    pub(super) fn is_keeping(&self, now: Duration) -> bool {
        let state = self.state();
        let heard = state.told.as_ref().map(|told| told.heard_at);
        heard.is_some_and(|heard| now < heard.saturating_add(BOUND))
    }

    /// The question is about to be sent.
    pub(super) fn ask<'k>(&'k self, question: Question<'k>, now: Duration) -> Asked<'k, A> {
        let mut state = self.state();
        let resource = question.resource;
        let is_ours = resource == self.organization || resource.starts_with(&self.products);
        let token = state.token().filter(|_| is_ours).map(str::to_owned);
        let number = token.as_ref().map(|_| state.begin(question.subject));
        Asked {
            kept: self,
            question,
            sent_at: now,
            token,
            number,
        }
    }

    /// The stream said this.
    pub(super) fn hear(&self, message: v1::WatchAccessResponse, now: Duration) {
        let mut state = self.state();
        if state.closed {
            return;
        }
        match message.invalidation {
            None => {}
            Some(told) if !told.all_subjects && !told.subjects.is_empty() => {
                for subject in &told.subjects {
                    state.under_way.remove(subject.as_str());
                    self.answers.forget(subject);
                }
            }
            // Where a newer server says whose in another way, it may be anybody's.
            Some(_) => self.forget_all(&mut state),
        }
        state.told = Some(Told {
            token: message.consistency_token,
            proved_time: message.proved_time.map(there),
            heard_at: now,
        });
        self.good_until.store(state.good_until(), Ordering::Release);
    }

    /// The stream ended, or another begins: what was told since is not known.
    pub(super) fn lose(&self) {
        let mut state = self.state();
        state.told = None;
        self.good_until.store(0, Ordering::Release);
        self.forget_all(&mut state);
    }

    /// Nothing is kept any more, whatever comes.
    pub(super) fn close(&self) {
        self.state().closed = true;
        self.lose();
    }

    fn forget_all(&self, state: &mut State) {
        state.under_way.clear();
        self.answers.forget_all();
    }

    /// Nothing panics where it is held.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn token(&self) -> Option<&str> {
        let token = self.told.as_ref().map(|told| told.token.as_str());
        token.filter(|token| !token.is_empty())
    }

    /// The number of a question that is under way from now on.
    fn begin(&mut self, subject: &str) -> u64 {
        self.asked += 1;
        let about = self.under_way.entry(subject.into()).or_default();
        about.insert(self.asked);
        self.asked
    }

    /// Whether the question was still under way: nothing that it asks about was told to have changed.
    fn end(&mut self, subject: &str, number: u64) -> bool {
        let Some(about) = self.under_way.get_mut(subject) else {
            return false;
        };
        let still = about.remove(&number);
        if about.is_empty() {
            self.under_way.remove(subject);
        }
        still
    }

    /// The latest measure counts.
    fn measure(&mut self, measured: Measured) {
        let latest = self.measured.as_ref().map(|latest| latest.sent_at);
        if latest.is_none_or(|latest| latest < measured.sent_at) {
            self.measured = Some(measured);
        }
    }

    /// Until when what is kept is given, in nanoseconds: a message is not 5 s old, the measure is not 60 s old, and it is
    /// not yet 5 s after the proved time in the database.
    fn good_until(&self) -> u64 {
        let until = || {
            let (told, measured) = (self.told.as_ref()?, self.measured.as_ref()?);
            let sent_at = i128::from(nanos(measured.sent_at));
            let left = told.proved_time? + i128::from(nanos(BOUND)) - measured.evaluate_time;
            let heard = i128::from(nanos(told.heard_at.saturating_add(BOUND)));
            let known = i128::from(nanos(measured.sent_at.saturating_add(MEASURED)));
            Some((sent_at + left).min(heard).min(known))
        };
        clamped(until().unwrap_or_default())
    }
}

/// A question that was sent. Dropped without an answer, it is under way no more.
pub(super) struct Asked<'k, A: Clone> {
    kept: &'k Kept<A>,
    question: Question<'k>,
    sent_at: Duration,
    token: Option<String>,
    /// None where the answer is not to be kept, or is not under way any more.
    number: Option<u64>,
}

impl<A: Clone> Asked<'_, A> {
    /// With what it is to be asked; without, its answer is not kept.
    pub(super) fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// Keeps the answer, unless what was told meanwhile may have changed it.
    pub(super) fn answered(
        mut self,
        answer: A,
        evaluate_time: Option<Timestamp>,
        valid_until: Option<Timestamp>,
    ) {
        let Some(evaluate_time) = evaluate_time.map(there) else {
            return;
        };
        let (kept, sent_at) = (self.kept, self.sent_at);
        let end = valid_until.map(|end| {
            let left = there(end) - evaluate_time;
            clamped(i128::from(nanos(sent_at)) + left)
        });
        // To the end: nothing may be told between the look and the keeping.
        let mut state = kept.state();
        state.measure(Measured {
            evaluate_time,
            sent_at,
        });
        let number = self.number.take();
        if number.is_some_and(|number| state.end(self.question.subject, number)) {
            kept.answers.put(self.question, Answered { answer, end });
        }
        kept.good_until.store(state.good_until(), Ordering::Release);
    }
}

impl<A: Clone> Drop for Asked<'_, A> {
    fn drop(&mut self) {
        if let Some(number) = self.number {
            self.kept.state().end(self.question.subject, number);
        }
    }
}

fn there(time: Timestamp) -> There {
    i128::from(time.seconds) * 1_000_000_000 + i128::from(time.nanos)
}

fn nanos(time: Duration) -> u64 {
    u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)
}

fn clamped(nanos: i128) -> u64 {
    u64::try_from(nanos.max(0)).unwrap_or(u64::MAX)
}
