//! Which products have a tag, are in a group, are of a type? In the order of their ids, so that a page can begin after any.

use std::ops::Bound;

use domain::ProductId;
use imbl::OrdSet;

use super::keys::Key;
use super::{ITSELF, IndexedProduct, TYPE};

/// The products under each key that can have several. `None` stands nowhere: it comes before every product, where a key begins.
#[derive(Debug, Clone, Default)]
pub(crate) struct Covered(OrdSet<(Key, Option<ProductId>)>);

impl Covered {
    /// The product comes, or is another than before.
    pub(super) fn save(&mut self, before: Option<&IndexedProduct>, product: &IndexedProduct) {
        if before.is_some_and(|before| before.keys() == product.keys()) {
            return;
        }
        if let Some(before) = before {
            self.remove(before);
        }
        for key in shared_keys(product) {
            self.0.insert((key, Some(product.product.id.clone())));
        }
    }

    pub(super) fn remove(&mut self, product: &IndexedProduct) {
        for key in shared_keys(product) {
            self.0.remove(&(key, Some(product.product.id.clone())));
        }
    }

    /// The products under a tag, a group or a type that come after `after`, ordered by id.
    pub(crate) fn under<'a>(
        &'a self,
        key: Key,
        after: Option<&ProductId>,
    ) -> impl Iterator<Item = &'a ProductId> + use<'a> {
        let begin = Bound::Excluded((key, after.cloned()));
        let from = self.0.range((begin, Bound::Unbounded));
        let under = from.take_while(move |(of, _)| *of == key);
        under.filter_map(|(_, product)| product.as_ref())
    }

    /// How many pairs of a key and a product there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// Every pair.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Key, &ProductId)> {
        let pairs = self.0.iter();
        pairs.filter_map(|(key, product)| Some((*key, product.as_ref()?)))
    }
}

/// The keys that other products can have too. Those to come of its type are found under the type.
fn shared_keys(product: &IndexedProduct) -> impl Iterator<Item = Key> {
    let keys = product.keys().iter().enumerate();
    let shared = keys.filter(|(place, _)| *place == TYPE || *place > ITSELF);
    shared.map(|(_, key)| *key)
}
