//! Rule 1 for tags and groups: whoever labels a product gives every right that any grant or area scope gives through the label.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use domain::{
    Grant, OrganizationRight, ProductId, Reason, Refusal, Rights, Role, Scope, ScopeEntry, Subject,
    Timestamp, UserId,
};

use super::contain::Belongings;
use super::delegation::Delegation;
use crate::view::View;
use crate::words;

/// What one user may label: what is the same for all products is asked once.
#[derive(Debug)]
pub struct Labelling<'a> {
    view: &'a View,
    actor: &'a UserId,
    at: Timestamp,
    holdings: Belongings<'a>,
    areas: HashSet<&'a ScopeEntry>,
    /// What goes through the labels asked so far.
    through: HashMap<ScopeEntry, Vec<Arc<Grant>>>,
}

impl View {
    /// What the actor may label at this time.
    pub fn labelling<'a>(&'a self, actor: &'a UserId, at: Timestamp) -> Labelling<'a> {
        Labelling {
            view: self,
            actor,
            at,
            holdings: self.holdings(actor),
            areas: self.entries_of_areas(),
            through: HashMap::new(),
        }
    }

    /// What the TECHNICAL of any administrator, active or not, is narrowed to.
    pub fn entries_of_areas(&self) -> HashSet<&ScopeEntry> {
        let upper = self.organization.upper_after(None);
        let members = upper.filter_map(|user| self.organization.member(user));
        let scopes = members.filter_map(|member| member.role.areas()?.technical.as_ref());
        scopes
            .take_while(|scope| self.work.goes_on(1 + scope.entries().len()))
            .flat_map(Scope::entries)
            .collect()
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

impl Labelling<'_> {
    /// Rule 1: whether the actor may put this tag on the product, or the product into this group.
    /// They must hold all that comes with it on the product without that tag or group.
    pub fn may(&mut self, product: &ProductId, label: &ScopeEntry) -> Result<(), Refusal> {
        let view = self.view;
        // What has it already gets nothing new; what has not is held without it, so no holding goes through it.
        if view.carries(product, label) {
            return Ok(());
        }
        let scope = Scope::listed([ScopeEntry::Product(product.clone())]);
        let must_hold = |delegation: &Delegation<'_>| {
            view.must_hold(self.actor, &self.holdings, delegation, self.at)
        };
        let through = self.through.entry(label.clone()).or_insert_with(|| {
            let through = view.organization.grants_naming(label);
            // Cut short, nothing of it is held; whoever decides then says why.
            view.work.goes_on(1 + through.len());
            through
        });
        for grant in through.iter() {
            if let Subject::Partnership(_) = grant.subject {
                view.must_represent(self.actor, label)?;
            }
            must_hold(&Delegation {
                scope: &scope,
                ..Delegation::of(grant)
            })?;
        }
        if self.areas.contains(label) {
            must_hold(&Delegation {
                rights: &Rights::All,
                scope: &scope,
                period: domain::Period::default(),
                scope_revision: 0,
            })?;
        }
        Ok(())
    }
}
