//! The rights in a grant: all, all of some kinds, or named ones.

use serde::{Deserialize, Serialize};

use crate::{RightKind, RightNumber};

/// Rights as a grant names them. Each product gets those of its own type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rights {
    /// Every right there is, now and later.
    All,
    /// These kinds (all rights of each, now and later) and these rights.
    Listed {
        /// The kinds.
        kinds: Kinds,
        /// The rights, ascending and each once.
        rights: Box<[RightNumber]>,
    },
}

impl Rights {
    /// Kinds and rights, sorted.
    pub fn listed(kinds: Kinds, rights: impl IntoIterator<Item = RightNumber>) -> Self {
        let mut rights: Vec<_> = rights.into_iter().collect();
        rights.sort_unstable();
        rights.dedup();
        Self::Listed {
            kinds,
            rights: rights.into(),
        }
    }

    /// True when nothing is named.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Listed { kinds, rights } if kinds.is_empty() && rights.is_empty())
    }
}

/// A set of right kinds, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Kinds(u8);

impl Kinds {
    /// No kind.
    pub const NONE: Self = Self(0);

    /// This set with one more kind.
    #[must_use]
    pub fn with(self, kind: RightKind) -> Self {
        Self(self.0 | kind.bit())
    }

    /// Whether `kind` is in it.
    pub fn contains(self, kind: RightKind) -> bool {
        self.0 & kind.bit() != 0
    }

    /// Whether the two share a kind.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether it is empty.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The kinds, in the order of `RightKind::ALL`.
    pub fn iter(self) -> impl Iterator<Item = RightKind> {
        RightKind::ALL
            .into_iter()
            .filter(move |kind| self.contains(*kind))
    }
}

impl FromIterator<RightKind> for Kinds {
    fn from_iter<I: IntoIterator<Item = RightKind>>(kinds: I) -> Self {
        kinds.into_iter().fold(Self::NONE, Self::with)
    }
}
