//! Whether one scope, or one set of rights, contains another: only if it does so whatever products come.

use std::borrow::Cow;

use domain::{RightKind, RightNumber, Rights, Scope, ScopeEntry};

use crate::span::Span;
use crate::state::{OrganizationState, PlatformState};

/// What somebody holds: by role, by a grant, by a mandate, or because it was given before.
#[derive(Debug, Clone)]
pub(crate) struct Holding<'a> {
    pub(crate) rights: Cow<'a, Rights>,
    pub(crate) scope: &'a Scope,
    pub(crate) scope_revision: u64,
    pub(crate) span: Span,
}

impl Holding<'_> {
    /// The revision of a scope that has none, such as that of an area: nothing is newer, so its `FutureOfType` covers nothing.
    pub(crate) const NO_REVISION: u64 = u64::MAX;
}

/// The smallest part of a set of rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RightsPart {
    All,
    Kind(RightKind),
    Right(RightNumber),
}

/// The parts of what a grant names.
pub(crate) fn rights_parts(rights: &Rights) -> Vec<RightsPart> {
    match rights {
        Rights::All => vec![RightsPart::All],
        Rights::Listed { kinds, rights } => {
            let rights = rights.iter().copied().map(RightsPart::Right);
            kinds.iter().map(RightsPart::Kind).chain(rights).collect()
        }
    }
}

/// The parts of a scope; `None` is `all`.
pub(crate) fn scope_parts(scope: &Scope) -> Vec<Option<&ScopeEntry>> {
    match scope {
        Scope::All => vec![None],
        Scope::Listed(entries) => entries.iter().map(Some).collect(),
    }
}

/// Whether rights contain a part: `all` only in `all`, a kind only in that kind or `all`, a right in whatever gives it.
pub(crate) fn rights_contain(mine: &Rights, part: RightsPart, platform: &PlatformState) -> bool {
    let Rights::Listed { kinds, .. } = mine else {
        return true;
    };
    match part {
        RightsPart::All => false,
        RightsPart::Kind(kind) => kinds.contains(kind),
        RightsPart::Right(number) => platform
            .numbered(number)
            .is_some_and(|(_, known)| known.given_by(mine)),
    }
}

/// A part of a scope that somebody else would get.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ScopePart<'a> {
    /// `None` is `all`.
    pub(crate) entry: Option<&'a ScopeEntry>,
    /// Of the scope that it is part of.
    pub(crate) scope_revision: u64,
}

/// Whether the scope of a holding contains a part.
pub(crate) fn scope_contains(
    mine: &Holding<'_>,
    part: ScopePart<'_>,
    organization: &OrganizationState,
) -> bool {
    let Scope::Listed(entries) = mine.scope else {
        return true;
    };
    let Some(wanted) = part.entry else {
        return false;
    };
    entries.iter().any(|entry| match (wanted, entry) {
        (ScopeEntry::Product(id), entry) => covers_now(entry, mine, id, organization),
        (ScopeEntry::FutureOfType(wanted), ScopeEntry::Type(held)) => wanted == held,
        (ScopeEntry::FutureOfType(wanted), ScopeEntry::FutureOfType(held)) => {
            wanted == held && mine.scope_revision <= part.scope_revision
        }
        (wanted, held) => wanted == held,
    })
}

/// Whether an entry covers a product as it is now: a listed product stays listed whatever comes.
fn covers_now(
    entry: &ScopeEntry,
    holding: &Holding<'_>,
    id: &domain::ProductId,
    organization: &OrganizationState,
) -> bool {
    if let ScopeEntry::Product(listed) = entry {
        return listed == id;
    }
    let Some(product) = organization.product(id) else {
        return false;
    };
    match entry {
        ScopeEntry::Product(_) => false,
        ScopeEntry::Group(group) => product.groups.contains(group),
        ScopeEntry::Tag(tag) => product.tags.contains(tag),
        ScopeEntry::Type(of_type) => product.product_type == *of_type,
        ScopeEntry::FutureOfType(of_type) => {
            product.product_type == *of_type
                && product.stamp.create_revision > holding.scope_revision
        }
    }
}
