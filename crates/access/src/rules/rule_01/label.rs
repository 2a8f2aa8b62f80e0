//! A product got a tag or went into a group: does somebody's own give anything on it that it did not?

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::Arc;

use domain::{Grant, Product, Rights, Scope, ScopeEntry, UserId};

use super::transition::{Judged, Transition};
use crate::rules::contain::Belongings;
use crate::rules::delegation::Delegation;
use crate::words;

/// What is one person's own, looked up once for all products that a change labels.
pub(super) struct OwnThings<'s> {
    transition: &'s Transition<'s>,
    pub(super) user: &'s UserId,
    /// What it was before, and the part of that which is not bound.
    all: OnceCell<Belongings<'s>>,
    unbound: OnceCell<Belongings<'s>>,
    /// By the labels that they name, their own grants after the change, those that an open invitation would make theirs
    /// included, and whether each is bound.
    naming: OnceCell<HashMap<ScopeEntry, Vec<(Grant, bool)>>>,
}

impl<'s> OwnThings<'s> {
    pub(super) fn new(transition: &'s Transition<'s>, user: &'s UserId) -> Self {
        Self {
            transition,
            user,
            all: OnceCell::new(),
            unbound: OnceCell::new(),
            naming: OnceCell::new(),
        }
    }

    pub(super) fn label_grows(&self, judged: Judged, product: &Product) -> Option<String> {
        let labels = self.transition.new_labels(product);
        let scope = Scope::listed([ScopeEntry::Product(product.id.clone())]);
        labels.iter().find_map(|label| {
            if self.lists(label) && !self.contains(true, &everything_on(&scope)) {
                return Some(format!("all rights on product {}", product.id));
            }
            let mut grown = self.through(label).iter().filter(|(grant, is_bound)| {
                let passes = *is_bound && judged == Judged::Person;
                let delegation = Delegation {
                    scope: &scope,
                    ..Delegation::of(grant)
                };
                !passes && !self.contains(*is_bound, &delegation)
            });
            grown.next().map(|(grant, _)| {
                let rights = words::rights(&grant.rights, &self.transition.after.platform);
                format!(
                    "{rights} on product {}, through {}",
                    product.id,
                    words::entry(Some(label))
                )
            })
        })
    }

    fn lists(&self, label: &ScopeEntry) -> bool {
        let member = self.transition.after.organization.member(self.user);
        member.is_some_and(|member| member.role.lists(label))
    }

    /// Whether the user's own gave all of this before; what is not bound only by what was not bound.
    fn contains(&self, bound: bool, delegation: &Delegation<'_>) -> bool {
        let Transition { before, at, .. } = self.transition;
        let own = if bound { &self.all } else { &self.unbound };
        let own = own.get_or_init(|| before.own_holdings(self.user, bound, *at));
        before.is_within(delegation, own, *at)
    }

    /// The user's own grants that name the label.
    fn through(&self, label: &ScopeEntry) -> &[(Grant, bool)] {
        let naming = self.naming.get_or_init(|| self.by_label());
        naming.get(label).map_or(&[], Vec::as_slice)
    }

    fn by_label(&self) -> HashMap<ScopeEntry, Vec<(Grant, bool)>> {
        let own = self
            .transition
            .after
            .own_grants(self.user, self.transition.at);
        let own = own.into_iter();
        let own = own.map(|(grant, is_bound)| (Arc::unwrap_or_clone(grant), is_bound));
        let planned = self.transition.planned_for(self.user).into_iter();
        let mut naming: HashMap<_, Vec<_>> = HashMap::new();
        for (grant, is_bound) in own.chain(planned.map(|grant| (grant, false))) {
            for label in grant
                .scope
                .entries()
                .iter()
                .filter(|entry| entry.is_label())
            {
                let here = naming.entry(label.clone()).or_default();
                here.push((grant.clone(), is_bound));
            }
        }
        naming
    }
}

impl Transition<'_> {
    /// What a product that was there before has since the change; of a new one nothing, since its labels are asked of
    /// whoever makes it.
    pub(super) fn new_labels(&self, after: &Product) -> Vec<ScopeEntry> {
        let Some(before) = self.before.organization.product(&after.id) else {
            return Vec::new();
        };
        let tags = after.tags.iter().filter(|tag| !before.tags.contains(tag));
        let groups = after.groups.iter();
        let groups = groups.filter(|group| !before.groups.contains(group));
        tags.cloned()
            .map(ScopeEntry::Tag)
            .chain(groups.cloned().map(ScopeEntry::Group))
            .collect()
    }
}

/// What an area gives.
fn everything_on(scope: &Scope) -> Delegation<'_> {
    Delegation {
        rights: &Rights::All,
        scope,
        period: domain::Period::default(),
        scope_revision: 0,
    }
}
