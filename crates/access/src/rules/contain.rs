//! Whether one scope, or one set of rights, contains another: only if it does so whatever products come.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use domain::{Grant, Product, RightKind, RightNumber, Rights, Scope, ScopeEntry};
use foldhash::fast::RandomState;

use crate::span::Span;
use crate::state::{OrganizationState, PlatformState, covering_entries};

/// What somebody holds: by role, by a grant, by a mandate, or because it was given before.
#[derive(Debug, Clone)]
pub(crate) struct Holding<'a> {
    pub(crate) rights: Cow<'a, Rights>,
    pub(crate) scope: Cow<'a, Scope>,
    pub(crate) scope_revision: u64,
    pub(crate) span: Span,
}

impl Holding<'_> {
    /// The revision of a scope that has none, such as that of an area: nothing is newer, so its `FutureOfType` covers nothing.
    pub(crate) const NO_REVISION: u64 = u64::MAX;

    /// What a grant gives, once it is held.
    pub(crate) fn of_grant(grant: Arc<Grant>) -> Self {
        let grant = Arc::unwrap_or_clone(grant);
        Self {
            rights: Cow::Owned(grant.rights),
            scope: Cow::Owned(grant.scope),
            scope_revision: grant.scope_revision,
            span: grant.period.into(),
        }
    }
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

/// All that somebody holds, found by the entry through which it covers: as long as one looks for each part in each
/// holding, who has thousands of both stops everybody.
#[derive(Debug, Clone, Default)]
pub(crate) struct Belongings<'a> {
    /// Those with the scope `all`.
    everywhere: Vec<Holding<'a>>,
    listed: Vec<Holding<'a>>,
    /// Where in `listed` those are that name the entry.
    naming: HashMap<ScopeEntry, Vec<usize>, RandomState>,
}

impl<'a> FromIterator<Holding<'a>> for Belongings<'a> {
    fn from_iter<I: IntoIterator<Item = Holding<'a>>>(all: I) -> Self {
        let mut belongings = Self::default();
        for holding in all {
            belongings.add(holding);
        }
        belongings
    }
}

impl<'a> Belongings<'a> {
    pub(crate) fn add(&mut self, holding: Holding<'a>) {
        let Scope::Listed(entries) = holding.scope.as_ref() else {
            self.everywhere.push(holding);
            return;
        };
        for entry in entries {
            self.naming
                .entry(entry.clone())
                .or_default()
                .push(self.listed.len());
        }
        self.listed.push(holding);
    }

    /// The holdings whose scope contains a part; one that contains it through several entries comes several times.
    pub(crate) fn containing(
        &self,
        part: ScopePart<'_>,
        organization: &OrganizationState,
    ) -> Vec<&Holding<'a>> {
        let mut found: Vec<_> = self.everywhere.iter().collect();
        let Some(wanted) = part.entry else {
            return found;
        };
        found.extend(self.naming(wanted).filter(|mine| {
            let is_future = matches!(wanted, ScopeEntry::FutureOfType(_));
            !is_future || mine.scope_revision <= part.scope_revision
        }));
        match wanted {
            ScopeEntry::FutureOfType(of_type) => {
                found.extend(self.naming(&ScopeEntry::Type(of_type.clone())));
            }
            ScopeEntry::Product(id) => {
                if let Some(product) = organization.product(id) {
                    found.extend(self.covering_now(product));
                }
            }
            ScopeEntry::Group(_) | ScopeEntry::Tag(_) | ScopeEntry::Type(_) => {}
        }
        found
    }

    /// Those that cover a product by what it is now; that list it itself they do whatever comes.
    fn covering_now(&self, product: &Product) -> impl Iterator<Item = &Holding<'a>> {
        let entries = covering_entries(product);
        let others = entries.filter(|entry| !matches!(entry, ScopeEntry::Product(_)));
        let create_revision = product.stamp.create_revision;
        others.flat_map(move |entry| {
            let is_future = matches!(entry, ScopeEntry::FutureOfType(_));
            let naming = self.naming(&entry);
            naming.filter(move |mine| !is_future || create_revision > mine.scope_revision)
        })
    }

    fn naming(&self, entry: &ScopeEntry) -> impl Iterator<Item = &Holding<'a>> + use<'_, 'a> {
        let places = self.naming.get(entry).map_or(&[][..], Vec::as_slice);
        places.iter().filter_map(|place| self.listed.get(*place))
    }
}
