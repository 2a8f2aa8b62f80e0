//! Which rights give which right: implications followed once per catalog change, so that a check only looks up.

use std::sync::Arc;

use domain::{Kinds, ProductType, Right, RightId, RightKind, RightNumber, Rights};

/// A product type with its live rights, ready to be asked about.
#[derive(Debug)]
pub(crate) struct IndexedType {
    pub(crate) product_type: Arc<ProductType>,
    /// The live rights, ordered by id.
    pub(crate) rights: Box<[IndexedRight]>,
}

/// A live right and everything that gives it.
#[derive(Debug)]
pub(crate) struct IndexedRight {
    pub(crate) id: RightId,
    pub(crate) number: RightNumber,
    pub(crate) kind: RightKind,
    /// The kinds of the rights in `implying`.
    pub(crate) kinds: Kinds,
    /// It and every live right that implies it, through live rights only; ascending.
    implying: Box<[RightNumber]>,
}

impl IndexedType {
    pub(crate) fn new(product_type: Arc<ProductType>) -> Self {
        let mut rights: Vec<_> = product_type
            .live_rights()
            .map(|right| IndexedRight::new(&product_type, right))
            .collect();
        rights.sort_by(|a, b| a.id.cmp(&b.id));
        Self {
            product_type,
            rights: rights.into(),
        }
    }

    /// The live right of this id.
    pub(crate) fn right(&self, id: &str) -> Option<&IndexedRight> {
        let found = self
            .rights
            .binary_search_by(|right| right.id.as_str().cmp(id));
        found.ok().and_then(|place| self.rights.get(place))
    }

    /// The live right of this number.
    pub(crate) fn numbered(&self, number: RightNumber) -> Option<&IndexedRight> {
        self.rights.iter().find(|right| right.number == number)
    }

    /// Whether another system keeps who has what on this type.
    pub(crate) fn is_managed(&self) -> bool {
        self.product_type.managing_system.is_some()
    }
}

impl IndexedRight {
    fn new(product_type: &ProductType, right: &Right) -> Self {
        let implying = implying(product_type, right.number);
        let kinds: Kinds = product_type
            .live_rights()
            .filter(|right| implying.binary_search(&right.number).is_ok())
            .map(|right| right.kind)
            .collect();
        Self {
            id: right.id.clone(),
            number: right.number,
            kind: right.kind,
            kinds,
            implying,
        }
    }

    /// Whether the right of this number gives it.
    pub(crate) fn comes_with(&self, number: RightNumber) -> bool {
        self.number == number || self.implying.binary_search(&number).is_ok()
    }

    /// Whether rights as a grant names them give it.
    pub(crate) fn given_by(&self, rights: &Rights) -> bool {
        match rights {
            Rights::All => true,
            Rights::Listed { kinds, rights } => {
                kinds.meets(self.kinds) || rights.iter().any(|number| self.comes_with(*number))
            }
        }
    }
}

/// Every live right that leads to `number` through live rights, itself included.
fn implying(product_type: &ProductType, number: RightNumber) -> Box<[RightNumber]> {
    let mut found = vec![number];
    let mut next = 0;
    while let Some(&given) = found.get(next) {
        next += 1;
        for right in product_type.live_rights() {
            if right.implies.contains(&given) && !found.contains(&right.number) {
                found.push(right.number);
            }
        }
    }
    found.sort_unstable();
    found.into()
}
