//! A member's own grants taken apart by place, so that a save touches only what it changes.

use access::PlatformState;
use domain::{Grant, Kinds, ProductTypeId, RightNumber, Rights, Scope, ScopeEntry, Timestamp};
use serde::Serialize;

/// One part of a scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub(crate) enum ScopePiece {
    /// All products.
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

/// Whether the grant is over; it gives nothing any more and no save touches it.
pub(crate) fn is_ended(grant: &Grant, at: Timestamp) -> bool {
    grant.period.end.is_some_and(|end| end <= at)
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

/// Whether every right that is named in `part` is named in `whole`, word for word.
pub(crate) fn is_part(part: &Rights, whole: &Rights) -> bool {
    match (part, whole) {
        (_, Rights::All) => true,
        (Rights::All, Rights::Listed { .. }) => false,
        (
            Rights::Listed { kinds, rights },
            Rights::Listed {
                kinds: all_kinds,
                rights: all_rights,
            },
        ) => {
            kinds.iter().all(|kind| all_kinds.contains(kind))
                && rights.iter().all(|right| all_rights.contains(right))
        }
    }
}

/// Both together.
pub(crate) fn together(one: &Rights, other: &Rights) -> Rights {
    match (one, other) {
        (
            Rights::Listed { kinds, rights },
            Rights::Listed {
                kinds: more_kinds,
                rights: more_rights,
            },
        ) => Rights::listed(
            kinds.iter().chain(more_kinds.iter()).collect(),
            rights.iter().chain(more_rights).copied(),
        ),
        _ => Rights::All,
    }
}

/// What `whole` names and `part` does not.
pub(crate) fn rest(whole: &Rights, part: &Rights) -> Rights {
    match (whole, part) {
        (_, Rights::All) => nothing(),
        (Rights::All, Rights::Listed { .. }) => Rights::All,
        (
            Rights::Listed { kinds, rights },
            Rights::Listed {
                kinds: had_kinds,
                rights: had_rights,
            },
        ) => Rights::listed(
            kinds
                .iter()
                .filter(|kind| !had_kinds.contains(*kind))
                .collect(),
            rights
                .iter()
                .copied()
                .filter(|right| !had_rights.contains(right)),
        ),
    }
}

/// No right at all.
pub(crate) fn nothing() -> Rights {
    Rights::listed(Kinds::NONE, [])
}
