//! Which products may somebody use, and how? The same evaluator as Check.

use std::sync::Arc;

use access::{AccessibleProduct, Resource, View};
use decide::queries::access::places;
use domain::{Home, OrganizationId, Product, ProductId, ProductTypeId, Refusal, RightName, UserId};
use serde::Serialize;

use crate::app::App;
use crate::call::Call;
use crate::done::Seen;
use crate::error::Error;
use crate::queries::filters::must_know_type;
use crate::queries::list::{List, Listing, Source};
use crate::queries::paging::Page;

/// Asks for the products that somebody may use.
#[derive(Debug, Clone, Serialize)]
pub struct ListAccessibleProducts {
    pub organization: OrganizationId,
    pub subject: UserId,
    /// Only those on which they have this right.
    pub right: Option<RightName>,
    /// Only those of this type.
    pub product_type: Option<ProductTypeId>,
}

impl App {
    /// The products that a user may use, by id, each with the bare ids of the rights that they have on it.
    pub async fn list_accessible_products(
        &self,
        call: &Call,
        asked: &Listing<ListAccessibleProducts>,
    ) -> Result<Page<AccessibleProduct>, Error> {
        let list = &asked.list;
        let seen = self.ask(call, &list.organization, &list.subject, &asked.consistency);
        let seen = seen.await?;
        self.list_on(call, asked, seen).await
    }
}

impl List for ListAccessibleProducts {
    type Item = AccessibleProduct;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        Ok(must_know_type(&from.seen.view, self.product_type.as_ref())?)
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<AccessibleProduct>, Error> {
        let after = after.and_then(|after| ProductId::parse(after).ok());
        Ok(accessible(from.seen, self, after, most)?)
    }

    fn key((product, _): &AccessibleProduct) -> String {
        product.id.to_string()
    }
}

/// Goes on until there are `limit` products or no more.
fn accessible(
    seen: &Seen,
    query: &ListAccessibleProducts,
    mut after: Option<ProductId>,
    limit: usize,
) -> Result<Vec<AccessibleProduct>, Refusal> {
    let right = query.right.as_ref();
    if let Some(support) = right.filter(|right| right.is_contact_support()) {
        return supported(seen, query, support, after.as_ref(), limit);
    }
    let mut found = Vec::new();
    loop {
        let more =
            seen.view
                .accessible_products(&query.subject, right, after.as_ref(), limit, seen.at)?;
        after = more.last().map(|(product, _)| product.id.clone());
        let end = more.len() < limit;
        found.extend(
            more.into_iter()
                .filter(|(product, _)| is_of_type(product, query)),
        );
        if end || found.len() >= limit {
            found.truncate(limit);
            for (product, rights) in &mut found {
                in_catalog_order(&seen.view, &product.product_type, rights);
            }
            return Ok(found);
        }
    }
}

/// The products for which somebody may ask for help, with the rights that they have there.
fn supported(
    seen: &Seen,
    query: &ListAccessibleProducts,
    support: &RightName,
    after: Option<&ProductId>,
    limit: usize,
) -> Result<Vec<AccessibleProduct>, Refusal> {
    let view = &seen.view;
    let products = view.organization.products_after(after);
    let mut found = Vec::new();
    for product in products.filter(|product| is_of_type(product, query)) {
        let resource = Resource::Product(product.id.clone());
        if view
            .check(&query.subject, &resource, support, seen.at)?
            .allowed
        {
            let held = view.rights(&query.subject, &resource, seen.at).into_iter();
            let held = held
                .filter(|(_, decision)| decision.allowed)
                .map(|(right, _)| right);
            let mut held: Vec<_> = held.collect();
            in_catalog_order(view, &product.product_type, &mut held);
            found.push((Arc::clone(product), held));
        }
        if found.len() == limit {
            break;
        }
    }
    Ok(found)
}

fn is_of_type(product: &Product, query: &ListAccessibleProducts) -> bool {
    query
        .product_type
        .as_ref()
        .is_none_or(|wanted| product.product_type == *wanted)
}

fn in_catalog_order(view: &View, of_type: &ProductTypeId, rights: &mut [String]) {
    if let Some(of_type) = view.platform.product_type(of_type) {
        let places = places(of_type);
        rights.sort_by_key(|right| places.get(right.as_str()).copied());
    }
}
