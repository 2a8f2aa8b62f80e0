//! Which products are there that the caller may see?

use std::sync::Arc;

use access::{Resource, Wanted};
use domain::{
    GroupId, Home, OrganizationId, OrganizationRight, Product, ProductId, ProductTypeId,
    RecordName, Refusal, Tag, UserId,
};
use serde::Serialize;

use super::filters::{must_be_known, must_know_type};
use super::list::{List, Source};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// Products fetched from the evaluator at a time.
const FETCHED: usize = 200;

/// Asks for the products of an organization. Filters add up.
#[derive(Debug, Clone, Serialize)]
pub struct ListProducts {
    pub organization: OrganizationId,
    /// Only those of this type.
    pub product_type: Option<ProductTypeId>,
    /// Only those with this tag.
    pub tag: Option<Tag>,
    /// Only those in this group.
    pub group: Option<GroupId>,
}

impl App {
    pub async fn get_product(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &ProductId,
    ) -> Result<(Arc<Product>, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let product = seen
            .view
            .organization
            .product(id)
            .filter(|product| sees(&seen, product))
            .cloned();
        let product = product
            .ok_or_else(|| Refusal::not_found(RecordName::product(id).resource_name(&home)))?;
        Ok((product, seen))
    }
}

/// The products of an organization that the caller may see, by id.
impl List for ListProducts {
    type Item = Arc<Product>;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        must_know_type(&from.seen.view, self.product_type.as_ref())?;
        Ok(self.must_know_group(from.seen)?)
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Product>>, Error> {
        let after = after.and_then(|after| ProductId::parse(after).ok());
        let following = visible(from.seen, after.as_ref());
        Ok(following
            .filter(|product| self.asks_for(product))
            .take(most)
            .collect())
    }

    fn key(product: &Arc<Product>) -> String {
        product.id.to_string()
    }
}

impl ListProducts {
    /// Who sees some products only knows the groups that these are in.
    fn must_know_group(&self, seen: &Seen) -> Result<(), Refusal> {
        let Some(group) = &self.group else {
            return Ok(());
        };
        let known = if sees_all(seen) {
            seen.view.organization.group(group).is_some()
        } else {
            visible(seen, None).any(|product| product.groups.contains(group))
        };
        must_be_known(known, &self.organization, &RecordName::product_group(group))
    }

    fn asks_for(&self, product: &Product) -> bool {
        self.product_type
            .as_ref()
            .is_none_or(|id| product.product_type == *id)
            && self
                .tag
                .as_ref()
                .is_none_or(|tag| product.tags.contains(tag))
            && self
                .group
                .as_ref()
                .is_none_or(|group| product.groups.contains(group))
    }
}

/// Whether whoever asks sees every product.
fn sees_all(seen: &Seen) -> bool {
    let right = OrganizationRight::ManageProducts;
    let user = seen.authority.user();
    user.is_none_or(|user| seen.acting().holds(user, right, seen.at))
}

/// The products after `after` that whoever asks may see.
fn visible<'a>(
    seen: &'a Seen,
    after: Option<&'a ProductId>,
) -> Box<dyn Iterator<Item = Arc<Product>> + 'a> {
    match seen.authority.user() {
        Some(user) if !sees_all(seen) => Box::new(accessible(seen, user, after.cloned())),
        _ => {
            let products = seen.view.organization.products_after(after);
            Box::new(products.filter(|product| sees(seen, product)).cloned())
        }
    }
}

/// The products on which the user has any right, fetched from the evaluator as they are needed.
fn accessible<'a>(
    seen: &'a Seen,
    user: &'a UserId,
    mut after: Option<ProductId>,
) -> impl Iterator<Item = Arc<Product>> + 'a {
    std::iter::from_fn(move || {
        let found = seen.acting().accessible_products(
            user,
            Wanted::default(),
            after.as_ref(),
            FETCHED,
            seen.at,
        );
        let found = found.map(|walked| walked.found).unwrap_or_default();
        let found: Vec<_> = found.into_iter().map(|(product, _)| product).collect();
        after = Some(found.last()?.id.clone());
        Some(found)
    })
    .flatten()
}

/// Operators and services see every product; people those that they manage or have any right on.
fn sees(seen: &Seen, product: &Product) -> bool {
    let Some(user) = seen.authority.user() else {
        return true;
    };
    let acting = seen.acting();
    let manages = acting.holds(user, OrganizationRight::ManageProducts, seen.at)
        && acting.in_technical_scope(user, &product.id);
    manages || {
        let rights = acting.rights(user, &Resource::Product(product.id.clone()), seen.at);
        rights.iter().any(|(_, decision)| decision.allowed)
    }
}
