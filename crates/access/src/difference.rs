//! What did one person, or everybody on one product, gain and lose from one moment to the next? Asked of the evaluator, only
//! where what happened between can reach.

use std::collections::BTreeSet;
use std::ops::Bound;
use std::slice;

use domain::{
    CONTACT_SUPPORT, Change, Grant, OrganizationRight, ProductId, Scope, Timestamp, UserId,
};

use crate::effect::{PAIR, rights_held};
use crate::list::{LOOK, Look, Walked, walked};
use crate::merged::Merged;
use crate::reached::{EVENT, Reached, grants_touched, holders, holds};
use crate::state::{Key, covering_entries};
use crate::view::View;
use crate::work::Work;

/// Of whom, or on what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// This person, on the organization and on every product.
    User(UserId),
    /// Everybody, on this product.
    Product(ProductId),
}

/// What somebody gained and lost on one resource.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    pub user: UserId,
    /// On which product; `None` is the organization itself.
    pub product: Option<ProductId>,
    /// As `type/right`, or `contact_support`; ordered.
    pub gained: Vec<String>,
    pub lost: Vec<String>,
}

/// Two moments that follow each other.
#[derive(Debug, Clone, Copy)]
pub struct Step<'a> {
    pub before: &'a View,
    pub after: &'a View,
    /// When the states before are judged.
    pub from: Timestamp,
    /// And those after.
    pub to: Timestamp,
}

/// Where something can be gained or lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// Wherever the person has anything; by whoever has anything on the product.
    Everywhere,
    /// On these products.
    On(BTreeSet<ProductId>),
    /// By these people.
    By(BTreeSet<UserId>),
}

impl Where {
    pub(crate) fn unless_nowhere(self) -> Option<Self> {
        let is_nowhere = match &self {
            Self::Everywhere => false,
            Self::On(products) => products.is_empty(),
            Self::By(people) => people.is_empty(),
        };
        (!is_nowhere).then_some(self)
    }
}

impl Asked {
    /// Where a change that led from one view to the other can reach; `None` is nowhere.
    pub fn reached_by(&self, change: &Change, before: &View, after: &View) -> Option<Where> {
        let (changes, both) = (slice::from_ref(change), [before, after]);
        let reached = Reached::beside_grants(changes, both);
        match self {
            Self::User(user) if reached.people.contains(user) => Some(Where::Everywhere),
            Self::User(user) => {
                let mut products = reached.products;
                for view in both {
                    let touched = grants_touched(changes, view);
                    let keys = touched
                        .filter(|grant| holds(user, &grant.subject, view))
                        .flat_map(|grant| view.organization.keys_of(&grant.scope));
                    let keys: Vec<_> = keys.collect();
                    if keys.contains(&Key::ALL) {
                        return Some(Where::Everywhere);
                    }
                    let through = view.organization.products_through(&keys, None);
                    products.extend(through.cloned());
                }
                Where::On(products).unless_nowhere()
            }
            Self::Product(product) if reached.products.contains(product) => Some(Where::Everywhere),
            Self::Product(product) => {
                let mut people = reached.people;
                for view in both {
                    let touched = grants_touched(changes, view);
                    let covering = touched.filter(|grant| covers(grant, product, view));
                    // Who they are takes long to find, and many grants can be of one team or partnership.
                    let subjects: BTreeSet<_> =
                        covering.map(|grant| grant.subject.clone()).collect();
                    for subject in &subjects {
                        people.extend(holders(subject, view).into_iter().cloned());
                    }
                }
                Where::By(people).unless_nowhere()
            }
        }
    }

    /// What it takes to find that out, in steps.
    pub fn steps_to_reach(change: &Change) -> usize {
        EVENT.saturating_mul(1 + change.events.len())
    }

    /// The first `most` differences behind `after`, or fewer once the work is used up: on the organization, then by the id of
    /// the product or of the person. What it stopped at is what to go on behind.
    pub fn differences(
        &self,
        step: Step<'_>,
        within: &Where,
        after: Option<&str>,
        most: usize,
        work: &Work,
    ) -> Walked<Difference, String> {
        match self {
            Self::User(user) => step.of_user(user, within, after, most, work),
            Self::Product(product) => step.on_product(product, within, after, most, work),
        }
    }
}

/// What stands for the organization itself: no id is empty, so it comes first.
const ORGANIZATION: &str = "";

impl Step<'_> {
    /// As many rights as there are of one product at most, beside asking for help with it.
    pub fn most_rights(&self) -> usize {
        let types = [self.before, self.after].map(|view| view.platform.product_types());
        let rights = types.into_iter().flatten();
        let rights = rights.map(|of_type| of_type.live_rights().count());
        rights.max().unwrap_or_default()
    }

    fn of_user(
        &self,
        user: &UserId,
        within: &Where,
        after: Option<&str>,
        most: usize,
        work: &Work,
    ) -> Walked<Difference, String> {
        let mut found = Vec::new();
        if *within == Where::Everywhere && after.is_none() {
            found.extend(self.here(user));
            if !work.goes_on(PAIR) || found.len() == most {
                let stopped_at = Some(ORGANIZATION.to_owned());
                return Walked { found, stopped_at };
            }
        }
        let after = after.and_then(|after| ProductId::parse(after).ok());
        let mut candidates = Merged::after(after.as_ref());
        match within {
            Where::Everywhere => {
                for (view, at) in [(self.before, self.from), (self.after, self.to)] {
                    candidates.add_run(view.products_in_reach(user, after.as_ref(), at));
                }
            }
            Where::On(products) => candidates.add_run(behind(products, after.as_ref())),
            Where::By(_) => {}
        }
        let left = most.saturating_sub(found.len());
        let rest = walked(candidates, left, work, |product| self.on(user, product));
        found.extend(rest.found);
        let stopped_at = rest.stopped_at.map(|product| product.to_string());
        Walked { found, stopped_at }
    }

    fn on_product(
        &self,
        product: &ProductId,
        within: &Where,
        after: Option<&str>,
        most: usize,
        work: &Work,
    ) -> Walked<Difference, String> {
        let after = after.and_then(|after| UserId::parse(after).ok());
        let mut candidates = Merged::after(after.as_ref());
        match within {
            Where::Everywhere => {
                for view in [self.before, self.after] {
                    candidates.add_run(view.people_in_reach(product, after.as_ref()));
                }
            }
            Where::By(people) => candidates.add_run(behind(people, after.as_ref())),
            Where::On(_) => {}
        }
        let walked = walked(candidates, most, work, |user| self.on(user, product));
        Walked {
            found: walked.found,
            stopped_at: walked.stopped_at.map(|user| user.to_string()),
        }
    }

    fn here(&self, user: &UserId) -> Option<Difference> {
        let held = |view: &View, at| -> BTreeSet<String> {
            let rights = OrganizationRight::ALL.into_iter();
            let held = rights.filter(|right| view.holds(user, *right, at));
            held.map(|right| right.of_organization().to_string())
                .collect()
        };
        let (had, has) = (held(self.before, self.from), held(self.after, self.to));
        difference(user, None, &had, &has)
    }

    fn on(&self, user: &UserId, product: &ProductId) -> Look<Difference> {
        let (had, before) = all_held(self.before, user, product, self.from);
        let (has, after) = all_held(self.after, user, product, self.to);
        let is_nothing = had.is_empty() && has.is_empty();
        let least = if is_nothing { 2 * LOOK } else { PAIR };
        Look {
            steps: least.max(before.saturating_add(after)),
            found: difference(user, Some(product), &had, &has),
        }
    }
}

/// The rights of its type that a user has on a product, and whether they may ask for help with it, which every product has.
fn all_held(
    view: &View,
    user: &UserId,
    product: &ProductId,
    at: Timestamp,
) -> (BTreeSet<String>, usize) {
    let (mut held, steps) = rights_held(view, user, product, at);
    if view.supports(user, product) {
        held.insert(CONTACT_SUPPORT.to_owned());
    }
    (held, steps)
}

fn difference(
    user: &UserId,
    product: Option<&ProductId>,
    had: &BTreeSet<String>,
    has: &BTreeSet<String>,
) -> Option<Difference> {
    (had != has).then(|| Difference {
        user: user.clone(),
        product: product.cloned(),
        gained: has.difference(had).cloned().collect(),
        lost: had.difference(has).cloned().collect(),
    })
}

fn behind<'a, Id: Ord>(
    all: &'a BTreeSet<Id>,
    after: Option<&Id>,
) -> impl Iterator<Item = &'a Id> + use<'a, Id> {
    let from = after.map_or(Bound::Unbounded, Bound::Excluded);
    all.range::<Id, _>((from, Bound::Unbounded))
}

/// Whether the grant can reach the product.
fn covers(grant: &Grant, product: &ProductId, view: &View) -> bool {
    let entries = match &grant.scope {
        Scope::All => return true,
        Scope::Listed(entries) => entries,
    };
    let product = view.organization.product(product).into_iter();
    let mut covering = product.flat_map(|product| covering_entries(product));
    covering.any(|entry| entries.contains(&entry))
}
