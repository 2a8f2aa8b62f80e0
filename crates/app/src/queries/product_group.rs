//! Which product groups are there, and how many products are in them?

use std::collections::HashMap;
use std::sync::Arc;

use access::View;
use domain::{GroupId, Home, OrganizationId, ProductGroup, RecordName, Refusal};
use serde::Serialize;

use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Asks for the product groups of an organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListProductGroups {
    pub organization: OrganizationId,
}

/// How many products are in each group, counted once for a whole answer.
#[derive(Debug, Default)]
pub struct ProductCounts(HashMap<GroupId, u64>);

impl ProductCounts {
    /// Counts what stands on the products.
    pub fn of(view: &View) -> Self {
        let mut counts = HashMap::new();
        for group in view
            .organization
            .products()
            .flat_map(|product| &product.groups)
        {
            if let Some(count) = counts.get_mut(group) {
                *count += 1;
            } else {
                counts.insert(group.clone(), 1);
            }
        }
        Self(counts)
    }

    /// How many products are in this group.
    pub fn in_group(&self, id: &GroupId) -> u64 {
        self.0.get(id).copied().unwrap_or_default()
    }
}

impl App {
    /// One product group.
    pub async fn get_product_group(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &GroupId,
    ) -> Result<(Arc<ProductGroup>, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let group = seen.view.organization.group(id).cloned();
        let group = group.ok_or_else(|| {
            Refusal::not_found(RecordName::product_group(id).resource_name(&home))
        })?;
        Ok((group, seen))
    }
}

/// The product groups of an organization, by id.
impl List for ListProductGroups {
    type Item = Arc<ProductGroup>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<ProductGroup>>, Error> {
        let after = after.and_then(|after| GroupId::parse(after).ok());
        let following = from.seen.view.organization.groups_after(after.as_ref());
        Ok(following.take(most).cloned().collect())
    }

    fn key(group: &Arc<ProductGroup>) -> String {
        group.id.to_string()
    }
}
