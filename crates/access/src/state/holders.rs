//! Who holds a grant through a key? So that everybody who may use a product is found by the keys that cover it, not among
//! all that there are.

use domain::Subject;
use imbl::{OrdSet, Vector};

use super::Table;
use super::keys::Key;

/// The subjects that hold something through each key. A million grants are a million pairs, so a subject stands in them as a
/// small number.
#[derive(Debug, Clone, Default)]
pub(crate) struct Holders {
    held: OrdSet<(Key, u32)>,
    /// The numbers of the subjects. They are not given back: a load starts anew.
    numbers: Table<Subject, u32>,
    /// The subjects by their numbers.
    subjects: Vector<Subject>,
}

impl Holders {
    /// The subject holds something through these keys. Through that which no product has nobody is found.
    pub(super) fn add(&mut self, subject: &Subject, keys: &[Key]) {
        let Some(number) = self.number(subject) else {
            return;
        };
        for key in keys.iter().filter(|key| **key != Key::NOTHING) {
            self.held.insert((*key, number));
        }
    }

    /// The subject holds nothing through this key any more.
    pub(super) fn remove(&mut self, subject: &Subject, key: Key) {
        if let Some(number) = self.numbers.get(subject) {
            self.held.remove(&(key, *number));
        }
    }

    /// Everybody who holds something through the key, in no order that means anything.
    pub(crate) fn of(&self, key: Key) -> impl Iterator<Item = &Subject> {
        let held = self.held.range((key, 0)..=(key, u32::MAX));
        held.filter_map(|(_, number)| self.subjects.get(*number as usize))
    }

    /// How many pairs of a key and a subject there are.
    pub(super) fn len(&self) -> usize {
        self.held.len()
    }

    /// How many subjects it ever knew since it was loaded.
    pub(super) fn subjects(&self) -> usize {
        self.subjects.len()
    }

    /// Every pair.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &Subject)> {
        let subject = |number: u32| self.subjects.get(number as usize);
        let held = self.held.iter();
        held.filter_map(move |(key, number)| Some((*key, subject(*number)?)))
    }

    fn number(&mut self, subject: &Subject) -> Option<u32> {
        if let Some(number) = self.numbers.get(subject) {
            return Some(*number);
        }
        let number = u32::try_from(self.subjects.len()).ok()?;
        self.numbers.insert(subject.clone(), number);
        self.subjects.push_back(subject.clone());
        Some(number)
    }
}
