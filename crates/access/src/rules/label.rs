//! Rule 1 for tags and groups: whoever labels a product gives every right that any grant or area scope gives through the label.

use domain::{
    OrganizationRight, ProductId, Reason, Refusal, Rights, Role, Scope, ScopeEntry, Subject,
    Timestamp, UserId,
};

use super::delegation::Delegation;
use crate::view::View;
use crate::words;

impl View {
    /// Rule 1: whether the actor may put this tag on the product, or the product into this group.
    /// They must hold all that comes with it on the product without that tag or group.
    pub fn may_label(
        &self,
        actor: &UserId,
        product: &ProductId,
        label: &ScopeEntry,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        // What has it already gets nothing new; what has not is held without it, so no holding goes through it.
        if self.carries(product, label) {
            return Ok(());
        }
        let holdings = self.holdings(actor);
        let scope = Scope::listed([ScopeEntry::Product(product.clone())]);
        let must_hold =
            |delegation: &Delegation<'_>| self.must_hold(actor, &holdings, delegation, at);
        for grant in self.organization.grants_naming(label) {
            if let Subject::Partnership(_) = grant.subject {
                self.must_represent(actor, label)?;
            }
            must_hold(&Delegation {
                scope: &scope,
                ..Delegation::of(&grant)
            })?;
        }
        if self.is_area_of_anybody(label) {
            must_hold(&Delegation {
                rights: &Rights::All,
                scope: &scope,
                period: domain::Period::default(),
                scope_revision: 0,
            })?;
        }
        Ok(())
    }

    /// Rule 2: what a partnership's mandate covers is for the client's legal representatives to say.
    fn must_represent(&self, actor: &UserId, label: &ScopeEntry) -> Result<(), Refusal> {
        let member = self.organization.member(actor);
        if member.is_some_and(|member| member.role == Role::LegalRepresentative) {
            return Ok(());
        }
        let label = words::entry(Some(label));
        Err(Refusal::new(
            Reason::LegalRepresentativeRequired,
            format!(
                "A partnership's mandate goes through {label}: only a legal representative of the organization puts \
                 products there. Ask one of them."
            ),
        ))
    }

    /// Whether the product has the tag or is in the group already: then nothing new is given.
    fn carries(&self, product: &ProductId, label: &ScopeEntry) -> bool {
        let product = self.organization.product(product);
        product.is_some_and(|product| match label {
            ScopeEntry::Tag(tag) => product.tags.contains(tag),
            ScopeEntry::Group(group) => product.groups.contains(group),
            ScopeEntry::Product(_) | ScopeEntry::Type(_) | ScopeEntry::FutureOfType(_) => false,
        })
    }

    /// Whether some administrator's TECHNICAL is narrowed to this label, active or not.
    fn is_area_of_anybody(&self, label: &ScopeEntry) -> bool {
        let mut members = self.organization.members();
        members.any(|member| member.role.lists(label))
    }

    /// Whether the product is in the user's TECHNICAL scope: all, for a legal representative and for who manages products as a full partner.
    /// An unknown product is in a scope that is not narrowed.
    pub fn in_technical_scope(&self, user: &UserId, product: &ProductId) -> bool {
        let Ok(accessor) = self.accessor(user) else {
            return false;
        };
        let entrusted = OrganizationRight::ManageProducts;
        if self.mandates(user).any(|mandate| mandate.holds(entrusted)) {
            return true;
        }
        let Some(membership) = accessor.membership else {
            return false;
        };
        let whole = match &membership.member.role {
            Role::LegalRepresentative => true,
            Role::Administrator(areas) => areas.technical == Some(Scope::All),
            Role::Collaborator | Role::External => return false,
        };
        let target = self.organization.indexed_product(product);
        whole || target.is_some_and(|target| membership.indexed.technical.covers(target))
    }
}
