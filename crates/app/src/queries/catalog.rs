//! Which types of products are there? And what did a declaration change?

use std::sync::Arc;

use decide::use_cases::catalog::{Difference, differences};
use domain::{Home, Noun, ProductType, ProductTypeId, RecordName, Refusal};
use serde::Serialize;
use store::{ChangeFilter, ChangePage, Reader};

use super::paging::{Page, Paging};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Done, Seen};
use crate::error::Error;

/// Asks for the catalog.
#[derive(Debug, Clone, Serialize)]
pub struct ListProductTypes {
    /// Whether retired types are listed too.
    pub include_retired: bool,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

impl App {
    /// One product type.
    pub async fn get_product_type(
        &self,
        call: &Call,
        id: &ProductTypeId,
    ) -> Result<(Arc<ProductType>, Seen), Error> {
        let seen = self
            .see(call, &Home::Platform, None, &Consistency::default())
            .await?;
        let found = seen.view.platform.product_type(id).cloned();
        let found = found.ok_or_else(|| Refusal::not_found(format!("productTypes/{id}")))?;
        Ok((found, seen))
    }

    /// The product types, by id.
    pub async fn list_product_types(
        &self,
        call: &Call,
        query: ListProductTypes,
    ) -> Result<Page<Arc<ProductType>>, Error> {
        let seen = self
            .see(call, &Home::Platform, None, &query.consistency)
            .await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let platform = Arc::clone(&seen.view.platform);
        let following = platform
            .product_types()
            .filter(|listed| {
                after
                    .as_deref()
                    .is_none_or(|after| listed.id.as_str() > after)
            })
            .filter(|listed| query.include_retired || !listed.retired)
            .cloned();
        Ok(
            self.page_of(call, &query, query.paging.size, seen, following, |last| {
                last.id.to_string()
            }),
        )
    }

    /// What a declaration made different, by type and right. The log tells it, so that a retry is answered alike.
    pub async fn catalog_differences(&self, done: &Done) -> Result<Vec<Difference>, Error> {
        let mut types: Vec<&ProductType> = done.all_saved().collect();
        if types.is_empty() {
            return Ok(Vec::new());
        }
        types.sort_by(|a, b| a.id.cmp(&b.id));
        let reader = self.reader().await?;
        let mut found = Vec::new();
        for after in types {
            found.extend(differences(before(&reader, after).await?.as_ref(), after));
        }
        Ok(found)
    }
}

/// The type as it was before the revision that saved it so.
async fn before(reader: &Reader, after: &ProductType) -> Result<Option<ProductType>, Error> {
    let stamp = after.stamp;
    if stamp.create_revision == stamp.revision {
        return Ok(None);
    }
    let resource = RecordName::product_type(&after.id).resource_name(&Home::Platform);
    let filter = ChangeFilter {
        resource: Some(resource),
        ..ChangeFilter::default()
    };
    let mut before = Some(stamp.revision);
    let mut earlier = Vec::new();
    while earlier.is_empty() && before.is_some() {
        let page = reader.changes_page(&Home::Platform, &filter, before, 1);
        ChangePage {
            changes: earlier,
            last: before,
        } = page.await?;
    }
    let saved = earlier
        .iter()
        .flat_map(|logged| logged.change.saved())
        .filter_map(ProductType::of);
    Ok(saved.filter(|saved| saved.id == after.id).last().cloned())
}
