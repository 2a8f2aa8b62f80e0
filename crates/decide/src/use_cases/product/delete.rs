//! A product goes for good, and with it what named it alone (rule 10).

use domain::{Home, OrganizationId, ProductId, RecordName, Refusal, ScopeEntry};
use serde::Serialize;

use super::product_as_seen;
use crate::rules::rule_10::drop_entry;
use crate::use_case::{Context, Plan, UseCase};

/// Deletes a product.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteProduct {
    pub organization: OrganizationId,
    pub id: ProductId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for DeleteProduct {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        product_as_seen(context, &self.id, self.etag.as_deref())?;
        let mut change = context.change();
        drop_entry(context, &mut change, &ScopeEntry::Product(self.id.clone()))?;
        change.remove(RecordName::product(&self.id));
        change.outcome.about = Some(RecordName::product(&self.id));
        Ok(change.into())
    }
}
