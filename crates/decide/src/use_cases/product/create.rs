//! Products come, one or up to a thousand in one change: covered at once by every scope that reaches them, by their tags
//! and groups too.

use std::collections::BTreeSet;

use domain::{
    Change, DisplayName, GroupId, Home, OrganizationId, Product, ProductGroup, ProductId,
    ProductTypeId, RecordName, Refusal, Stamp, Tag,
};
use serde::Serialize;

use crate::grant_spec::type_retired;
use crate::preconditions::{must_be_free, must_exist};
use crate::rules::rule_01::label::may_come_with;
use crate::rules::rule_13::labels_must_fit;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::batch::{ids_must_differ, of_item};

/// A product that is to be made.
#[derive(Debug, Clone, Serialize)]
pub struct NewProduct {
    /// The caller's id for it; the server makes one where there is none.
    pub id: Option<ProductId>,
    /// Its type, for ever.
    pub product_type: ProductTypeId,
    /// Its name for people.
    pub display_name: DisplayName,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Tag>,
    /// The groups that it is in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<GroupId>,
}

/// Makes a product.
#[derive(Debug, Clone, Serialize)]
pub struct CreateProduct {
    pub organization: OrganizationId,
    /// What of it is said; requests of before it had tags are known by this form.
    #[serde(flatten)]
    pub product: NewProduct,
}

/// Makes many products, or none of them.
#[derive(Debug, Clone, Serialize)]
pub struct CreateProducts {
    pub organization: OrganizationId,
    /// What, in the order of the answer.
    pub products: Vec<NewProduct>,
}

impl UseCase for CreateProduct {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let product = self.product.made(context, 0)?;
        let products = [product];
        may_come_with(context, &products, |refusal, _| refusal)?;
        Ok(coming(context, products).into())
    }
}

impl UseCase for CreateProducts {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let ids = self.products.iter().map(|product| product.id.as_ref());
        ids_must_differ(ids, "product_id")?;
        let made = self.products.iter().enumerate().map(|(index, new)| {
            let made = new.made(context, index);
            made.map_err(|refusal| of_item(refusal, index))
        });
        let products: Vec<_> = made.collect::<Result<_, _>>()?;
        may_come_with(context, &products, of_item)?;
        Ok(coming(context, products).into())
    }
}

impl NewProduct {
    /// The product, if there may be such a one.
    fn made(&self, context: &Context<'_>, ordinal: usize) -> Result<Product, Refusal> {
        self.type_must_take_more(context)?;
        let id = match &self.id {
            Some(id) => id.clone(),
            None => ProductId::parse(&context.seed.id("product", ordinal))
                .map_err(|invalid| Refusal::field("product_id", invalid.to_string()))?,
        };
        let (here, name) = (context.organization(), RecordName::product(&id));
        must_be_free(context, here.product(&id), &name)?;
        for group in &self.groups {
            must_exist(
                context,
                here.group(group),
                &RecordName::product_group(group),
            )?;
        }
        let product = Product {
            id,
            product_type: self.product_type.clone(),
            display_name: self.display_name.clone(),
            tags: each_once(&self.tags),
            groups: each_once(&self.groups),
            made: None,
            stamp: Stamp::new(context.moment),
        };
        labels_must_fit(context, &product, product.tags.len(), "tags")?;
        labels_must_fit(context, &product, product.groups.len(), "groups")?;
        Ok(product)
    }

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

fn each_once<T: Ord + Clone>(labels: &[T]) -> Vec<T> {
    BTreeSet::from_iter(labels).into_iter().cloned().collect()
}

/// The change, with the groups that get products first: which ones are in a group is part of what its etag stands for.
fn coming(context: &Context<'_>, products: impl IntoIterator<Item = Product>) -> Change {
    let products: Vec<_> = products.into_iter().collect();
    let groups = products.iter().flat_map(|product| &product.groups);
    let groups = BTreeSet::from_iter(groups);
    let mut change = context.change();
    for group in groups
        .into_iter()
        .filter_map(|id| context.organization().group(id))
    {
        change.save(ProductGroup {
            stamp: group.stamp.touched(context.moment),
            ..group.as_ref().clone()
        });
    }
    for product in products {
        change.save(product);
    }
    change
}
