//! Products on the wire.

use app::Done;
use app::queries::list::Listing;
use app::queries::product::ListProducts;
use decide::use_cases::product::{
    AddProductTags, CreateProduct, CreateProducts, NewProduct, RemoveProductTags, UpdateProduct,
};
use domain::{DisplayName, GroupId, OrganizationId, Product, ProductId, Tag};
use grantor::v1;

use super::done::{number, organization};
use super::edit::{Mask, seen};
use super::items::items;
use super::time::proto;
use crate::fields::{Fields, Parent, Parse};

/// The most tags in one request: as many as a product has at most.
const MAX_TAGS: usize = 64;

impl Parse for v1::CreateProductRequest {
    type Command = CreateProduct;

    fn parse(self, fields: &mut Fields) -> Option<CreateProduct> {
        let organization = fields.organization("parent", &self.parent);
        let product = new_product(fields, "", organization.as_ref(), self);
        Some(CreateProduct {
            organization: organization?,
            product: product?,
        })
    }
}

impl Parse for v1::BatchCreateProductsRequest {
    type Command = CreateProducts;

    fn parse(self, fields: &mut Fields) -> Option<CreateProducts> {
        let organization = fields.organization("parent", &self.parent);
        let products = items(
            fields,
            organization.as_ref(),
            self.requests,
            "product",
            |fields, prefix, item| new_product(fields, prefix, organization.as_ref(), item),
        );
        Some(CreateProducts {
            organization: organization?,
            products: products?,
        })
    }
}

fn new_product(
    fields: &mut Fields,
    prefix: &str,
    organization: Parent<'_>,
    request: v1::CreateProductRequest,
) -> Option<NewProduct> {
    let field = |name: &str| format!("{prefix}product{name}");
    let id = fields.optional_id(
        &format!("{prefix}product_id"),
        &request.product_id,
        ProductId::parse,
    );
    let product = fields.required(&field(""), request.product)?;
    let product_type = fields.product_type(&field(".product_type"), &product.product_type);
    let display_name = fields.text(
        &field(".display_name"),
        &product.display_name,
        DisplayName::parse,
    );
    let tags = each_tag(fields, &field(".tags"), &product.tags);
    let groups = groups(
        fields,
        &field(".product_groups"),
        &product.product_groups,
        organization,
    );
    Some(NewProduct {
        id: id?,
        product_type: product_type?,
        display_name: display_name?,
        tags: tags?,
        groups: groups?,
    })
}

/// The groups of a new product: none, or some of its organization.
fn groups(
    fields: &mut Fields,
    field: &str,
    named: &[String],
    organization: Parent<'_>,
) -> Option<Vec<GroupId>> {
    fields.at_most(field, named.len())?;
    let parsed: Vec<_> = named
        .iter()
        .enumerate()
        .filter_map(|(index, name)| group(fields, &format!("{field}[{index}]"), name, organization))
        .collect();
    (parsed.len() == named.len()).then_some(parsed)
}

impl Parse for v1::ListProductsRequest {
    type Command = Listing<ListProducts>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let product_type = match self.product_type.as_str() {
            "" => Some(None),
            name => fields.product_type("product_type", name).map(Some),
        };
        let tag = fields.optional_text("tag", &self.tag, Tag::parse);
        let group = match self.product_group.as_str() {
            "" => Some(None),
            name => group(fields, "product_group", name, organization.as_ref()).map(Some),
        };
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListProducts {
            organization: organization?,
            product_type: product_type?,
            tag: tag?,
            group: group?,
        }))
    }
}

fn group(
    fields: &mut Fields,
    field: &str,
    name: &str,
    organization: Parent<'_>,
) -> Option<GroupId> {
    let (home, id) = fields.product_group(field, name)?;
    fields
        .same_organization(field, organization, &home)
        .map(|()| id)
}

impl Parse for v1::UpdateProductRequest {
    type Command = UpdateProduct;

    fn parse(self, fields: &mut Fields) -> Option<UpdateProduct> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &["display_name"]);
        let product = fields.required("product", self.product)?;
        let name = fields.product("product.name", &product.name);
        let display_name = mask?.text(
            fields,
            "product",
            "display_name",
            &product.display_name,
            DisplayName::parse,
        );
        let (organization, id) = name?;
        Some(UpdateProduct {
            organization,
            id,
            display_name: display_name?,
            etag: seen(product.etag),
        })
    }
}

impl Parse for v1::AddProductTagsRequest {
    type Command = AddProductTags;

    fn parse(self, fields: &mut Fields) -> Option<AddProductTags> {
        let name = fields.product("name", &self.name);
        let tags = tags(fields, &self.tags);
        let (organization, id) = name?;
        Some(AddProductTags {
            organization,
            id,
            tags: tags?,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::RemoveProductTagsRequest {
    type Command = RemoveProductTags;

    fn parse(self, fields: &mut Fields) -> Option<RemoveProductTags> {
        let name = fields.product("name", &self.name);
        let tags = tags(fields, &self.tags);
        let (organization, id) = name?;
        Some(RemoveProductTags {
            organization,
            id,
            tags: tags?,
            etag: seen(self.etag),
        })
    }
}

fn tags(fields: &mut Fields, named: &[String]) -> Option<Vec<Tag>> {
    if !(1..=MAX_TAGS).contains(&named.len()) {
        fields.reject(
            "tags",
            format!("must hold 1 to {MAX_TAGS} tags (got {})", named.len()),
        );
        return None;
    }
    each_tag(fields, "tags", named)
}

fn each_tag(fields: &mut Fields, field: &str, named: &[String]) -> Option<Vec<Tag>> {
    fields.at_most(field, named.len())?;
    let tags: Vec<_> = named
        .iter()
        .enumerate()
        .filter_map(|(index, tag)| fields.text(&format!("{field}[{index}]"), tag, Tag::parse))
        .collect();
    (tags.len() == named.len()).then_some(tags)
}

/// A product of this organization.
pub(crate) fn product_to_proto(product: &Product, organization: &OrganizationId) -> v1::Product {
    v1::Product {
        name: product.id.within(organization).to_string(),
        product_type: product.product_type.resource_name().to_string(),
        display_name: product.display_name.to_string(),
        tags: product.tags.iter().map(Tag::to_string).collect(),
        product_groups: product
            .groups
            .iter()
            .map(|group| group.within(organization).to_string())
            .collect(),
        create_revision: number(product.stamp.create_revision),
        create_time: Some(proto(product.stamp.create_time)),
        update_time: Some(proto(product.stamp.update_time)),
        etag: product.stamp.etag(),
    }
}

/// The product that a change saved.
pub(crate) fn saved_product(done: &Done) -> Option<v1::Product> {
    saved_products(done).into_iter().next()
}

/// The products that a change saved, in its order.
pub(crate) fn saved_products(done: &Done) -> Vec<v1::Product> {
    let Some(organization) = organization(done) else {
        return Vec::new();
    };
    let products = done.all_saved::<Product>();
    products
        .map(|product| product_to_proto(product, organization))
        .collect()
}
