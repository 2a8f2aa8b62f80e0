//! Each scope entry as one small number, so that a check compares numbers instead of texts.

use domain::ScopeEntry;

use super::Table;

/// A scope entry, or `all`: what sort of entry in the top three bits, its number below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key(u32);

const NUMBER_BITS: u32 = 29;
const NUMBERS: u32 = 1 << NUMBER_BITS;

impl Key {
    /// The scope `all`.
    pub(crate) const ALL: Self = Self(0);
    /// No product has it: a scope that covers nothing.
    pub(crate) const NOTHING: Self = Self(u32::MAX);

    /// What sort of entry, as one bit of a set.
    pub(crate) fn sort(self) -> u8 {
        1 << (self.0 >> NUMBER_BITS)
    }

    /// A number that spreads keys evenly; each has its own, since the factor is odd.
    pub(crate) fn spread(self) -> u32 {
        self.0.wrapping_mul(0x9E37_79B1)
    }
}

/// The number of every entry seen. Numbers are not given back: a load starts anew.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys {
    table: Table<ScopeEntry, Key>,
    count: u32,
}

impl Keys {
    /// The key of an entry, a new one if it has none yet.
    pub(crate) fn intern(&mut self, entry: &ScopeEntry) -> Key {
        if let Some(key) = self.table.get(entry) {
            return *key;
        }
        // Out of numbers: no access rather than another's.
        if self.count >= NUMBERS {
            return Key::NOTHING;
        }
        let key = Key(sort(entry) << NUMBER_BITS | self.count);
        self.count += 1;
        self.table.insert(entry.clone(), key);
        key
    }

    /// How many entries have one.
    pub(super) fn len(&self) -> usize {
        self.table.len()
    }

    /// The key of an entry that has one.
    pub(crate) fn get(&self, entry: &ScopeEntry) -> Option<Key> {
        self.table.get(entry).copied()
    }

    /// The same entry, sharing its text with whoever named it first.
    pub(crate) fn shared(&self, entry: &ScopeEntry) -> ScopeEntry {
        let known = self.table.get_key_value(entry);
        known.map_or(entry, |(known, _)| known).clone()
    }

    /// Every entry with its key.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&ScopeEntry, Key)> {
        self.table.iter().map(|(entry, key)| (entry, *key))
    }
}

fn sort(entry: &ScopeEntry) -> u32 {
    match entry {
        ScopeEntry::Product(_) => 1,
        ScopeEntry::Group(_) => 2,
        ScopeEntry::Tag(_) => 3,
        ScopeEntry::Type(_) => 4,
        ScopeEntry::FutureOfType(_) => 5,
    }
}
