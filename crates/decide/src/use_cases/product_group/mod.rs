//! Product groups: made, named, deleted, and which products are in them.

mod products;

use std::sync::Arc;

use domain::{
    DisplayName, GroupId, Home, OrganizationId, Product, ProductGroup, RecordName, Refusal,
    ScopeEntry, Stamp,
};
use serde::Serialize;

pub use products::{AddProductsToGroup, RemoveProductsFromGroup};

use super::edit::Edit;
use crate::preconditions::{acting_user, found_as_seen, must_be_free};
use crate::rules::rule_01::label::may_take;
use crate::rules::rule_09::label_must_be_direct;
use crate::rules::rule_10::drop_entry;
use crate::use_case::{Context, Plan, UseCase};

/// Makes a group without products.
#[derive(Debug, Clone, Serialize)]
pub struct CreateProductGroup {
    pub organization: OrganizationId,
    /// The caller's id for it; the server makes one where there is none.
    pub id: Option<GroupId>,
    /// Its name for people.
    pub display_name: DisplayName,
}

/// Changes the name of a group.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateProductGroup {
    pub organization: OrganizationId,
    pub id: GroupId,
    /// Its name for people.
    pub display_name: Edit<DisplayName>,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Deletes a group; its products stay.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteProductGroup {
    pub organization: OrganizationId,
    pub id: GroupId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for CreateProductGroup {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let id = match &self.id {
            Some(id) => id.clone(),
            None => GroupId::parse(&context.seed.id("product_group", 0))
                .map_err(|invalid| Refusal::field("product_group_id", invalid.to_string()))?,
        };
        must_be_free(
            context,
            context.organization().group(&id),
            &RecordName::product_group(&id),
        )?;
        let mut change = context.change();
        change.save(ProductGroup {
            id,
            display_name: self.display_name.clone(),
            stamp: Stamp::new(context.moment),
        });
        Ok(change.into())
    }
}

impl UseCase for UpdateProductGroup {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let old = group_as_seen(context, &self.id, self.etag.as_deref())?;
        let mut change = context.change();
        change.save(ProductGroup {
            display_name: self.display_name.over(&old.display_name),
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

impl UseCase for DeleteProductGroup {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        group_as_seen(context, &self.id, self.etag.as_deref())?;
        let mut change = context.change();
        let entry = ScopeEntry::Group(self.id.clone());
        label_must_be_direct(context, &entry)?;
        let products: Vec<_> = context
            .organization()
            .products()
            .filter(|product| product.groups.contains(&self.id))
            .collect();
        may_take(context, &mut change, &products, &entry)?;
        for product in products {
            change.save(out_of(context, product, &self.id));
        }
        drop_entry(context, &mut change, &entry)?;
        change.remove(RecordName::product_group(&self.id));
        change.outcome.about = Some(RecordName::product_group(&self.id));
        Ok(change.into())
    }
}

fn group_as_seen<'a>(
    context: &'a Context<'_>,
    id: &GroupId,
    etag: Option<&str>,
) -> Result<&'a Arc<ProductGroup>, Refusal> {
    found_as_seen(
        context,
        context.organization().group(id),
        &RecordName::product_group(id),
        etag,
        |group| group.stamp,
    )
}

fn out_of(context: &Context<'_>, product: &Product, id: &GroupId) -> Product {
    Product {
        groups: product
            .groups
            .iter()
            .filter(|group| *group != id)
            .cloned()
            .collect(),
        stamp: product.stamp.touched(context.moment),
        ..product.clone()
    }
}
