//! Persistent maps, whose clones share: a change copies only the way to what it touches. Few entries lie in one array as
//! long as they are, since most organizations are small; many in a tree.

use std::borrow::Borrow;
use std::hash::{BuildHasher, Hash};
use std::mem;
use std::sync::Arc;

use foldhash::fast::{FixedState, RandomState};
use imbl::GenericHashMap;
use imbl::shared_ptr::DefaultSharedPtr;

/// So many entries are looked through faster than found in a tree, and take less.
const FEW: usize = 32;

type Tree<K, V> = GenericHashMap<K, V, RandomState, DefaultSharedPtr>;

/// A hash map.
#[derive(Debug, Clone)]
pub(crate) enum Table<K, V> {
    Few(Few<K, V>),
    Many(Tree<K, V>),
}

#[derive(Debug, Clone)]
pub(crate) struct Few<K, V> {
    /// Of each entry one byte of its key's hash: seldom is another key looked at than the one sought.
    tags: [u8; FEW],
    entries: Arc<[(K, V)]>,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self::Few(Few {
            tags: [0; FEW],
            entries: Arc::default(),
        })
    }
}

impl<K: Hash + Eq + Clone, V: Clone> Table<K, V> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Few(few) => few.entries.len(),
            Self::Many(tree) => tree.len(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    #[inline]
    pub(crate) fn get_key_value<Q>(&self, key: &Q) -> Option<(&K, &V)>
    where
        Q: Hash + Eq + ?Sized,
        K: Borrow<Q>,
    {
        match self {
            Self::Few(few) => {
                let (key, value) = few.entries.get(few.place(key)?)?;
                Some((key, value))
            }
            Self::Many(tree) => tree.get_key_value(key),
        }
    }

    #[inline]
    pub(crate) fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        Q: Hash + Eq + ?Sized,
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    pub(crate) fn contains_key<Q>(&self, key: &Q) -> bool
    where
        Q: Hash + Eq + ?Sized,
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    pub(crate) fn get_mut<Q>(&mut self, key: &Q) -> Option<&mut V>
    where
        Q: Hash + Eq + ?Sized,
        K: Borrow<Q>,
    {
        match self {
            Self::Few(few) => {
                let place = few.place(key)?;
                let entry = Arc::make_mut(&mut few.entries).get_mut(place);
                entry.map(|(_, value)| value)
            }
            Self::Many(tree) => tree.get_mut(key),
        }
    }

    /// Puts the value there; the one before goes.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self {
            Self::Few(few) => match few.place(&key) {
                Some(place) => {
                    let entries = Arc::make_mut(&mut few.entries);
                    let entry = entries.get_mut(place);
                    entry.map(|(_, before)| mem::replace(before, value))
                }
                None => {
                    if let Err((key, value)) = few.push(key, value) {
                        let mut tree: Tree<K, V> = few.entries.iter().cloned().collect();
                        tree.insert(key, value);
                        *self = Self::Many(tree);
                    }
                    None
                }
            },
            Self::Many(tree) => tree.insert(key, value),
        }
    }

    pub(crate) fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        Q: Hash + Eq + ?Sized,
        K: Borrow<Q>,
    {
        match self {
            Self::Few(few) => few.remove(few.place(key)?),
            Self::Many(tree) => tree.remove(key),
        }
    }

    /// Changes the value there, a new one where there is none.
    pub(crate) fn change<R>(&mut self, key: &K, change: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        if let Some(value) = self.get_mut(key) {
            return change(value);
        }
        let mut value = V::default();
        let changed = change(&mut value);
        self.insert(key.clone(), value);
        changed
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        let (few, tree) = match self {
            Self::Few(few) => (few.entries.as_ref(), None),
            Self::Many(tree) => (&[][..], Some(tree)),
        };
        let few = few.iter().map(|(key, value)| (key, value));
        few.chain(tree.into_iter().flatten())
    }
}

impl<K: Hash + Eq + Clone, V: Clone + PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let mut mine = self.iter();
        self.len() == other.len() && mine.all(|(key, value)| other.get(key) == Some(value))
    }
}

impl<K: Hash + Eq + Clone, V: Clone> Few<K, V> {
    #[inline]
    fn place<Q>(&self, key: &Q) -> Option<usize>
    where
        Q: Hash + Eq + ?Sized,
        K: Borrow<Q>,
    {
        let tag = tag(key);
        let mut same = 0_u32;
        for (place, other) in self.tags.iter().enumerate() {
            same |= u32::from(*other == tag) << place;
        }
        while same != 0 {
            let place = same.trailing_zeros() as usize;
            // The tags behind the last entry are of none.
            if self.entries.get(place)?.0.borrow() == key {
                return Some(place);
            }
            same &= same - 1;
        }
        None
    }

    /// Adds an entry whose key is not there; it comes back where there are too many.
    fn push(&mut self, key: K, value: V) -> Result<(), (K, V)> {
        let Some(place) = self.tags.get_mut(self.entries.len()) else {
            return Err((key, value));
        };
        *place = tag(&key);
        let mut entries = Vec::with_capacity(self.entries.len() + 1);
        entries.extend(self.entries.iter().cloned());
        entries.push((key, value));
        self.entries = entries.into();
        Ok(())
    }

    fn remove(&mut self, place: usize) -> Option<V> {
        let mut entries = self.entries.to_vec();
        let last = entries.len().checked_sub(1)?;
        self.tags.swap(place, last);
        let (_, gone) = entries.swap_remove(place);
        self.entries = entries.into();
        Some(gone)
    }
}

fn tag(key: &(impl Hash + ?Sized)) -> u8 {
    FixedState::default().hash_one(key) as u8
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_map_that_everybody_knows(
            steps in vec((0..48_u32, option::of(any::<u8>())), 0..120),
        ) {
            let mut table = Table::default();
            let mut known = HashMap::new();
            for (key, value) in steps {
                let before = table.clone();
                let expected = known.clone();
                match value {
                    Some(value) => assert_eq!(table.insert(key, value), known.insert(key, value)),
                    None => assert_eq!(table.remove(&key), known.remove(&key)),
                }
                assert!(before.iter().all(|(key, value)| expected.get(key) == Some(value)));
                assert_eq!((before.len(), table.len()), (expected.len(), known.len()));
                for key in 0..48 {
                    assert_eq!(table.get(&key), known.get(&key));
                    assert_eq!(table.get_mut(&key), known.get_mut(&key));
                }
            }
            let again = table.iter().map(|(key, value)| (*key, *value));
            let again = again.fold(Table::default(), |mut again, (key, value)| {
                again.insert(key, value);
                again
            });
            assert_eq!(again, table);
        }
    }
}
