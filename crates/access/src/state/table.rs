//! A persistent hash map of few hops: clones share everything, and a change copies one shard of some entries and the
//! pointers on the way to it.
//!
//! A look-up reads two short arrays of pointers, which stay in the cache, and then of one shard the entry that it is about,
//! with its key. In a trie it is three to four nodes, each read after the one before.

use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use foldhash::fast::RandomState;

use super::tags::Tags;

/// Entries of a shard, on average, at which there are to be twice as many shards.
const FULL: usize = 8;

/// Shards whose pointers lie together.
const TOGETHER: usize = 64;

/// A persistent hash map.
#[derive(Clone)]
pub(crate) struct Table<K, V> {
    /// As many shards as a power of two says, or none where nothing is kept.
    groups: Arc<[Group<K, V>]>,
    len: usize,
    hasher: RandomState,
}

type Group<K, V> = Arc<[Shard<K, V>]>;

/// Some entries, and beside the pointer to them what tells which of them to look at.
#[derive(Clone)]
struct Shard<K, V> {
    tags: Tags,
    slots: Arc<[Slot<K, V>]>,
}

#[derive(Clone)]
struct Slot<K, V> {
    key: K,
    value: V,
}

/// Where a shard is.
#[derive(Clone, Copy)]
struct Place {
    group: usize,
    shard: usize,
}

impl<K, V> Default for Table<K, V> {
    fn default() -> Self {
        Self {
            groups: Arc::default(),
            len: 0,
            hasher: RandomState::default(),
        }
    }
}

impl<K, V> Table<K, V> {
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Every entry, in no order that means anything.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.slots().map(|slot| (&slot.key, &slot.value))
    }

    fn slots(&self) -> impl Iterator<Item = &Slot<K, V>> {
        let shards = self.groups.iter().flat_map(|group| group.iter());
        shards.flat_map(|shard| shard.slots.iter())
    }

    fn shard_count(&self) -> usize {
        match &*self.groups {
            [one] => one.len(),
            groups => groups.len() * TOGETHER,
        }
    }

    #[inline]
    fn place(&self, hash: u64) -> Place {
        let place = hash as usize;
        match &*self.groups {
            [one] => Place {
                group: 0,
                shard: place & one.len().wrapping_sub(1),
            },
            groups => Place {
                group: (place / TOGETHER) & groups.len().wrapping_sub(1),
                shard: place % TOGETHER,
            },
        }
    }

    #[inline]
    fn shard(&self, hash: u64) -> Option<&Shard<K, V>> {
        let Place { group, shard } = self.place(hash);
        self.groups.get(group)?.get(shard)
    }
}

impl<K: Hash + Eq, V> Table<K, V> {
    #[inline]
    pub(crate) fn get(&self, key: &K) -> Option<&V> {
        self.slot(key).map(|slot| &slot.value)
    }

    pub(crate) fn get_key_value(&self, key: &K) -> Option<(&K, &V)> {
        self.slot(key).map(|slot| (&slot.key, &slot.value))
    }

    #[inline]
    pub(crate) fn contains_key(&self, key: &K) -> bool {
        self.slot(key).is_some()
    }

    #[inline]
    fn slot(&self, key: &K) -> Option<&Slot<K, V>> {
        let hash = self.hash(key);
        let shard = self.shard(hash)?;
        shard.slots.get(shard.find(hash, key)?)
    }

    #[inline]
    fn hash(&self, key: &K) -> u64 {
        self.hasher.hash_one(key)
    }

    /// A shard of these entries.
    fn shard_of(&self, slots: Vec<Slot<K, V>>) -> Shard<K, V> {
        let hashes = slots.iter().map(|slot| self.hash(&slot.key));
        Shard {
            tags: Tags::of(hashes),
            slots: slots.into(),
        }
    }
}

impl<K: Eq, V> Shard<K, V> {
    #[inline]
    fn find(&self, hash: u64, key: &K) -> Option<usize> {
        let is_it = |place: &usize| self.slots.get(*place).is_some_and(|slot| slot.key == *key);
        let found = self.tags.places(hash).find(is_it);
        found.or_else(|| (Tags::COUNT..self.slots.len()).find(is_it))
    }
}

impl<K: Hash + Eq + Clone, V: Clone> Table<K, V> {
    /// The value, to change it.
    pub(crate) fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        let hash = self.hash(key);
        let found = self.shard(hash)?.find(hash, key)?;
        let slots = &mut self.shard_mut(hash)?.slots;
        let slot = Arc::make_mut(slots).get_mut(found)?;
        Some(&mut slot.value)
    }

    /// Changes the value of the key, a new one where it has none.
    pub(crate) fn change<R>(&mut self, key: &K, change: impl FnOnce(&mut V) -> R) -> R
    where
        V: Default,
    {
        if let Some(value) = self.get_mut(key) {
            return change(value);
        }
        let mut value = V::default();
        let done = change(&mut value);
        self.insert(key.clone(), value);
        done
    }

    /// Keeps the value; what was kept under the key before.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        if let Some(kept) = self.get_mut(&key) {
            return Some(std::mem::replace(kept, value));
        }
        if self.len >= self.shard_count() * FULL {
            self.grow();
        }
        let hash = self.hash(&key);
        let mut slots = self.slots_at(hash);
        slots.push(Slot { key, value });
        self.put(hash, slots);
        self.len += 1;
        None
    }

    /// Keeps nothing under the key any more; what was.
    pub(crate) fn remove(&mut self, key: &K) -> Option<V> {
        let hash = self.hash(key);
        let found = self.shard(hash)?.find(hash, key)?;
        let mut slots = self.slots_at(hash);
        let gone = slots.remove(found).value;
        if self.len == 1 {
            self.groups = Arc::default();
        } else {
            self.put(hash, slots);
        }
        self.len -= 1;
        Some(gone)
    }

    fn slots_at(&self, hash: u64) -> Vec<Slot<K, V>> {
        self.shard(hash)
            .map_or_else(Vec::new, |shard| shard.slots.to_vec())
    }

    fn put(&mut self, hash: u64, slots: Vec<Slot<K, V>>) {
        let shard = self.shard_of(slots);
        if let Some(place) = self.shard_mut(hash) {
            *place = shard;
        }
    }

    /// The shard of a hash, with the way to it this table's own.
    fn shard_mut(&mut self, hash: u64) -> Option<&mut Shard<K, V>> {
        let Place { group, shard } = self.place(hash);
        let group = Arc::make_mut(&mut self.groups).get_mut(group)?;
        Arc::make_mut(group).get_mut(shard)
    }

    /// Twice as many shards, or the first.
    fn grow(&mut self) {
        let count = (self.shard_count() * 2).max(1);
        let mut shards = vec![Vec::new(); count];
        for slot in self.slots() {
            let place = self.hash(&slot.key) as usize & (count - 1);
            if let Some(shard) = shards.get_mut(place) {
                shard.push(slot.clone());
            }
        }
        let shards: Vec<_> = shards
            .into_iter()
            .map(|slots| self.shard_of(slots))
            .collect();
        self.groups = shards.chunks(TOGETHER).map(Group::from).collect();
    }
}

impl<K: Hash + Eq, V: PartialEq> PartialEq for Table<K, V> {
    fn eq(&self, other: &Self) -> bool {
        let same = |(key, value)| other.get(key) == Some(value);
        self.len == other.len && self.iter().all(same)
    }
}

impl<K: Hash + Eq, V: Eq> Eq for Table<K, V> {}

impl<K: std::fmt::Debug, V: std::fmt::Debug> std::fmt::Debug for Table<K, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    fn plain(table: &Table<String, u32>) -> BTreeMap<String, u32> {
        let mut plain = BTreeMap::new();
        for (key, value) in table.iter() {
            assert_eq!(plain.insert(key.clone(), *value), None, "twice");
            assert_eq!(table.get(key), Some(value));
        }
        assert_eq!(plain.len(), table.len());
        plain
    }

    proptest! {
        #[test]
        fn it_keeps_what_a_map_would_and_clones_stay_as_they_were(
            steps in vec((0..300_u32, 0..4_u8, any::<u32>()), 0..1_500),
        ) {
            let (mut table, mut map) = (Table::default(), BTreeMap::new());
            let mut earlier = Vec::new();
            for (index, (key, sort, value)) in steps.into_iter().enumerate() {
                let key = format!("key-{key}");
                match sort {
                    0 => prop_assert_eq!(table.remove(&key), map.remove(&key)),
                    1 => {
                        let one = table.get_mut(&key);
                        prop_assert_eq!(one.as_deref(), map.get(&key));
                        if let Some((one, same)) = one.zip(map.get_mut(&key)) {
                            (*one, *same) = (value, value);
                        }
                    }
                    2 => {
                        table.change(&key, |one| *one ^= value);
                        *map.entry(key).or_default() ^= value;
                    }
                    _ => prop_assert_eq!(table.insert(key.clone(), value), map.insert(key, value)),
                }
                if index % 100 == 7 {
                    earlier.push((table.clone(), map.clone()));
                }
            }
            earlier.push((table, map));
            for (table, map) in &earlier {
                prop_assert_eq!(&plain(table), map);
            }
        }
    }

    #[test]
    fn the_same_entries_are_the_same_table_whichever_way_they_came() {
        let up: Vec<_> = (0..1_000).collect();
        let (mut one, mut other) = (Table::default(), Table::default());
        for key in &up {
            one.insert(*key, key * 2);
        }
        for key in up.iter().rev() {
            other.insert(*key, key * 2);
        }
        assert_eq!(one, other);
        other.insert(500, 0);
        assert_ne!(one, other);
        for key in &up {
            one.remove(key);
        }
        assert_eq!(one, Table::default());
    }
}
