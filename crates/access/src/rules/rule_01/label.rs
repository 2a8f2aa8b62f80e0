//! A product got a tag or went into a group: does somebody's own give anything on it that it did not?

use std::collections::BTreeSet;

use domain::{Grant, Product, Rights, Role, Scope, ScopeEntry, UserId};

use super::{Judged, Step};
use crate::rules::gift::Gift;
use crate::words;

impl Step<'_> {
    pub(super) fn label_grows(
        &self,
        user: &UserId,
        judged: Judged,
        product: &Product,
    ) -> Option<String> {
        let labels = self.new_labels(product);
        let scope = Scope::listed([ScopeEntry::Product(product.id.clone())]);
        labels.iter().find_map(|label| {
            if self.lists(user, label) && !self.contains(user, true, &everything_on(&scope)) {
                return Some(format!("all rights on product {}", product.id));
            }
            let own = self.own_through(user, label).into_iter();
            let mut grown = own.filter(|(grant, is_bound)| {
                let passes = *is_bound && judged == Judged::Person;
                let gift = Gift {
                    scope: &scope,
                    ..Gift::of(grant)
                };
                !passes && !self.contains(user, *is_bound, &gift)
            });
            grown.next().map(|(grant, _)| {
                let rights = words::rights(&grant.rights, &self.after.platform);
                format!(
                    "{rights} on product {}, through {}",
                    product.id,
                    words::entry(Some(label))
                )
            })
        })
    }

    /// What a product that was there before has since the change; of a new one nothing, since its labels are asked of
    /// whoever makes it.
    fn new_labels(&self, after: &Product) -> Vec<ScopeEntry> {
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

    /// Everybody whose own goes through a label that the product got.
    pub(super) fn labelled(&self, product: &Product) -> Vec<UserId> {
        let mut all = BTreeSet::new();
        for label in self.new_labels(product) {
            let here = &self.after.organization;
            for grant in here.grants_naming(&label) {
                all.extend(self.holders(&grant.subject));
            }
            let listing = here.members().filter(|member| lists(&member.role, &label));
            all.extend(listing.map(|member| member.user.clone()));
            all.extend(self.invited_through(&label));
        }
        all.into_iter().collect()
    }

    /// The user's own grants that name the label, those that an open invitation would make theirs included.
    fn own_through(&self, user: &UserId, label: &ScopeEntry) -> Vec<(Grant, bool)> {
        let own = self.after.own_grants(user, self.at).into_iter();
        let own = own.map(|(grant, is_bound)| (grant.clone(), is_bound));
        let invited = self
            .planned_for(user)
            .into_iter()
            .map(|grant| (grant, false));
        own.chain(invited)
            .filter(|(grant, _)| grant.scope.entries().contains(label))
            .collect()
    }

    fn lists(&self, user: &UserId, label: &ScopeEntry) -> bool {
        let member = self.after.organization.member(user);
        member.is_some_and(|member| lists(&member.role, label))
    }

    /// Whether the user's own gave all of this before; what is not bound only by what was not bound.
    fn contains(&self, user: &UserId, bound: bool, gift: &Gift<'_>) -> bool {
        let own = self.before.own_holdings(user, bound, self.at);
        self.before.is_within(gift, &own, self.at)
    }
}

fn lists(role: &Role, label: &ScopeEntry) -> bool {
    let technical = role.areas().and_then(|areas| areas.technical.as_ref());
    technical.is_some_and(|scope| scope.entries().contains(label))
}

/// What an area gives.
fn everything_on(scope: &Scope) -> Gift<'_> {
    Gift {
        rights: &Rights::All,
        scope,
        period: domain::Period::default(),
        scope_revision: 0,
    }
}
