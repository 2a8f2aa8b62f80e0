//! What can a member use, in short: which rights on how many products of each type?

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use access::{Resource, View, Wanted};
use domain::{ProductId, ProductType, ProductTypeId, Refusal, Timestamp, UserId};
use serde::Serialize;

/// On what somebody must have any right, to be listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum HasAccess {
    /// On this product.
    Product(ProductId),
    /// On any product of this type.
    Type(ProductTypeId),
    /// On any product at all.
    Anything,
}

/// What a member has on the products of one type, in short.
#[derive(Debug, Clone)]
pub struct TypeSummary {
    pub product_type: Arc<ProductType>,
    /// The rights held on at least one product, in the order of the catalog.
    pub rights: Vec<String>,
    /// On how many products there is any.
    pub product_count: u32,
}

impl HasAccess {
    /// Whether the user has any right on it now.
    pub fn is_had(&self, view: &View, user: &UserId, at: Timestamp) -> bool {
        let uses = |product: &ProductId| {
            let rights = view.rights(user, &Resource::Product(product.clone()), at);
            rights.iter().any(|(_, decision)| decision.allowed)
        };
        // No right is named, so there is none to refuse.
        let any = |wanted| {
            let used = view.accessible_products(user, wanted, None, 1, at);
            used.is_ok_and(|used| !used.found.is_empty())
        };
        match self {
            Self::Product(product) => uses(product),
            Self::Type(id) => any(Wanted {
                product_type: Some(id),
                ..Wanted::default()
            }),
            Self::Anything => any(Wanted::default()),
        }
    }
}

/// What the user can use now, by type.
pub fn summary(view: &View, user: &UserId, at: Timestamp) -> Result<Vec<TypeSummary>, Refusal> {
    let mut by_type: BTreeMap<ProductTypeId, (u32, HashSet<String>)> = BTreeMap::new();
    let used = view.accessible_products(user, Wanted::default(), None, usize::MAX, at)?;
    for (product, rights) in used.found {
        let (count, held) = by_type.entry(product.product_type.clone()).or_default();
        *count = count.saturating_add(1);
        held.extend(rights);
    }
    let of_type = |(id, (product_count, held)): (ProductTypeId, (u32, HashSet<String>))| {
        let product_type = Arc::clone(view.platform.product_type(&id)?);
        let names = product_type.live_rights().map(|right| right.id.to_string());
        let rights = names.filter(|name| held.contains(name)).collect();
        Some(TypeSummary {
            product_type,
            rights,
            product_count,
        })
    };
    Ok(by_type.into_iter().filter_map(of_type).collect())
}
