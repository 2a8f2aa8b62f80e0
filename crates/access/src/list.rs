//! Everything that a user may do on a resource, every product that they may use, everybody who may: checks, in the order of ids.

use std::sync::Arc;

use domain::{
    OrganizationRight, Product, ProductId, ProductTypeId, Refusal, RightName, Timestamp, UserId,
};

use crate::asked_right::{AskedRight, organization_right, right_unknown};
use crate::decision::{Decision, Resource};
use crate::state::{IndexedRight, IndexedType};
use crate::view::View;

/// A product and the bare ids of the rights that somebody has on it.
pub type AccessibleProduct = (Arc<Product>, Vec<String>);

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

    /// The products after `after` on which the user has `right` (named `type/right`), or any right at all,
    /// with the bare ids of all rights that they have on each.
    pub fn accessible_products(
        &self,
        user: &UserId,
        right: Option<&RightName>,
        after: Option<&ProductId>,
        limit: usize,
        at: Timestamp,
    ) -> Result<Vec<AccessibleProduct>, Refusal> {
        let wanted = right.map(|right| self.right_of_type(right)).transpose()?;
        let Ok(accessor) = self.accessor(user) else {
            return Ok(Vec::new());
        };
        let held = |product: &Arc<Product>| {
            let target = self.organization.indexed_product(&product.id)?;
            let indexed_type = self.indexed_type(target)?;
            if wanted.is_some_and(|(of_type, _)| of_type.product_type.id != product.product_type) {
                return None;
            }
            let held = self
                .evaluation(accessor, target, indexed_type)
                .held(indexed_type, at);
            let fits = match wanted {
                Some((_, wanted)) => held.iter().any(|known| known.number == wanted.number),
                None => !held.is_empty(),
            };
            let names = || held.iter().map(|known| known.id.to_string()).collect();
            fits.then(|| (Arc::clone(product), names()))
        };
        let products = self.organization.products_after(after);
        Ok(products.filter_map(held).take(limit).collect())
    }

    /// Everybody after `after` who may do this on that, members and staff of active partners, with what allows it.
    pub fn accessors(
        &self,
        resource: &Resource,
        right: &RightName,
        after: Option<&UserId>,
        limit: usize,
        at: Timestamp,
    ) -> Result<Vec<(UserId, Decision)>, Refusal> {
        let decide: Box<dyn Fn(&UserId) -> Decision + '_> = match resource {
            Resource::Organization => {
                let right = organization_right(right)?;
                Box::new(move |user| self.check_organization(user, right))
            }
            Resource::Product(id) => {
                let Some(target) = self.organization.indexed_product(id) else {
                    return Ok(Vec::new());
                };
                let asked: AskedRight<'_> = self.asked(target, right)?;
                Box::new(move |user| match self.accessor(user) {
                    Ok(accessor) => self.decide(accessor, target, asked, at),
                    Err(reason) => Decision::denied(reason, None),
                })
            }
        };
        let everybody = self.everybody_after(after).into_iter();
        let decided = everybody.map(|user| (user.clone(), decide(user)));
        let allowed = decided.filter(|(_, decision)| decision.allowed);
        Ok(allowed.take(limit).collect())
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
