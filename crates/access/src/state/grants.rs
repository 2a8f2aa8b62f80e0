//! The grants of one subject as one packed array, found by the key that covers a product.

use std::collections::HashSet;
use std::sync::Arc;

use domain::{Grant, RightNumber, Rights, ScopeEntry};

use foldhash::fast::RandomState;

use super::IndexedRight;
use super::catalog::kind_bits;
use super::keys::{Key, Keys};
use crate::span::Span;

/// One scope entry of one grant: all that most checks need, in half a cache line.
#[derive(Debug, Clone)]
pub(crate) struct GrantEntry {
    pub(crate) key: Key,
    code: Code,
    pub(crate) span: Span,
    pub(crate) grant: Arc<Grant>,
}

impl GrantEntry {
    /// Whether it gives this right.
    pub(crate) fn gives(&self, right: &IndexedRight) -> bool {
        let low = self.code.0 & Code::LOW;
        match self.code.0 & Code::FORM {
            Code::ALL => true,
            Code::KINDS => low & right.kind_bits != 0,
            Code::NUMBER => right.comes_with(RightNumber(low)),
            _ => right.given_by(&self.grant.rights),
        }
    }

    /// Whether the owner of an externally managed type gave it.
    pub(crate) fn by_owner(&self) -> bool {
        self.code.0 & Code::BY_OWNER != 0
    }

    /// Whether it counts only while a partnership does.
    pub(crate) fn is_bound(&self) -> bool {
        self.code.0 & Code::BOUND != 0
    }
}

/// The rights of a grant in one word, where they fit; else the grant itself is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Code(u32);

impl Code {
    const BY_OWNER: u32 = 1 << 31;
    const FORM: u32 = 3 << 29;
    const BOUND: u32 = 1 << 28;
    const LOW: u32 = (1 << 28) - 1;
    const NUMBER: u32 = 0;
    const KINDS: u32 = 1 << 29;
    const ALL: u32 = 2 << 29;
    const SEE_GRANT: u32 = 3 << 29;

    fn new(grant: &Grant) -> Self {
        let rights = match &grant.rights {
            Rights::All => Self::ALL,
            Rights::Listed { kinds, rights } => match rights.as_ref() {
                [] => Self::KINDS | kind_bits(*kinds),
                [one] if kinds.is_empty() && one.0 <= Self::LOW => Self::NUMBER | one.0,
                _ => Self::SEE_GRANT,
            },
        };
        let owner = if grant.by_owner { Self::BY_OWNER } else { 0 };
        let bound = if grant.bound_to().is_empty() {
            0
        } else {
            Self::BOUND
        };
        Self(rights | owner | bound)
    }
}

/// A part of what is held: so small that all of them stay near while what is held is far.
#[derive(Debug, Clone, Copy)]
struct Bucket {
    /// Where it begins; it ends where the next begins.
    first: u32,
    /// The [`mark`] of each key in it.
    marks: u32,
}

impl Bucket {
    fn at(place: usize) -> Self {
        Self {
            first: place as u32,
            marks: 0,
        }
    }
}

/// The grants that a change takes out. They are kept until it is settled, so that each is known by where it lies.
#[derive(Debug, Default)]
pub(super) struct Gone {
    grants: Vec<Arc<Grant>>,
    places: HashSet<usize, RandomState>,
}

impl Gone {
    pub(super) fn add(&mut self, grant: Arc<Grant>) {
        self.places.insert(place(&grant));
        self.grants.push(grant);
    }

    /// Each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<Grant>> {
        self.grants.iter()
    }

    fn contains(&self, grant: &Arc<Grant>) -> bool {
        !self.places.is_empty() && self.places.contains(&place(grant))
    }
}

fn place(grant: &Arc<Grant>) -> usize {
    Arc::as_ptr(grant).addr()
}

/// Up to here looking through all is as fast as looking up.
const FEW: usize = 8;

/// All grants of one subject. Between `add` or `lose` and `settle` it must not be asked.
#[derive(Debug, Clone, Default)]
pub(crate) struct SubjectGrants {
    /// By the spread of the key, then by grant id.
    held: Vec<GrantEntry>,
    /// Empty while there are few.
    buckets: Box<[Bucket]>,
    /// The sorts of keys that occur.
    sorts: u8,
    unsettled: bool,
}

impl SubjectGrants {
    /// Adds a grant, held through these keys; true if this is the first change since it was settled.
    pub(crate) fn add(&mut self, grant: &Arc<Grant>, keys: &[Key]) -> bool {
        let held = |key: &Key| GrantEntry {
            key: *key,
            code: Code::new(grant),
            span: grant.period.into(),
            grant: Arc::clone(grant),
        };
        self.held.extend(keys.iter().map(held));
        !std::mem::replace(&mut self.unsettled, true)
    }

    /// A grant goes, which `settle` takes out with all others that go; true if this is the first change since it was
    /// settled.
    pub(crate) fn lose(&mut self) -> bool {
        !std::mem::replace(&mut self.unsettled, true)
    }

    /// Puts everything in its place after changes, in one pass however many grants go.
    pub(super) fn settle(&mut self, gone: &Gone) {
        self.unsettled = false;
        self.held.retain(|held| !gone.contains(&held.grant));
        self.held.sort_unstable_by(|a, b| {
            let keys = a.key.spread().cmp(&b.key.spread());
            keys.then_with(|| a.grant.id.cmp(&b.grant.id))
        });
        self.held.shrink_to_fit();
        self.sorts = self.held.iter().fold(0, |all, held| all | held.key.sort());
        self.buckets = buckets(&self.held);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Every entry of every grant.
    pub(crate) fn all(&self) -> &[GrantEntry] {
        &self.held
    }

    /// Each grant once, ordered by id.
    pub(crate) fn grants(&self) -> impl Iterator<Item = &Arc<Grant>> {
        let mut grants: Vec<_> = self.held.iter().map(|held| &held.grant).collect();
        grants.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        grants.dedup_by(|a, b| Arc::ptr_eq(a, b));
        grants.into_iter()
    }

    /// What is held through this key, ordered by grant id.
    #[inline]
    pub(crate) fn through(&self, key: Key) -> &[GrantEntry] {
        if self.sorts & key.sort() == 0 {
            return &[];
        }
        let near = self.near(key);
        // Few are looked through faster than halved.
        let first = if near.len() <= FEW {
            near.iter().position(|held| held.key == key)
        } else {
            Some(near.partition_point(|held| held.key.spread() < key.spread()))
        };
        let run = first.and_then(|first| near.get(first..)).unwrap_or(&[]);
        let length = run.iter().take_while(|held| held.key == key).count();
        run.get(..length).unwrap_or(&[])
    }

    /// Where the key is, if it is anywhere.
    #[inline]
    fn near(&self, key: Key) -> &[GrantEntry] {
        let place = bucket(key, self.buckets.len());
        let Some([this, next]) = self.buckets.get(place..=place.saturating_add(1)) else {
            return &self.held;
        };
        if this.marks & mark(key) == 0 {
            return &[];
        }
        let run = this.first as usize..next.first as usize;
        self.held.get(run).unwrap_or(&[])
    }
}

/// The place of a key among the buckets, the last of which only ends the one before.
#[inline]
fn bucket(key: Key, buckets: usize) -> usize {
    let buckets = buckets.saturating_sub(1) as u64;
    ((u64::from(key.spread()) * buckets) >> 32) as usize
}

/// One of 32 bits: keys of one bucket seldom have the same.
#[inline]
fn mark(key: Key) -> u32 {
    1 << (key.spread() & 31)
}

/// The buckets of what is held, about two entries each.
fn buckets(held: &[GrantEntry]) -> Box<[Bucket]> {
    if held.len() <= FEW {
        return Box::default();
    }
    let count = held.len() / 2 + 1;
    let mut buckets: Vec<Bucket> = Vec::with_capacity(count);
    for (place, held) in held.iter().enumerate() {
        let bucket = bucket(held.key, count);
        buckets.resize_with(buckets.len().max(bucket + 1), || Bucket::at(place));
        if let Some(bucket) = buckets.last_mut() {
            bucket.marks |= mark(held.key);
        }
    }
    buckets.resize_with(count, || Bucket::at(held.len()));
    buckets.into()
}

/// The keys of a listed scope, for what has no grant of its own; `FutureOfType` needs a grant's revision and covers nothing here.
pub(crate) fn standing_keys(entries: &[ScopeEntry], keys: &mut Keys) -> Box<[Key]> {
    let standing = entries
        .iter()
        .filter(|entry| !matches!(entry, ScopeEntry::FutureOfType(_)));
    let mut standing: Vec<_> = standing.map(|entry| keys.intern(entry)).collect();
    standing.sort_unstable();
    standing.into()
}
