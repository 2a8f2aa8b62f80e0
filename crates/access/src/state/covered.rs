//! Which products have a tag, are in a group, are of a type? In the order of their ids, so that a page can begin after any.

use std::cmp::Ordering;
use std::ops::Bound;
use std::sync::Arc;

use domain::{Product, ProductId};
use imbl::OrdSet;

use super::keys::Key;
use super::{ITSELF, IndexedProduct, TYPE};

/// The products under each key that can have several.
#[derive(Debug, Clone, Default)]
pub(crate) struct Covered(OrdSet<Place>);

/// A place in that order.
#[derive(Debug, Clone)]
enum Place {
    /// Of a product under a key.
    Product(Key, Arc<Product>),
    /// Where those after an id begin. Nothing stands there.
    After(Key, Option<Box<ProductId>>),
}

impl Place {
    fn key(&self) -> Key {
        match self {
            Self::Product(key, _) | Self::After(key, _) => *key,
        }
    }

    fn id(&self) -> Option<&ProductId> {
        match self {
            Self::Product(_, product) => Some(&product.id),
            Self::After(_, id) => id.as_deref(),
        }
    }
}

impl Covered {
    /// The product comes, or is another than before.
    pub(super) fn save(&mut self, before: Option<&IndexedProduct>, product: &IndexedProduct) {
        if let Some(before) = before {
            self.remove(before);
        }
        for key in shared_keys(product) {
            self.0.insert(place(key, product));
        }
    }

    pub(super) fn remove(&mut self, product: &IndexedProduct) {
        for key in shared_keys(product) {
            self.0.remove(&place(key, product));
        }
    }

    /// The products under a tag, a group or a type that come after `after`, ordered by id.
    pub(crate) fn under<'a>(
        &'a self,
        key: Key,
        after: Option<&ProductId>,
    ) -> impl Iterator<Item = &'a ProductId> + use<'a> {
        let after = Place::After(key, after.cloned().map(Box::new));
        let from = self.0.range((Bound::Excluded(after), Bound::Unbounded));
        let under = from.take_while(move |place| place.key() == key);
        under.filter_map(Place::id)
    }

    /// How many pairs of a key and a product there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every pair.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &ProductId)> {
        let pairs = self.0.iter();
        pairs.filter_map(|place| Some((place.key(), place.id()?)))
    }
}

fn place(key: Key, product: &IndexedProduct) -> Place {
    Place::Product(key, Arc::clone(&product.product))
}

/// The keys that other products can have too. Those to come of its type are found under the type.
fn shared_keys(product: &IndexedProduct) -> impl Iterator<Item = Key> {
    let keys = product.keys().iter().enumerate();
    let shared = keys.filter(|(place, _)| *place == TYPE || *place > ITSELF);
    shared.map(|(_, key)| *key)
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let keys = self.key().cmp(&other.key());
        keys.then_with(|| self.id().cmp(&other.id()))
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Place {}
