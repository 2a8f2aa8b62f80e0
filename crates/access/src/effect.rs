//! What a change would do: who has what before and after, asked of the evaluator, only where the events can reach.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Change, Effect, EffectLine, OrganizationRight, ProductId, Timestamp, UserId};

use crate::reached::{EVENT, Reached};
use crate::view::View;

/// What it takes to compare what one person has on one product before and after.
pub(crate) const PAIR: usize = 50;

/// Who gains or loses which right on how many products between two views; `changes` led from one to the other.
pub fn effect(before: &View, after: &View, changes: &[Change], at: Timestamp) -> Effect {
    let both = [before, after];
    let events = changes.iter().map(|change| change.events.len());
    if !before
        .work
        .goes_on(events.sum::<usize>().saturating_mul(EVENT))
    {
        return Effect::default();
    }
    let reached = Reached::by_all(changes, both);
    let mut counts = Counts::default();
    let users: BTreeSet<&UserId> = both.into_iter().flat_map(users).collect();
    for user in users {
        let whole = reached.people.contains(user);
        let products: BTreeSet<&ProductId> = if whole {
            both.into_iter().flat_map(products).collect()
        } else {
            reached.products_for(user).collect()
        };
        let compared = Compared {
            user,
            before,
            after,
            own: own_after(user, after),
            at,
        };
        if whole {
            counts.organization(&compared);
        }
        for product in products {
            // Cut short, it is not shown.
            if !before.work.goes_on(PAIR) {
                return Effect::default();
            }
            counts.product(&compared, product);
        }
    }
    counts.into_effect()
}

/// About whom it is asked what they have, on which states.
struct Compared<'a> {
    user: &'a UserId,
    before: &'a View,
    after: &'a View,
    /// The states after, without the mandates that the user exercises then; `None` where there are none.
    own: Option<View>,
    at: Timestamp,
}

fn own_after(user: &UserId, after: &View) -> Option<View> {
    let exercises = after.partnerships_exercised(user).next().is_some();
    exercises.then(|| after.without_mandates_of(user))
}

fn users(view: &View) -> impl Iterator<Item = &UserId> {
    view.everybody().into_iter()
}

fn products(view: &View) -> impl Iterator<Item = &ProductId> {
    view.organization.products().map(|product| &product.id)
}

/// What was gained and lost, by person and right.
#[derive(Debug, Default)]
struct Counts(BTreeMap<(UserId, String), EffectLine>);

impl Counts {
    fn organization(&mut self, compared: &Compared<'_>) {
        let Compared { user, at, .. } = *compared;
        for right in OrganizationRight::ALL {
            let holds = |view: &View| view.holds(user, right, at);
            let (had, has) = (holds(compared.before), holds(compared.after));
            if had != has {
                let by_mandate = compared.own.as_ref().is_some_and(|own| !holds(own));
                let right = right.of_organization().to_string();
                self.count(user, &right, has, by_mandate);
            }
        }
    }

    fn product(&mut self, compared: &Compared<'_>, product: &ProductId) {
        let held = |view| rights_held(view, compared.user, product, compared.at).0;
        let (had, has) = (held(compared.before), held(compared.after));
        if had == has {
            return;
        }
        let own = compared.own.as_ref().map(held);
        for right in had.symmetric_difference(&has) {
            let by_mandate = own.as_ref().is_some_and(|own| !own.contains(right));
            self.count(compared.user, right, has.contains(right), by_mandate);
        }
    }

    fn count(&mut self, user: &UserId, right: &str, has: bool, by_mandate: bool) {
        let key = (user.clone(), right.to_owned());
        let line = self.0.entry(key).or_insert_with(|| EffectLine {
            user: user.clone(),
            right: right.to_owned(),
            gained: 0,
            by_mandate: 0,
            lost: 0,
        });
        line.gained += u32::from(has);
        line.by_mandate += u32::from(has && by_mandate);
        line.lost += u32::from(!has);
    }

    fn into_effect(self) -> Effect {
        Effect {
            lines: self.0.into_values().collect(),
        }
    }
}

/// The rights that a user has on a product, as `type/right`, and what it took to find them, in steps.
pub(crate) fn rights_held(
    view: &View,
    user: &UserId,
    product: &ProductId,
    at: Timestamp,
) -> (BTreeSet<String>, usize) {
    let held = || {
        let accessor = view.accessor(user).ok()?;
        let target = view.organization.indexed_product(product)?;
        let indexed_type = view.indexed_type(target)?;
        let of_type = &indexed_type.product_type.id;
        let evaluation = view.evaluation(accessor, target, indexed_type);
        let held = evaluation.held(indexed_type, at).into_iter();
        let named = held.map(|known| known.id.of_type(of_type).to_string());
        Some((named.collect(), evaluation.steps()))
    };
    held().unwrap_or_default()
}
