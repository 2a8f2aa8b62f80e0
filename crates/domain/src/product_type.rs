//! The catalog: product types and the rights that each declares. It is the same for the whole platform.

use serde::{Deserialize, Serialize};

use crate::{DisplayName, Kinds, ProductTypeId, RightId, RightKind, Stamp};

/// The number of a right: unique on the platform, never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RightNumber(pub u32);

/// One thing one may do on a product of the type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// Its number, for grants.
    pub number: RightNumber,
    /// Its id within the type.
    pub id: RightId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// Its kind.
    pub kind: RightKind,
    /// Rights of the same type that come with it.
    pub implies: Vec<RightNumber>,
    /// Taken out of the type: gives nothing, its number and id stay.
    pub removed: bool,
}

/// A product type and its rights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductType {
    /// Its id.
    pub id: ProductTypeId,
    /// Its name for people.
    pub display_name: DisplayName,
    /// Its rights, removed ones included.
    pub rights: Vec<Right>,
    /// The system that keeps its grants, where that is not Grantor (S3-17).
    pub managing_system: Option<DisplayName>,
    /// A retired type gets no new products and no new grants.
    pub retired: bool,
    /// When.
    pub stamp: Stamp,
}

impl ProductType {
    /// The rights that still give something.
    pub fn live_rights(&self) -> impl Iterator<Item = &Right> {
        self.rights.iter().filter(|right| !right.removed)
    }

    /// The kinds of the rights that still give something.
    pub fn live_kinds(&self) -> Kinds {
        self.live_rights().map(|right| right.kind).collect()
    }

    /// The live right of this id.
    pub fn right(&self, id: &str) -> Option<&Right> {
        self.live_rights().find(|right| right.id.as_str() == id)
    }
}
