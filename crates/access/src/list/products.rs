//! Which products may somebody use? What they hold says where to look, and the evaluator judges each of them.

use std::sync::Arc;

use domain::{Product, ProductId, ProductTypeId, Refusal, RightName, Timestamp, UserId};

use super::in_order::{Extent, in_order};
use super::walk::{LOOK, Look, Walked, walked};
use crate::accessor::Accessor;
use crate::asked_right::right_unknown;
use crate::evaluate::Evaluation;
use crate::state::{IndexedProduct, IndexedRight, IndexedType, Key, SubjectGrants, Technical};
use crate::view::View;

/// A product and the bare ids of the rights that somebody has on it.
pub type AccessibleProduct = (Arc<Product>, Vec<String>);

/// Which of the products that somebody may use are asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted<'a> {
    /// Those on which they have this right: `type/right`, or `contact_support`. `None` is any right of the product's type.
    pub right: Option<&'a RightName>,
    /// Those of this type.
    pub product_type: Option<&'a ProductTypeId>,
}

/// The same, looked up.
#[derive(Clone, Copy)]
enum Sought<'a> {
    AnyRight,
    Right(&'a IndexedType, &'a IndexedRight),
    ContactSupport(&'a RightName),
}

impl Sought<'_> {
    fn is_of_type(&self, of: &ProductTypeId) -> bool {
        match self {
            Self::AnyRight | Self::ContactSupport(_) => true,
            Self::Right(indexed_type, _) => indexed_type.product_type.id == *of,
        }
    }
}

/// What is sought, for whom.
struct Asked<'a> {
    view: &'a View,
    accessor: Accessor<'a>,
    sought: Sought<'a>,
}

impl Asked<'_> {
    /// All rights on the product, if what is sought is among what the user may do there.
    fn found_on(&self, target: &IndexedProduct, at: Timestamp) -> Look<AccessibleProduct> {
        let evaluation = self.between(target);
        let held = evaluation.map(|evaluation| evaluation.held(evaluation.indexed_type, at));
        let held = held.unwrap_or_default();
        let is_found = match self.sought {
            Sought::AnyRight => !held.is_empty(),
            Sought::Right(_, right) => held.iter().any(|known| known.number == right.number),
            Sought::ContactSupport(support) => self.supports(support, target, at),
        };
        let rights = || held.iter().map(|known| known.id.to_string()).collect();
        Look {
            steps: LOOK + evaluation.map_or(0, |evaluation| evaluation.steps()),
            found: is_found.then(|| (Arc::clone(&target.product), rights())),
        }
    }

    /// The same, without saying what it is.
    fn is_found_on(&self, target: &IndexedProduct, at: Timestamp) -> Look<()> {
        let evaluation = self.between(target);
        let is_found = match self.sought {
            Sought::AnyRight => evaluation.is_some_and(|evaluation| evaluation.gives_any(at)),
            Sought::Right(_, right) => evaluation
                .is_some_and(|evaluation| evaluation.gives(at, |found| found.gives(right))),
            Sought::ContactSupport(support) => self.supports(support, target, at),
        };
        Look {
            steps: LOOK + evaluation.map_or(0, |evaluation| evaluation.steps()),
            found: is_found.then_some(()),
        }
    }

    fn between<'a>(&'a self, target: &'a IndexedProduct) -> Option<Evaluation<'a>> {
        let indexed_type = self.view.indexed_type(target)?;
        Some(self.view.evaluation(self.accessor, target, indexed_type))
    }

    fn supports(&self, support: &RightName, target: &IndexedProduct, at: Timestamp) -> bool {
        let asked = self.view.asked(target, support);
        asked.is_ok_and(|asked| self.view.decide(self.accessor, target, asked, at).allowed)
    }
}

impl View {
    /// The products after `after` that are wanted, by id, with the bare ids of all rights that the user has on each; fewer
    /// than `most` once the work is used up.
    pub fn accessible_products(
        &self,
        user: &UserId,
        wanted: Wanted<'_>,
        after: Option<&ProductId>,
        most: usize,
        at: Timestamp,
    ) -> Result<Walked<AccessibleProduct, ProductId>, Refusal> {
        self.walk_products(user, wanted, after, most, at, |asked, target| {
            asked.found_on(target, at)
        })
    }

    /// How many products are wanted in all; what is said once the work is used up counts for nothing.
    pub fn count_accessible_products(
        &self,
        user: &UserId,
        wanted: Wanted<'_>,
        at: Timestamp,
    ) -> Result<usize, Refusal> {
        let counted = self.walk_products(user, wanted, None, usize::MAX, at, |asked, target| {
            asked.is_found_on(target, at)
        });
        Ok(counted?.found.len())
    }

    /// Looks at every product that can be wanted, in the order of ids.
    fn walk_products<T>(
        &self,
        user: &UserId,
        wanted: Wanted<'_>,
        after: Option<&ProductId>,
        most: usize,
        at: Timestamp,
        look: impl Fn(&Asked<'_>, &IndexedProduct) -> Look<T>,
    ) -> Result<Walked<T, ProductId>, Refusal> {
        let sought = self.sought(wanted.right)?;
        let Ok(accessor) = self.accessor(user) else {
            return Ok(Walked::nothing());
        };
        let asked = Asked {
            view: self,
            accessor,
            sought,
        };
        let is_of_type = |of: &ProductTypeId| {
            sought.is_of_type(of) && wanted.product_type.is_none_or(|wanted| wanted == of)
        };
        let possible = self.possible_products(accessor, sought, after, most, at);
        Ok(walked(possible, most, &self.work, |id| {
            let target = self.organization.indexed_product(id);
            let target = target.filter(|target| is_of_type(&target.product_type));
            target.map_or_else(Look::nothing, |target| look(&asked, target))
        }))
    }

    /// Every product after `after` on which the user can have a right, by id, and perhaps others.
    pub(crate) fn products_in_reach<'a>(
        &'a self,
        user: &UserId,
        after: Option<&'a ProductId>,
        at: Timestamp,
    ) -> Box<dyn Iterator<Item = &'a ProductId> + 'a> {
        match self.accessor(user) {
            Ok(accessor) => {
                self.possible_products(accessor, Sought::AnyRight, after, usize::MAX, at)
            }
            Err(_) => Box::new(std::iter::empty()),
        }
    }

    /// Every product after `after` that can be found, by id, and perhaps others.
    fn possible_products<'a>(
        &'a self,
        accessor: Accessor<'_>,
        sought: Sought<'_>,
        after: Option<&'a ProductId>,
        most: usize,
        at: Timestamp,
    ) -> Box<dyn Iterator<Item = &'a ProductId> + 'a> {
        let organization = &self.organization;
        let all = organization.products_after(after);
        let all = all.map(|product| &product.id);
        let Some(keys) = self.keys_held(accessor, sought, at) else {
            return Box::new(all);
        };
        let extent = Extent {
            all: organization.product_count(),
            held: keys.len(),
            wanted: most,
        };
        let held = move |after| organization.products_through(&keys, after);
        Box::new(in_order(all, held, extent, after))
    }

    /// Every key through which the user can hold something, by whatever path. `None` where that can be everything.
    fn keys_held(
        &self,
        accessor: Accessor<'_>,
        sought: Sought<'_>,
        at: Timestamp,
    ) -> Option<Vec<Key>> {
        let mut keys = Vec::new();
        let mut add = |grants: &SubjectGrants| match sought {
            // Whether it counts now the evaluator says of the few that are shown; to read every grant would take longer.
            Sought::AnyRight | Sought::ContactSupport(_) => {
                keys.extend(grants.all().iter().map(|held| held.key));
            }
            Sought::Right(_, right) => {
                let held = self.organization.entries(grants.all());
                let met = held.filter(|held| held.gives(right) && held.span.covers(at));
                keys.extend(met.map(|met| met.held.key));
            }
        };
        if let Some(membership) = accessor.membership {
            add(&membership.indexed.grants);
            for team in self.teams_of(accessor.user, membership) {
                add(&team.grants);
            }
        }
        for mandate in self.mandates(accessor.user) {
            if mandate.is_full() {
                return None;
            }
            let id = &mandate.partnership.id;
            self.organization
                .mandate_of(id)
                .into_iter()
                .for_each(&mut add);
        }
        let technical = accessor.membership.map(|it| &it.indexed.technical);
        match technical.unwrap_or(&Technical::Nothing) {
            Technical::Nothing => {}
            Technical::Everything => return None,
            Technical::Keys(reached) => keys.extend(reached.iter()),
        }
        // What somebody holds through one key lies together.
        keys.dedup();
        (!keys.contains(&Key::ALL)).then_some(keys)
    }

    fn sought<'a>(&'a self, right: Option<&'a RightName>) -> Result<Sought<'a>, Refusal> {
        Ok(match right {
            None => Sought::AnyRight,
            Some(right) if right.is_contact_support() => Sought::ContactSupport(right),
            Some(right) => {
                let (indexed_type, right) = self.right_of_type(right)?;
                Sought::Right(indexed_type, right)
            }
        })
    }

    /// The live right named `type/right`.
    fn right_of_type(&self, right: &RightName) -> Result<(&IndexedType, &IndexedRight), Refusal> {
        let id = right
            .declared_by()
            .and_then(|by| ProductTypeId::parse(by).ok());
        let indexed_type = id.and_then(|id| self.platform.indexed_type(&id));
        let indexed_type = indexed_type.ok_or_else(|| self.type_unknown(right))?;
        let known = indexed_type
            .right(right.bare())
            .map(|known| (&**indexed_type, known));
        let of_type = &indexed_type.product_type.id;
        known.ok_or_else(|| right_unknown(right, of_type, Some(indexed_type)))
    }
}
