//! Who holds a grant through a key? So that everybody who may use a product is found by the keys that cover it, not among
//! all that there are.

use imbl::OrdSet;

use super::keys::Key;

/// The numbers of the subjects that hold something through each key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Holders(OrdSet<(Key, u32)>);

impl Holders {
    /// All of these: what a subject holds something through.
    pub(super) fn of_all(mut held: Vec<(Key, u32)>) -> Self {
        held.retain(|(key, _)| *key != Key::NOTHING);
        held.sort_unstable();
        held.dedup();
        Self(held.into_iter().collect())
    }

    /// The subject holds something through these keys. Through that which no product has nobody is found.
    pub(super) fn add(&mut self, subject: u32, keys: &[Key]) {
        for key in keys.iter().filter(|key| **key != Key::NOTHING) {
            self.0.insert((*key, subject));
        }
    }

    /// The subject holds nothing through this key any more.
    pub(super) fn remove(&mut self, subject: u32, key: Key) {
        self.0.remove(&(key, subject));
    }

    /// Everybody who holds something through the key, in no order that means anything.
    pub(super) fn of(&self, key: Key) -> impl Iterator<Item = u32> {
        let held = self.0.range((key, 0)..=(key, u32::MAX));
        held.map(|(_, subject)| *subject)
    }

    /// How many pairs of a key and a subject there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every pair.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, u32)> {
        self.0.iter().copied()
    }
}
