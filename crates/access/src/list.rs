//! Everything that a user may do on a resource, every product that they may use, everybody who may: checks, in the order of ids.

mod accessors;
mod anything;
mod in_order;
mod products;
mod walk;

use domain::{OrganizationRight, ProductId, Timestamp, UserId};

use crate::decision::{Decision, Resource};
use crate::state::IndexedRight;
use crate::view::View;

pub use accessors::FoundAccessor;
pub use products::{AccessibleProduct, Wanted};
pub use walk::Walked;
pub(crate) use walk::{LOOK, Look, walked};

impl View {
    /// Each right that the resource declares, by its bare id, with its decision. Of an unknown product, none.
    pub fn rights(
        &self,
        user: &UserId,
        resource: &Resource,
        at: Timestamp,
    ) -> Vec<(String, Decision)> {
        match resource {
            Resource::Organization => OrganizationRight::ALL
                .into_iter()
                .map(|right| {
                    (
                        right.name().to_owned(),
                        self.check_organization(user, right),
                    )
                })
                .collect(),
            Resource::Product(id) => self.rights_on(user, id, at).unwrap_or_default(),
        }
    }

    fn rights_on(
        &self,
        user: &UserId,
        product: &ProductId,
        at: Timestamp,
    ) -> Option<Vec<(String, Decision)>> {
        let target = self.organization.indexed_product(product)?;
        let accessor = self.accessor(user);
        let indexed_type = self.indexed_type(target)?;
        let decide = |known: &IndexedRight| match accessor {
            Ok(accessor) => self
                .evaluation(accessor, target, indexed_type)
                .decide(known, at),
            Err(reason) => Decision::denied(reason, None),
        };
        let known = indexed_type.rights.iter();
        let decided = known.map(|known| (known.id.to_string(), decide(known)));
        Some(decided.collect())
    }
}
