//! Persistent maps and rows in order. As of tables: few in one array, many in a tree.

use std::borrow::Borrow;
use std::mem;
use std::ops::Bound;
use std::sync::Arc;

use imbl::{OrdMap, Vector};

/// A node of a tree has room for twice as many.
const FEW: usize = 32;

/// A map in the order of its keys.
#[derive(Debug, Clone)]
pub(crate) enum Ordered<K, V> {
    Few(Arc<[(K, V)]>),
    Many(OrdMap<K, V>),
}

impl<K, V> Default for Ordered<K, V> {
    fn default() -> Self {
        Self::Few(Arc::default())
    }
}

impl<K: Ord + Clone, V: Clone> Ordered<K, V> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Few(few) => few.len(),
            Self::Many(tree) => tree.len(),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn get<Q>(&self, key: &Q) -> Option<&V>
    where
        Q: Ord + ?Sized,
        K: Borrow<Q>,
    {
        match self {
            Self::Few(few) => {
                let place = place(few, key).ok()?;
                few.get(place).map(|(_, value)| value)
            }
            Self::Many(tree) => tree.get(key),
        }
    }

    pub(crate) fn contains_key<Q>(&self, key: &Q) -> bool
    where
        Q: Ord + ?Sized,
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Puts the value there; the one before goes.
    pub(crate) fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self {
            Self::Few(few) => match place(few, &key) {
                Ok(place) => {
                    let entry = Arc::make_mut(few).get_mut(place);
                    entry.map(|(_, before)| mem::replace(before, value))
                }
                Err(_) if few.len() >= FEW => {
                    let mut tree: OrdMap<K, V> = few.iter().cloned().collect();
                    tree.insert(key, value);
                    *self = Self::Many(tree);
                    None
                }
                Err(place) => {
                    let mut entries = Vec::with_capacity(few.len() + 1);
                    entries.extend(few.iter().cloned());
                    entries.insert(place, (key, value));
                    *few = entries.into();
                    None
                }
            },
            Self::Many(tree) => tree.insert(key, value),
        }
    }

    pub(crate) fn remove_with_key<Q>(&mut self, key: &Q) -> Option<(K, V)>
    where
        Q: Ord + ?Sized,
        K: Borrow<Q>,
    {
        match self {
            Self::Few(few) => {
                let place = place(few, key).ok()?;
                let mut entries = few.to_vec();
                let gone = entries.remove(place);
                *few = entries.into();
                Some(gone)
            }
            Self::Many(tree) => tree.remove_with_key(key),
        }
    }

    pub(crate) fn remove<Q>(&mut self, key: &Q) -> Option<V>
    where
        Q: Ord + ?Sized,
        K: Borrow<Q>,
    {
        self.remove_with_key(key).map(|(_, value)| value)
    }

    /// The entries from there on.
    pub(crate) fn from<'a, Q>(
        &'a self,
        from: Bound<&Q>,
    ) -> impl Iterator<Item = (&'a K, &'a V)> + use<'a, Q, K, V>
    where
        Q: Ord + ?Sized,
        K: Borrow<Q>,
    {
        let (few, tree) = match self {
            Self::Few(few) => {
                let begin = few.partition_point(|(key, _)| match from {
                    Bound::Included(from) => key.borrow() < from,
                    Bound::Excluded(from) => key.borrow() <= from,
                    Bound::Unbounded => false,
                });
                (few.get(begin..).unwrap_or(&[]), None)
            }
            Self::Many(tree) => (&[][..], Some(tree.range::<_, Q>((from, Bound::Unbounded)))),
        };
        let few = few.iter().map(|(key, value)| (key, value));
        few.chain(tree.into_iter().flatten())
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.from::<K>(Bound::Unbounded)
    }

    pub(crate) fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }
}

impl<K: Ord + Clone, V: Clone + PartialEq> PartialEq for Ordered<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.iter().eq(other.iter())
    }
}

fn place<K, V, Q>(few: &[(K, V)], key: &Q) -> Result<usize, usize>
where
    Q: Ord + ?Sized,
    K: Borrow<Q>,
{
    few.binary_search_by(|(other, _)| other.borrow().cmp(key))
}

/// Things one behind the other.
#[derive(Debug, Clone)]
pub(crate) enum Row<T> {
    Few(Arc<[T]>),
    Many(Vector<T>),
}

impl<T> Default for Row<T> {
    fn default() -> Self {
        Self::Few(Arc::default())
    }
}

impl<T: Clone> Row<T> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Few(few) => few.len(),
            Self::Many(tree) => tree.len(),
        }
    }

    #[inline]
    pub(crate) fn get(&self, place: usize) -> Option<&T> {
        match self {
            Self::Few(few) => few.get(place),
            Self::Many(tree) => tree.get(place),
        }
    }

    pub(crate) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        match self {
            Self::Few(few) => Arc::make_mut(few).get_mut(place),
            Self::Many(tree) => tree.get_mut(place),
        }
    }

    pub(crate) fn push(&mut self, thing: T) {
        match self {
            Self::Few(few) if few.len() < FEW => {
                let mut things = Vec::with_capacity(few.len() + 1);
                things.extend(few.iter().cloned());
                things.push(thing);
                *few = things.into();
            }
            Self::Few(few) => {
                let mut tree: Vector<T> = few.iter().cloned().collect();
                tree.push_back(thing);
                *self = Self::Many(tree);
            }
            Self::Many(tree) => tree.push_back(thing),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_the_map_that_everybody_knows(
            steps in vec((0..48_u32, option::of(any::<u8>())), 0..120),
            from in 0..48_u32,
        ) {
            let mut ordered = Ordered::default();
            let mut known = BTreeMap::new();
            for (key, value) in steps {
                let before = ordered.clone();
                let expected = known.clone();
                match value {
                    Some(value) => assert_eq!(ordered.insert(key, value), known.insert(key, value)),
                    None => assert_eq!(ordered.remove(&key), known.remove(&key)),
                }
                assert!(before.iter().eq(&expected));
                for key in 0..48 {
                    assert_eq!(ordered.get(&key), known.get(&key));
                }
                for from in [Bound::Included(&from), Bound::Excluded(&from), Bound::Unbounded] {
                    let expected = known.range((from, Bound::Unbounded));
                    assert!(ordered.from(from).eq(expected));
                }
            }
        }

        #[test]
        fn what_is_pushed_stays_in_its_place(count in 0..80_usize, other in 0..80_usize) {
            let mut row = Row::default();
            (0..count).for_each(|thing| row.push(thing));
            let before = row.clone();
            if let Some(thing) = row.get_mut(other) {
                *thing = 1_000;
            }
            assert_eq!(row.len(), count);
            assert!((0..count).all(|place| before.get(place) == Some(&place)));
            assert_eq!(row.get(other), (other < count).then_some(&1_000));
            assert_eq!(row.get(count), None);
        }
    }
}
