//! The kinds of rights, and sets of them.

use serde::{Deserialize, Serialize};

/// What sort of right it is (S2-23, S2-25, S2-27).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RightKind {
    /// Using the product.
    Usage,
    /// Managing the service: offer, users, cancelling.
    Management,
    /// Its technical side.
    Technical,
    /// Its figures.
    Statistics,
    /// Anything finer that the type declares.
    Detailed,
}

impl RightKind {
    /// All kinds.
    pub const ALL: [Self; 5] = [
        Self::Usage,
        Self::Management,
        Self::Technical,
        Self::Statistics,
        Self::Detailed,
    ];

    fn bit(self) -> u8 {
        match self {
            Self::Usage => 1,
            Self::Management => 2,
            Self::Technical => 4,
            Self::Statistics => 8,
            Self::Detailed => 16,
        }
    }

    /// The wire's spelling.
    pub fn name(self) -> &'static str {
        match self {
            Self::Usage => "USAGE",
            Self::Management => "MANAGEMENT",
            Self::Technical => "TECHNICAL",
            Self::Statistics => "STATISTICS",
            Self::Detailed => "DETAILED",
        }
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

    /// What either set has.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What this set has and the other does not.
    #[must_use]
    pub fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// What both sets have.
    #[must_use]
    pub fn within(self, other: Self) -> Self {
        Self(self.0 & other.0)
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
