//! A member's own grants taken apart by place, so that a save touches only what it changes.

use access::PlatformState;
use domain::{ProductTypeId, RightNumber, Rights, Scope, ScopeEntry};
use serde::Serialize;

/// One part of a scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) enum ScopePiece {
    All,
    /// What one entry says.
    Entry(ScopeEntry),
}

impl ScopePiece {
    /// The scope of these places; `All` beside others is all.
    pub(crate) fn scope(pieces: Vec<Self>) -> Scope {
        let mut entries = Vec::new();
        for piece in pieces {
            match piece {
                Self::All => return Scope::All,
                Self::Entry(entry) => entries.push(entry),
            }
        }
        Scope::listed(entries)
    }
}

/// The places of a scope.
pub(crate) fn pieces(scope: &Scope) -> Vec<ScopePiece> {
    match scope {
        Scope::All => vec![ScopePiece::All],
        Scope::Listed(entries) => entries.iter().cloned().map(ScopePiece::Entry).collect(),
    }
}

/// The part of the rights that can speak of one type, or of all: removed rights and those of other types are left out.
pub(crate) fn rights_on(
    rights: &Rights,
    only: Option<&ProductTypeId>,
    platform: &PlatformState,
) -> Rights {
    let Rights::Listed { kinds, rights } = rights else {
        return Rights::All;
    };
    let counts = |number: &RightNumber| {
        let known = platform.right(*number).filter(|(_, right)| !right.removed);
        known.is_some_and(|(of, _)| only.is_none_or(|only| of.id == *only))
    };
    Rights::listed(*kinds, rights.iter().copied().filter(counts))
}
