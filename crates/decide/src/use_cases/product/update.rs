//! A product gets another name.

use domain::{DisplayName, Home, OrganizationId, Product, ProductId, Refusal};
use serde::Serialize;

use super::product_as_seen;
use crate::rule::Standing;
use crate::rules::rule_01::label::must_be_in_scope;
use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::edit::Edit;

/// Changes the name of a product.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateProduct {
    /// Where.
    pub organization: OrganizationId,
    /// Which.
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

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let old = product_as_seen(given, &self.id, self.etag.as_deref())?;
        // A service that is here at all keeps products; of people each only those in scope.
        if !matches!(given.standing, Standing::Service(_)) {
            must_be_in_scope(given, old)?;
        }
        let mut change = given.change();
        change.save(Product {
            display_name: self.display_name.over(&old.display_name),
            stamp: old.stamp.touched(given.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}
