//! Which types of products are there? And what did a declaration change?

use std::sync::Arc;

use decide::use_cases::catalog::{Difference, differences};
use domain::{Home, Noun, ProductType, ProductTypeId, RecordName, Refusal};
use serde::Serialize;
use store::{ChangeFilter, Reader};

use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Done, Seen};
use crate::error::Error;

/// Asks for the catalog.
#[derive(Debug, Clone, Serialize)]
pub struct ListProductTypes {
    /// Whether retired types are listed too.
    pub include_retired: bool,
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
        let found = found.ok_or_else(|| Refusal::not_found(id.resource_name()))?;
        Ok((found, seen))
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

/// The product types, by id.
impl List for ListProductTypes {
    type Item = Arc<ProductType>;

    fn home(&self) -> Home {
        Home::Platform
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<ProductType>>, Error> {
        let types = from.seen.view.platform.product_types();
        let following = types.filter(|listed| after.is_none_or(|after| listed.id.as_str() > after));
        let asked_for = following.filter(|listed| self.include_retired || !listed.retired);
        Ok(asked_for.take(most).cloned().collect())
    }

    fn key(listed: &Arc<ProductType>) -> String {
        listed.id.to_string()
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
    let earlier = reader.last_change(&Home::Platform, &filter, Some(stamp.revision));
    let earlier = earlier.await?;
    let saved = earlier.iter().flat_map(|logged| logged.change.saved());
    let saved = saved
        .filter_map(ProductType::of)
        .filter(|saved| saved.id == after.id);
    Ok(saved.last().cloned())
}
