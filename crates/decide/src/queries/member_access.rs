//! What a member has on products, as a tree by type: what is their own and can be edited, and what comes from
//! elsewhere (S2-15 to S2-18).

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Path, View};
use domain::{
    Grant, ProductId, ProductType, ProductTypeId, Refusal, Rights, Role, Scope, ScopeEntry,
    Subject, Timestamp, UserId,
};

use super::member_summary::summary;
use crate::rules::rule_11::{ScopePiece, pieces, rights_on};
use crate::use_cases::member::access_etag;

/// What a member has on products.
#[derive(Debug, Clone)]
pub struct MemberAccess {
    pub user: UserId,
    /// By type, in order.
    pub types: Vec<TypeAccess>,
    /// Changes with every change of the member's own grants.
    pub etag: String,
}

/// What a member has on the products of one type.
#[derive(Debug, Clone)]
pub struct TypeAccess {
    pub product_type: Arc<ProductType>,
    /// What a save of this type replaces; `None` if there is nothing.
    pub own: Option<OwnTypeAccess>,
    /// What it does not edit.
    pub others: Vec<OtherAccess>,
    /// On how many products the member has any right now.
    pub product_count: u32,
}

/// A member's own access to one type.
#[derive(Debug, Clone, Default)]
pub struct OwnTypeAccess {
    /// On single products, by id.
    pub products: Vec<(ProductId, Rights)>,
    /// On the whole type.
    pub type_rights: Option<Rights>,
    /// On products made later.
    pub future: Option<Rights>,
}

/// One way to products of a type that a save of the type does not edit.
#[derive(Debug, Clone)]
pub struct OtherAccess {
    pub path: Path,
    /// What it covers, as far as it is about the type; `None` for a legal representative.
    pub scope: Option<Scope>,
    /// Which rights of the type.
    pub rights: Rights,
}

/// A member's access; `only` on one type.
pub fn member_access(
    view: &View,
    user: &UserId,
    only: Option<&ProductTypeId>,
    at: Timestamp,
) -> Result<MemberAccess, Refusal> {
    let usable = summary(view, user, at)?;
    let mut types = Vec::new();
    for product_type in view
        .platform
        .product_types()
        .filter(|known| only.is_none_or(|only| known.id == *only))
    {
        let tree = Tree {
            view,
            user,
            product_type,
            at,
        };
        let used = usable
            .iter()
            .find(|used| used.product_type.id == product_type.id);
        let product_count = used.map_or(0, |used| used.product_count);
        let own = tree.own();
        if product_type.retired && only.is_none() && own.is_none() && product_count == 0 {
            continue;
        }
        let others = tree.others();
        types.push(TypeAccess {
            product_type: Arc::clone(product_type),
            own,
            others,
            product_count,
        });
    }
    Ok(MemberAccess {
        user: user.clone(),
        types,
        etag: access_etag(&view.organization, user),
    })
}

/// One member, one type.
struct Tree<'a> {
    view: &'a View,
    user: &'a UserId,
    product_type: &'a Arc<ProductType>,
    at: Timestamp,
}

impl Tree<'_> {
    fn is_managed(&self) -> bool {
        self.product_type.managing_system.is_some()
    }

    /// The grants of a subject that are not over and that count on this type.
    fn grants(&self, subject: &Subject) -> Vec<Arc<Grant>> {
        let grants = self.view.organization.grants_of(subject);
        let counts = |grant: &Arc<Grant>| {
            grant.by_owner == self.is_managed() && !grant.period.is_over(self.at)
        };
        grants.filter(counts).collect()
    }

    fn own(&self) -> Option<OwnTypeAccess> {
        let mut by_entry: BTreeMap<ScopeEntry, Rights> = BTreeMap::new();
        for grant in self.grants(&Subject::Member(self.user.clone())) {
            let rights = rights_on(
                &grant.rights,
                Some(&self.product_type.id),
                &self.view.platform,
            );
            for piece in pieces(&grant.scope) {
                if let ScopePiece::Entry(entry) = piece
                    && self.is_of_type(&entry)
                    && !rights.is_nothing()
                {
                    let all = by_entry.entry(entry).or_insert_with(|| rights.clone());
                    *all = all.with(&rights);
                }
            }
        }
        if by_entry.is_empty() {
            return None;
        }
        let mut own = OwnTypeAccess::default();
        for (entry, rights) in by_entry {
            match entry {
                ScopeEntry::Product(id) => own.products.push((id, rights)),
                ScopeEntry::Type(_) => own.type_rights = Some(rights),
                ScopeEntry::FutureOfType(_) => own.future = Some(rights),
                ScopeEntry::Group(_) | ScopeEntry::Tag(_) => {}
            }
        }
        Some(own)
    }

    /// Only the owner's grants reach an externally managed type, so there is nothing else.
    fn others(&self) -> Vec<OtherAccess> {
        if self.is_managed() {
            return Vec::new();
        }
        let mut others: Vec<_> = self.by_role().into_iter().collect();
        for grant in self.grants(&Subject::Member(self.user.clone())) {
            let wider = |piece: &ScopePiece| !matches!(piece, ScopePiece::Entry(entry) if self.is_of_type(entry));
            others.extend(self.other(&grant, wider, Path::Grant(grant.id.clone())));
        }
        for team in self.view.organization.teams_of(self.user) {
            for grant in self.grants(&Subject::Team(team.id.clone())) {
                others.extend(self.other(
                    &grant,
                    |_| true,
                    Path::Team(Arc::clone(team), grant.id.clone()),
                ));
            }
        }
        others
    }

    fn by_role(&self) -> Option<OtherAccess> {
        let role = &self.view.organization.member(self.user)?.role;
        let scope = match role {
            Role::LegalRepresentative => None,
            Role::Administrator(areas) => Some(self.touching(areas.technical.as_ref()?, |_| true)?),
            Role::Collaborator | Role::External => return None,
        };
        Some(OtherAccess {
            path: Path::Role(role.clone()),
            scope,
            rights: Rights::All,
        })
    }

    fn other(
        &self,
        grant: &Grant,
        counts: impl Fn(&ScopePiece) -> bool,
        path: Path,
    ) -> Option<OtherAccess> {
        let rights = self.shown(&grant.rights);
        if rights.is_nothing() {
            return None;
        }
        Some(OtherAccess {
            path,
            scope: Some(self.touching(&grant.scope, counts)?),
            rights,
        })
    }

    /// The part of the scope that is about this type; `None` if nothing of it is.
    fn touching(&self, scope: &Scope, counts: impl Fn(&ScopePiece) -> bool) -> Option<Scope> {
        let pieces: Vec<_> = pieces(scope)
            .into_iter()
            .filter(|piece| counts(piece) && self.touches(piece))
            .collect();
        (!pieces.is_empty()).then(|| ScopePiece::scope(pieces))
    }

    fn touches(&self, piece: &ScopePiece) -> bool {
        let mut products = self
            .view
            .organization
            .products()
            .filter(|product| self.is_of(&product.product_type));
        match piece {
            ScopePiece::All => true,
            ScopePiece::Entry(ScopeEntry::Group(id)) => {
                products.any(|product| product.groups.contains(id))
            }
            ScopePiece::Entry(ScopeEntry::Tag(tag)) => {
                products.any(|product| product.tags.contains(tag))
            }
            ScopePiece::Entry(entry) => self.is_of_type(entry),
        }
    }

    /// Whether the entry names this type or one product of it: what a save of the type edits.
    fn is_of_type(&self, entry: &ScopeEntry) -> bool {
        match entry {
            ScopeEntry::Type(id) | ScopeEntry::FutureOfType(id) => self.is_of(id),
            ScopeEntry::Product(id) => {
                let product = self.view.organization.product(id);
                product.is_some_and(|product| self.is_of(&product.product_type))
            }
            ScopeEntry::Group(_) | ScopeEntry::Tag(_) => false,
        }
    }

    fn is_of(&self, id: &ProductTypeId) -> bool {
        self.product_type.id == *id
    }

    /// What the rights can give on this type: kinds that it does not have are left out.
    fn shown(&self, rights: &Rights) -> Rights {
        let Rights::Listed { kinds, rights } =
            rights_on(rights, Some(&self.product_type.id), &self.view.platform)
        else {
            return Rights::All;
        };
        Rights::listed(kinds.within(self.product_type.live_kinds()), rights)
    }
}
