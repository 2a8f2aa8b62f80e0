//! Products go into groups and out of them.

use std::sync::Arc;

use domain::{
    Change, GroupId, Home, OrganizationId, Product, ProductGroup, ProductId, RecordName, Refusal,
    ScopeEntry,
};
use serde::Serialize;

use super::{group_as_seen, out_of};
use crate::preconditions::{acting_user, must_exist};
use crate::rules::rule_01::label::{may_add, may_take};
use crate::rules::rule_13::labels_must_fit;
use crate::use_case::{Context, Plan, UseCase};

/// Puts products into a group.
#[derive(Debug, Clone, Serialize)]
pub struct AddProductsToGroup {
    pub organization: OrganizationId,
    pub id: GroupId,
    pub products: Vec<ProductId>,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes products out of a group.
#[derive(Debug, Clone, Serialize)]
pub struct RemoveProductsFromGroup {
    pub organization: OrganizationId,
    pub id: GroupId,
    pub products: Vec<ProductId>,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for AddProductsToGroup {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let mut change = begin(context, &self.id, self.etag.as_deref())?;
        let entry = ScopeEntry::Group(self.id.clone());
        let mut products = named(context, &self.products)?;
        products.retain(|product| !product.groups.contains(&self.id));
        may_add(context, &products, &entry)?;
        for product in products {
            change.save(into(context, product, &self.id)?);
        }
        Ok(change.into())
    }
}

impl UseCase for RemoveProductsFromGroup {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let mut change = begin(context, &self.id, self.etag.as_deref())?;
        let entry = ScopeEntry::Group(self.id.clone());
        let mut products = named(context, &self.products)?;
        products.retain(|product| product.groups.contains(&self.id));
        may_take(context, &mut change, &products, &entry)?;
        for product in products {
            change.save(out_of(context, product, &self.id));
        }
        Ok(change.into())
    }
}

/// The change, with the group first: which products are in it is part of what its etag stands for.
fn begin(context: &Context<'_>, id: &GroupId, etag: Option<&str>) -> Result<Change, Refusal> {
    acting_user(context)?;
    let group = group_as_seen(context, id, etag)?;
    let mut change = context.change();
    change.save(ProductGroup {
        stamp: group.stamp.touched(context.moment),
        ..group.as_ref().clone()
    });
    Ok(change)
}

/// The products, each once.
fn named<'a>(
    context: &'a Context<'_>,
    ids: &[ProductId],
) -> Result<Vec<&'a Arc<Product>>, Refusal> {
    let mut ids: Vec<_> = ids.iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter()
        .map(|id| {
            must_exist(
                context,
                context.organization().product(id),
                &RecordName::product(id),
            )
        })
        .collect()
}

fn into(context: &Context<'_>, product: &Product, id: &GroupId) -> Result<Product, Refusal> {
    let mut groups = product.groups.clone();
    groups.push(id.clone());
    groups.sort_unstable();
    labels_must_fit(context, product, groups.len(), "groups")?;
    Ok(Product {
        groups,
        stamp: product.stamp.touched(context.moment),
        ..product.clone()
    })
}
