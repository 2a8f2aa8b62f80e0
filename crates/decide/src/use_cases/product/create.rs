//! A product comes: covered at once by every scope that reaches it.

use domain::{
    DisplayName, Home, OrganizationId, Product, ProductId, ProductTypeId, RecordName, Refusal,
    Stamp,
};
use serde::Serialize;

use crate::grant_spec::type_retired;
use crate::preconditions::must_be_free;
use crate::use_case::{Context, Plan, UseCase};

/// Makes a product.
#[derive(Debug, Clone, Serialize)]
pub struct CreateProduct {
    pub organization: OrganizationId,
    /// The caller's id for it; the server makes one where there is none.
    pub id: Option<ProductId>,
    /// Its type, for ever.
    pub product_type: ProductTypeId,
    /// Its name for people.
    pub display_name: DisplayName,
}

impl UseCase for CreateProduct {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        self.type_must_take_more(context)?;
        let id = match &self.id {
            Some(id) => id.clone(),
            None => ProductId::parse(&context.seed.id("product", 0))
                .map_err(|invalid| Refusal::field("product_id", invalid.to_string()))?,
        };
        must_be_free(
            context,
            context.organization().product(&id),
            &RecordName::product(&id),
        )?;
        let mut change = context.change();
        change.save(Product {
            id,
            product_type: self.product_type.clone(),
            display_name: self.display_name.clone(),
            tags: Vec::new(),
            groups: Vec::new(),
            made: None,
            stamp: Stamp::new(context.moment),
        });
        Ok(change.into())
    }
}

impl CreateProduct {
    fn type_must_take_more(&self, context: &Context<'_>) -> Result<(), Refusal> {
        let platform = &context.view.platform;
        match platform.product_type(&self.product_type) {
            Some(known) if known.retired => Err(type_retired(&known.id, "products")),
            Some(_) => Ok(()),
            None => {
                let known: Vec<_> = platform
                    .product_types()
                    .map(|known| known.id.resource_name().to_string())
                    .collect();
                Err(Refusal::field(
                    "product.product_type",
                    format!(
                        "the catalog has no {}; it has: {}",
                        self.product_type.resource_name(),
                        known.join(", ")
                    ),
                ))
            }
        }
    }
}
