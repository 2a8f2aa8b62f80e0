//! Products and product groups.

use serde::{Deserialize, Serialize};

use crate::{DisplayName, GroupId, MadeParts, ProductId, ProductTypeId, Stamp, Tag};

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
    /// Which of these were put on through a partnership; nearly always none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Box<MadeLabels>>,
    /// When; `create_revision` decides whether it is a future product of a grant.
    pub stamp: Stamp,
}

/// What of a product's labels was put on through partnerships.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeLabels {
    /// Of its tags. Ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: MadeParts<Tag>,
    /// Of its groups. Ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: MadeParts<GroupId>,
}

impl MadeLabels {
    /// The labels, where there are any.
    pub fn new(tags: MadeParts<Tag>, groups: MadeParts<GroupId>) -> Option<Box<Self>> {
        let made = Self { tags, groups };
        (made != Self::default()).then(|| Box::new(made))
    }
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
