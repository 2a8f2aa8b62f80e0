//! What one check reads: a member, a team, and a product, each with what is found through it.

use std::sync::Arc;

use domain::{Member, Product, ProductTypeId, Role, Scope, ScopeEntry, Team, TeamId};

use super::grants::{SubjectGrants, standing_keys};
use super::keys::{Key, Keys};

/// Everything about one user in the organization. It can hold grants before its member is there: a change may bring them in any order.
#[derive(Debug, Clone, Default)]
pub(crate) struct IndexedMember {
    pub(crate) member: Option<Arc<Member>>,
    /// Whether the membership works, and whether it is in one of the two upper roles: what every check asks stands here.
    pub(crate) is_active: bool,
    pub(crate) is_upper: bool,
    pub(crate) technical: Technical,
    pub(crate) grants: SubjectGrants,
    /// Ascending.
    pub(crate) teams: Vec<TeamId>,
}

impl IndexedMember {
    /// Sets the member, and with the role the products that it reaches.
    pub(crate) fn set_member(&mut self, member: Arc<Member>, keys: &mut Keys) {
        self.technical = Technical::of(&member.role, keys);
        self.is_active = member.is_active();
        self.is_upper = member.role.is_upper();
        self.member = Some(member);
    }

    /// The member goes; grants that are still there stay until they are taken.
    pub(crate) fn remove_member(&mut self) {
        self.member = None;
        self.is_active = false;
        self.is_upper = false;
        self.technical = Technical::Nothing;
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.member.is_none() && self.grants.is_empty() && self.teams.is_empty()
    }
}

/// On which products a role alone gives everything.
#[derive(Debug, Clone, Default)]
pub(crate) enum Technical {
    #[default]
    Nothing,
    Everything,
    /// On those with one of these keys; ascending.
    Keys(Box<[Key]>),
}

impl Technical {
    fn of(role: &Role, keys: &mut Keys) -> Self {
        match role {
            Role::LegalRepresentative => Self::Everything,
            Role::Administrator(areas) => match &areas.technical {
                None => Self::Nothing,
                Some(Scope::All) => Self::Everything,
                Some(Scope::Listed(entries)) => Self::Keys(standing_keys(entries, keys)),
            },
            Role::Collaborator | Role::External => Self::Nothing,
        }
    }

    /// Whether it reaches this product.
    pub(crate) fn covers(&self, target: &IndexedProduct) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Keys(keys) => target
                .keys()
                .iter()
                .any(|key| *key != Key::NOTHING && keys.binary_search(key).is_ok()),
        }
    }
}

/// A team and its grants.
#[derive(Debug, Clone, Default)]
pub(crate) struct IndexedTeam {
    pub(crate) team: Option<Arc<Team>>,
    pub(crate) grants: SubjectGrants,
}

impl IndexedTeam {
    pub(crate) fn is_empty(&self) -> bool {
        self.team.is_none() && self.grants.is_empty()
    }
}

/// A product and every key through which it is covered: what a check reads of it, in few cache lines.
#[derive(Debug)]
pub(crate) struct IndexedProduct {
    /// The type, sharing its text with every product of the type.
    pub(crate) product_type: ProductTypeId,
    pub(crate) create_revision: u64,
    keys: CoveringKeys,
    pub(crate) product: Arc<Product>,
}

/// Nearly every product has few keys: these need no memory of their own.
#[derive(Debug)]
enum CoveringKeys {
    Few([Key; FEW], u8),
    Many(Box<[Key]>),
}

const FEW: usize = 8;

/// Where the keys stand that are about the product's type, its future ones and itself. The first is `all`.
pub(crate) const TYPE: usize = 1;
pub(crate) const FUTURE: usize = 2;
pub(crate) const ITSELF: usize = 3;

impl IndexedProduct {
    pub(crate) fn new(product: Arc<Product>, keys: &mut Keys) -> Self {
        let covering: Vec<_> = std::iter::once(Key::ALL)
            .chain(covering_entries(&product).map(|entry| keys.intern(&entry)))
            .collect();
        let of_type = ScopeEntry::Type(product.product_type.clone());
        let product_type = match keys.shared(&of_type) {
            ScopeEntry::Type(shared) => shared,
            _ => product.product_type.clone(),
        };
        Self {
            product_type,
            create_revision: product.stamp.create_revision,
            keys: CoveringKeys::new(covering),
            product,
        }
    }

    /// All, its type, future of its type, itself, its groups, its tags: in this order.
    #[inline]
    pub(crate) fn keys(&self) -> &[Key] {
        match &self.keys {
            CoveringKeys::Few(keys, count) => keys.get(..usize::from(*count)).unwrap_or(keys),
            CoveringKeys::Many(keys) => keys,
        }
    }

    /// The scope entry of the key at `place`; `None` for `all`.
    pub(crate) fn entry(&self, place: usize) -> Option<ScopeEntry> {
        covering_entries(&self.product).nth(place.checked_sub(1)?)
    }
}

impl CoveringKeys {
    fn new(keys: Vec<Key>) -> Self {
        if keys.len() > FEW {
            return Self::Many(keys.into());
        }
        let mut few = [Key::NOTHING; FEW];
        for (place, key) in few.iter_mut().zip(&keys) {
            *place = *key;
        }
        Self::Few(few, keys.len() as u8)
    }
}

/// Every scope entry that covers a product, in the order of `IndexedProduct::keys` after `all`.
pub(crate) fn covering_entries(product: &Product) -> impl Iterator<Item = ScopeEntry> {
    let of_type = &product.product_type;
    let groups = product.groups.iter().cloned().map(ScopeEntry::Group);
    let tags = product.tags.iter().cloned().map(ScopeEntry::Tag);
    [
        ScopeEntry::Type(of_type.clone()),
        ScopeEntry::FutureOfType(of_type.clone()),
        ScopeEntry::Product(product.id.clone()),
    ]
    .into_iter()
    .chain(groups)
    .chain(tags)
}
