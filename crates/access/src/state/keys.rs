//! Each scope entry as one small number, so that a check compares numbers instead of texts.

use domain::{Scope, ScopeEntry};

use super::Table;
use super::list::List;

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

    /// With the sort below the number: small where the number is.
    pub(super) fn turned(self) -> u32 {
        self.0.rotate_left(32 - NUMBER_BITS)
    }

    /// The key of which that was made.
    pub(super) fn from_turned(turned: u32) -> Self {
        Self(turned.rotate_right(32 - NUMBER_BITS))
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
    /// The entries by their numbers.
    entries: List<ScopeEntry>,
}

impl Keys {
    /// The key of an entry, a new one if it has none yet.
    pub(crate) fn intern(&mut self, entry: &ScopeEntry) -> Key {
        if let Some(key) = self.table.get(entry) {
            return *key;
        }
        // Out of numbers: no access rather than another's.
        let number = u32::try_from(self.entries.len()).ok();
        let Some(number) = number.filter(|number| *number < NUMBERS) else {
            return Key::NOTHING;
        };
        let key = Key(sort(entry) << NUMBER_BITS | number);
        self.table.insert(entry.clone(), key);
        self.entries.push(entry.clone());
        key
    }

    /// The keys of a grant's scope: one that lists nothing has that which no product has.
    pub(super) fn of_scope(&mut self, scope: &Scope) -> Vec<Key> {
        match scope {
            Scope::All => vec![Key::ALL],
            Scope::Listed(entries) if entries.is_empty() => vec![Key::NOTHING],
            Scope::Listed(entries) => entries.iter().map(|entry| self.intern(entry)).collect(),
        }
    }

    /// The scope of which these are the keys.
    pub(super) fn scope(&self, keys: &[Key]) -> Scope {
        if keys == [Key::ALL] {
            return Scope::All;
        }
        let entries = keys.iter().filter_map(|key| self.entry(*key));
        Scope::Listed(entries.cloned().collect())
    }

    /// The entry that a key stands for; `None` for `all` and for nothing.
    pub(crate) fn entry(&self, key: Key) -> Option<&ScopeEntry> {
        let stands_for_one = key != Key::ALL && key != Key::NOTHING;
        let number = (key.0 & (NUMBERS - 1)) as usize;
        stands_for_one.then(|| self.entries.get(number)).flatten()
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
