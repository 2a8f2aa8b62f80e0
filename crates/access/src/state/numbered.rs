//! Things as small numbers: a million grants name the same few thousand.

use std::hash::Hash;

use super::Table;
use super::list::List;

/// The number of everything seen. Numbers are not given back: a load starts anew.
#[derive(Debug, Clone)]
pub(super) struct Numbered<T> {
    numbers: Table<T, u32>,
    /// The things by their numbers.
    all: List<T>,
}

impl<T: Clone + Eq + Hash> Default for Numbered<T> {
    fn default() -> Self {
        Self {
            numbers: Table::default(),
            all: List::default(),
        }
    }
}

impl<T: Clone + Eq + Hash> Numbered<T> {
    /// The number of a thing, a new one if it has none yet; `None` where there are no more.
    pub(super) fn number(&mut self, thing: &T) -> Option<u32> {
        if let Some(number) = self.numbers.get(thing) {
            return Some(*number);
        }
        let number = u32::try_from(self.all.len()).ok()?;
        self.numbers.insert(thing.clone(), number);
        self.all.push(thing.clone());
        Some(number)
    }

    #[inline]
    pub(super) fn get(&self, number: u32) -> Option<&T> {
        self.all.get(number as usize)
    }

    /// How many have one.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }
}
