//! A product gets another name.

use domain::{DisplayName, Home, OrganizationId, Product, ProductId, Refusal};
use serde::Serialize;

use super::product_as_seen;
use crate::rule::Authority;
use crate::rules::rule_01::label::must_be_in_scope;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::edit::Edit;

/// Changes the name of a product.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateProduct {
    pub organization: OrganizationId,
    pub id: ProductId,
    /// Its name for people.
    pub display_name: Edit<DisplayName>,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for UpdateProduct {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = product_as_seen(context, &self.id, self.etag.as_deref())?;
        // A service that is here at all keeps products; of people each only those in scope.
        if !matches!(context.authority, Authority::Service(_)) {
            must_be_in_scope(context, old)?;
        }
        let mut change = context.change();
        change.save(Product {
            display_name: self.display_name.over(&old.display_name),
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}
