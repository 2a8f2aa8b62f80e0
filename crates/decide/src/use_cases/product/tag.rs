//! Tags go on and off a product.

use domain::{Home, OrganizationId, Product, ProductId, Refusal, ScopeEntry, Tag};
use serde::Serialize;

use super::product_as_seen;
use crate::rules::rule_01::label::{may_add, may_take, must_be_in_scope};
use crate::rules::rule_13::labels_must_fit;
use crate::use_case::{Context, Plan, UseCase};

/// Puts tags on a product.
#[derive(Debug, Clone, Serialize)]
pub struct AddProductTags {
    pub organization: OrganizationId,
    pub id: ProductId,
    pub tags: Vec<Tag>,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes tags off a product.
#[derive(Debug, Clone, Serialize)]
pub struct RemoveProductTags {
    pub organization: OrganizationId,
    pub id: ProductId,
    pub tags: Vec<Tag>,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for AddProductTags {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = product_as_seen(context, &self.id, self.etag.as_deref())?;
        must_be_in_scope(context, old)?;
        for tag in self.tags.iter().filter(|tag| !old.tags.contains(tag)) {
            may_add(context, &[old], &ScopeEntry::Tag(tag.clone()))?;
        }
        let mut tags: Vec<_> = old.tags.iter().chain(&self.tags).cloned().collect();
        tags.sort_unstable();
        tags.dedup();
        labels_must_fit(context, old, tags.len(), "tags")?;
        let mut change = context.change();
        change.save(Product {
            tags,
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

impl UseCase for RemoveProductTags {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = product_as_seen(context, &self.id, self.etag.as_deref())?;
        must_be_in_scope(context, old)?;
        let mut change = context.change();
        for tag in self.tags.iter().filter(|tag| old.tags.contains(tag)) {
            may_take(context, &mut change, &[old], &ScopeEntry::Tag(tag.clone()))?;
        }
        let tags = old
            .tags
            .iter()
            .filter(|tag| !self.tags.contains(tag))
            .cloned()
            .collect();
        change.save(Product {
            tags,
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}
