//! How does a product type end? It takes nothing new; what is there goes on.

use domain::{Home, ProductType, ProductTypeId, RecordName, Refusal};
use serde::Serialize;

use crate::preconditions::{must_be_seen, must_exist};
use crate::use_case::{Context, Plan, UseCase};

/// Closes a type to new products and grants, for good; one that is closed stays as it is. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct RetireProductType {
    pub id: ProductTypeId,
    /// What was read.
    pub etag: Option<String>,
}

impl UseCase for RetireProductType {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let name = RecordName::product_type(&self.id);
        let old = must_exist(context, context.view.platform.product_type(&self.id), &name)?;
        must_be_seen(context, self.etag.as_deref(), old.stamp, &name)?;
        if old.retired {
            return Ok(Plan {
                changes: Vec::new(),
                ..Plan::default()
            });
        }
        let mut change = context.change();
        change.save(ProductType {
            retired: true,
            stamp: old.stamp.touched(context.moment),
            ..ProductType::clone(old)
        });
        Ok(change.into())
    }
}
