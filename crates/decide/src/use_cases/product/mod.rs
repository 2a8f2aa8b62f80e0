//! Products: created and deleted by the operator and by services; named and tagged by the organization's people.

mod create;
mod delete;
mod tag;
mod update;

use std::sync::Arc;

use domain::{Product, ProductId, RecordName, Refusal};

pub use create::{CreateProduct, CreateProducts, NewProduct};
pub use delete::DeleteProduct;
pub use tag::{AddProductTags, RemoveProductTags};
pub use update::UpdateProduct;

use crate::preconditions::found_as_seen;
use crate::use_case::Context;

fn product_as_seen<'a>(
    context: &'a Context<'_>,
    id: &ProductId,
    etag: Option<&str>,
) -> Result<&'a Arc<Product>, Refusal> {
    let product = context.organization().product(id);
    found_as_seen(
        context,
        product,
        &RecordName::product(id),
        etag,
        |product| product.stamp,
    )
}
