//! Products: created and deleted by the operator and by services; named and tagged by the organization's people.

mod create;
mod delete;
pub(super) mod label;
mod tag;
mod update;

use std::sync::Arc;

use domain::{Product, ProductId, Reason, RecordName, Refusal};

pub use create::CreateProduct;
pub use delete::DeleteProduct;
pub use tag::{AddProductTags, RemoveProductTags};
pub use update::UpdateProduct;

use super::found::{acting_user, found_as_seen};
use crate::use_case::Given;

fn product_as_seen<'a>(
    given: &'a Given<'_>,
    id: &ProductId,
    etag: Option<&str>,
) -> Result<&'a Arc<Product>, Refusal> {
    let product = given.organization().product(id);
    found_as_seen(given, product, &RecordName::product(id), etag, |product| {
        product.stamp
    })
}

/// An administrator whose TECHNICAL is narrowed changes only products in its scope (rule 1).
pub(super) fn must_be_in_scope(given: &Given<'_>, product: &Product) -> Result<(), Refusal> {
    let actor = acting_user(given)?;
    if given.view.in_technical_scope(actor, &product.id) {
        return Ok(());
    }
    let resource = RecordName::product(&product.id).resource_name(given.home);
    Err(Refusal::new(
        Reason::RightMissing,
        format!(
            "{resource} is outside of the technical scope of users/{actor}, so they do not manage it. \
             A legal representative, or an administrator whose TECHNICAL covers it, can."
        ),
    )
    .about(resource)
    .with("right", "manage_products"))
}
