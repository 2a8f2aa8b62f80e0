//! Products and product groups.

use serde::{Deserialize, Serialize};

use crate::{DisplayName, GroupId, ProductId, ProductTypeId, Stamp, Tag};

/// One thing of a type that an organization owns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its id.
    pub id: ProductId,
    /// Its type; never changes.
    pub product_type: ProductTypeId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// Its tags, ascending and each once; at most 64.
    pub tags: Vec<Tag>,
    /// The groups it is in, ascending and each once; at most 64.
    pub groups: Vec<GroupId>,
    /// When; `create_revision` decides whether it is a future product of a grant.
    pub stamp: Stamp,
}

/// A named set of products. Which products are in it stands on the products.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductGroup {
    /// Its id.
    pub id: GroupId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// When.
    pub stamp: Stamp,
}
