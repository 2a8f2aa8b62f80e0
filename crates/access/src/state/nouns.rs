//! The nouns of one sort, ordered by id. Each says its id itself, so that nothing but a pointer is kept of it here. Of some
//! the state of before stays in memory as long as it marks where a node of the tree begins: one in 32 at most.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Bound;
use std::sync::Arc;

use domain::Identified;
use imbl::OrdSet;

pub(super) struct Nouns<T: Identified>(OrdSet<ById<T>>);

/// Compared by its id alone.
struct ById<T>(Arc<T>);

impl<T: Identified> Nouns<T> {
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn get(&self, id: &T::Id) -> Option<&Arc<T>> {
        self.named(id.as_ref())
    }

    /// The one whose id is this text.
    pub(super) fn named(&self, id: &str) -> Option<&Arc<T>> {
        self.0.get(id).map(|ById(noun)| noun)
    }

    /// Keeps a noun; what was kept of this id.
    pub(super) fn insert(&mut self, noun: Arc<T>) -> Option<Arc<T>> {
        self.0.insert(ById(noun)).map(|ById(before)| before)
    }

    /// Keeps the noun of this id no longer; what was.
    pub(super) fn remove(&mut self, id: &str) -> Option<Arc<T>> {
        self.0.remove(id).map(|ById(gone)| gone)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Arc<T>> {
        self.0.iter().map(|ById(noun)| noun)
    }

    /// Those after an id, or all of them.
    pub(super) fn after<'a>(
        &'a self,
        id: Option<&T::Id>,
    ) -> impl Iterator<Item = &'a Arc<T>> + use<'a, T> {
        let from = id.map_or(Bound::Unbounded, |id| Bound::Excluded(id.as_ref()));
        let after = self.0.range::<_, str>((from, Bound::Unbounded));
        after.map(|ById(noun)| noun)
    }
}

impl<T: Identified> Default for Nouns<T> {
    fn default() -> Self {
        Self(OrdSet::default())
    }
}

impl<T: Identified> Clone for Nouns<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Identified + PartialEq> PartialEq for Nouns<T> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl<T: Identified + fmt::Debug> fmt::Debug for Nouns<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<T> Clone for ById<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// Ids compare as their texts do.
impl<T: Identified> Borrow<str> for ById<T> {
    fn borrow(&self) -> &str {
        self.0.id().as_ref()
    }
}

impl<T: Identified> Ord for ById<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.id().cmp(other.0.id())
    }
}

impl<T: Identified> PartialOrd for ById<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: Identified> PartialEq for ById<T> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl<T: Identified> Eq for ById<T> {}
