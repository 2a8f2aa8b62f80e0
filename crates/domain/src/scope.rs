//! Which products: scopes are live, so a product that gets a tag, joins a group or comes later is covered from then on.

use serde::{Deserialize, Serialize};

use crate::{GroupId, ProductId, ProductTypeId, Tag};

/// Which products. An empty list covers nothing and never turns into all.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scope {
    /// All products of the organization, now and later.
    All,
    /// What the entries say, together.
    Listed(Vec<ScopeEntry>),
}

/// One entry of a listed scope.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ScopeEntry {
    /// This product.
    Product(ProductId),
    /// Products in this group.
    Group(GroupId),
    /// Products with this tag.
    Tag(Tag),
    /// Products of this type, now and later.
    Type(ProductTypeId),
    /// Products of this type created after the scope was given (`Grant::scope_revision`).
    FutureOfType(ProductTypeId),
}

impl Scope {
    /// A listed scope, its entries sorted and each once.
    pub fn listed(entries: impl IntoIterator<Item = ScopeEntry>) -> Self {
        let mut entries: Vec<_> = entries.into_iter().collect();
        entries.sort();
        entries.dedup();
        Self::Listed(entries)
    }

    /// The entries; none for `All`.
    pub fn entries(&self) -> &[ScopeEntry] {
        match self {
            Self::All => &[],
            Self::Listed(entries) => entries,
        }
    }

    /// True when nothing is covered, now or ever.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Listed(entries) if entries.is_empty())
    }

    /// Whether the whole names every entry that is named here, word for word; `All` is named by `All` alone.
    pub fn is_part_of(&self, whole: &Self) -> bool {
        let mut entries = self.entries().iter();
        self == whole
            || (*self != Self::All && entries.all(|entry| whole.entries().contains(entry)))
    }

    /// Whether it lists this entry.
    pub fn lists(&self, entry: &ScopeEntry) -> bool {
        self.entries().contains(entry)
    }

    /// The scope without one entry; `None` if it did not list it.
    pub fn without(&self, gone: &ScopeEntry) -> Option<Self> {
        let entries = self.entries();
        entries.contains(gone).then(|| {
            Self::Listed(
                entries
                    .iter()
                    .filter(|entry| *entry != gone)
                    .cloned()
                    .collect(),
            )
        })
    }
}

impl ScopeEntry {
    /// Whether it names a label, which products get and lose: a tag or a group.
    pub fn is_label(&self) -> bool {
        matches!(self, Self::Tag(_) | Self::Group(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn losing_the_last_entry_never_means_all() {
        let product = ProductId::parse("drive-1").map(ScopeEntry::Product);
        let Ok(product) = product else { unreachable!() };
        let scope = Scope::listed([product.clone()]);
        let left = scope.without(&product);
        assert_eq!(left, Some(Scope::Listed(vec![])));
        assert!(left.is_some_and(|left| left.is_nothing()));
        assert_eq!(Scope::All.without(&product), None);
    }

    #[test]
    fn a_part_is_named_word_for_word() {
        let listed = |ids: &[&str]| {
            let entries = ids.iter().filter_map(|id| ProductId::parse(id).ok());
            Scope::listed(entries.map(ScopeEntry::Product))
        };
        for (part, whole, is_part) in [
            (listed(&["a"]), listed(&["a", "b"]), true),
            (listed(&["a", "b"]), listed(&["a"]), false),
            (listed(&["a"]), Scope::All, false),
            (listed(&[]), Scope::All, true),
            (Scope::All, listed(&["a"]), false),
            (Scope::All, Scope::All, true),
        ] {
            assert_eq!(part.is_part_of(&whole), is_part, "{part:?} of {whole:?}");
        }
    }
}
