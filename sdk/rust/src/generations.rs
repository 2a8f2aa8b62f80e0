//! How is what is kept bounded, and found by many threads at once? In two generations, by whom it is about.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Parts that are locked by themselves.
const PARTS: usize = 64;

/// What an answer is an answer to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'q> {
    pub(super) subject: &'q str,
    pub(super) right: &'q str,
    pub(super) resource: &'q str,
}

/// Values by question. What was put in last is young; when half of what may be kept is young, what was old is
/// dropped, and the young is old. A value that is found stays where it is, as moving it would lock out those who
/// look beside: what is asked all the time is asked for once more in a generation.
///
/// Whoever changes it holds a lock against others who do.
pub(super) struct Generations<V> {
    parts: Box<[Part<V>]>,
    hasher: RandomState,
    /// Values in the young generation.
    young: AtomicUsize,
    /// How many values a generation has at most.
    most: AtomicUsize,
}

/// What is kept about some of the subjects. Aligned, lest those who look here slow down those who look next to it.
#[repr(align(128))]
struct Part<V> {
    both: RwLock<Both<V>>,
    found: AtomicU64,
}

struct Both<V> {
    young: Subjects<V>,
    old: Subjects<V>,
}

/// By subject, so that all about one of them goes at once; then by resource, then by right.
type Subjects<V> = HashMap<Box<str>, HashMap<Box<str>, HashMap<Box<str>, V>>>;

impl<V> Generations<V> {
    /// Keeps at most so many.
    pub(super) fn of(bound: usize) -> Self {
        let part = |_| Part {
            both: RwLock::new(Both {
                young: HashMap::new(),
                old: HashMap::new(),
            }),
            found: AtomicU64::new(0),
        };
        Self {
            parts: (0..PARTS).map(part).collect(),
            hasher: RandomState::new(),
            young: AtomicUsize::new(0),
            most: AtomicUsize::new(bound / 2),
        }
    }

    /// Keeps at most so many from now on.
    pub(super) fn bound(&self, bound: usize) {
        self.most.store(bound / 2, Ordering::Relaxed);
    }

    /// What `look` makes of the value, while nothing about its subject can change.
    pub(super) fn find<R>(
        &self,
        question: Question<'_>,
        look: impl FnOnce(&V) -> Option<R>,
    ) -> Option<R> {
        let part = self.part(question.subject)?;
        let both = part.read();
        let in_either = value(&both.young, question).or_else(|| value(&both.old, question));
        let found = in_either.and_then(look)?;
        part.found.fetch_add(1, Ordering::Relaxed);
        Some(found)
    }

    /// How often something was found.
    pub(super) fn found(&self) -> u64 {
        let parts = self.parts.iter();
        parts.map(|part| part.found.load(Ordering::Relaxed)).sum()
    }

    pub(super) fn put(&self, question: Question<'_>, value: V) {
        if self.young.load(Ordering::Relaxed) >= self.most.load(Ordering::Relaxed) {
            self.grow_old();
        }
        let Some(part) = self.part(question.subject) else {
            return;
        };
        let mut both = part.write();
        let about = both.young.entry(question.subject.into()).or_default();
        let rights = about.entry(question.resource.into()).or_default();
        if rights.insert(question.right.into(), value).is_none() {
            self.young.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// Drops all about this subject.
    pub(super) fn forget(&self, subject: &str) {
        let Some(part) = self.part(subject) else {
            return;
        };
        let mut both = part.write();
        both.old.remove(subject);
        if let Some(gone) = both.young.remove(subject) {
            let gone = gone.values().map(HashMap::len).sum();
            self.young.fetch_sub(gone, Ordering::Relaxed);
        }
    }

    /// Drops everything.
    pub(super) fn forget_all(&self) {
        self.grow_old();
        self.grow_old();
    }

    fn grow_old(&self) {
        for part in &self.parts {
            let mut both = part.write();
            let young = std::mem::take(&mut both.young);
            let dropped = std::mem::replace(&mut both.old, young);
            // Nobody waits while what may be much is freed.
            drop(both);
            drop(dropped);
        }
        self.young.store(0, Ordering::Relaxed);
    }

    fn part(&self, subject: &str) -> Option<&Part<V>> {
        let hash = self.hasher.hash_one(subject) % PARTS as u64;
        self.parts.get(usize::try_from(hash).ok()?)
    }
}

/// Nothing panics where these are held.
impl<V> Part<V> {
    fn read(&self) -> RwLockReadGuard<'_, Both<V>> {
        self.both.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self) -> RwLockWriteGuard<'_, Both<V>> {
        self.both.write().unwrap_or_else(PoisonError::into_inner)
    }
}

fn value<'v, V>(subjects: &'v Subjects<V>, question: Question<'_>) -> Option<&'v V> {
    let about = subjects.get(question.subject)?;
    about.get(question.resource)?.get(question.right)
}
