//! The grants of one subject as one packed array, found by the key that covers a product.

use std::collections::HashSet;

use domain::ScopeEntry;
use foldhash::fast::RandomState;

use super::held::Held;
use super::kept::KeptGrants;
use super::keys::{Key, Keys};
use super::records::GrantNumber;

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

/// The grants that a change takes out. Their numbers go to no other until it is settled.
pub(super) type Gone = HashSet<GrantNumber, RandomState>;

/// Up to here looking through all is as fast as looking up.
const FEW: usize = 8;

/// All grants of one subject. Between `add` or `lose` and `settle` it must not be asked.
#[derive(Debug, Clone, Default)]
pub(crate) struct SubjectGrants {
    /// By the spread of the key, then by grant id.
    held: Vec<Held>,
    /// Empty while there are few.
    buckets: Box<[Bucket]>,
    /// The sorts of keys that occur.
    sorts: u8,
    unsettled: bool,
}

impl SubjectGrants {
    /// Adds a grant, held through these keys; true if this is the first change since it was settled.
    pub(crate) fn add(&mut self, grant: GrantNumber, keys: &[Key]) -> bool {
        let held = |key: &Key| Held { key: *key, grant };
        self.held.extend(keys.iter().map(held));
        !std::mem::replace(&mut self.unsettled, true)
    }

    /// A grant goes, which `settle` takes out with all others that go; true if this is the first change since it was
    /// settled.
    pub(crate) fn lose(&mut self) -> bool {
        !std::mem::replace(&mut self.unsettled, true)
    }

    /// Puts everything in its place after changes, in one pass however many grants go.
    pub(super) fn settle(&mut self, gone: &Gone, kept: &KeptGrants) {
        self.unsettled = false;
        if !gone.is_empty() {
            self.held.retain(|held| !gone.contains(&held.grant));
        }
        // Nearly all of it is in its place, which this sort finds: to read ids takes long.
        self.held.sort_by(|a, b| {
            let keys = a.key.spread().cmp(&b.key.spread());
            keys.then_with(|| kept.compared(a.grant, b.grant))
        });
        self.held.shrink_to_fit();
        self.sorts = self.held.iter().fold(0, |all, held| all | held.key.sort());
        self.buckets = buckets(&self.held);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// Every entry of every grant.
    pub(crate) fn all(&self) -> &[Held] {
        &self.held
    }

    /// Each grant once, in no order that means anything.
    pub(super) fn grants(&self) -> Vec<GrantNumber> {
        let mut grants: Vec<_> = self.held.iter().map(|held| held.grant).collect();
        grants.sort_unstable();
        grants.dedup();
        grants
    }

    /// What is held through this key, ordered by grant id.
    #[inline]
    pub(crate) fn through(&self, key: Key) -> &[Held] {
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
    fn near(&self, key: Key) -> &[Held] {
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

/// The buckets of what is held, about four entries each.
fn buckets(held: &[Held]) -> Box<[Bucket]> {
    if held.len() <= FEW {
        return Box::default();
    }
    let count = held.len() / 4 + 1;
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
