//! Product groups on the wire.

use app::Done;
use app::queries::product_group::ProductCounts;
use decide::use_cases::product_group::{
    AddProductsToGroup, CreateProductGroup, RemoveProductsFromGroup, UpdateProductGroup,
};
use domain::{DisplayName, GroupId, OrganizationId, ProductGroup};
use grantor::v1;

use super::done::{number, organization};
use super::edit::{Mask, seen};
use super::time::proto;
use crate::fields::{Fields, Parse};

impl Parse for v1::CreateProductGroupRequest {
    type Command = CreateProductGroup;

    fn parse(self, fields: &mut Fields) -> Option<CreateProductGroup> {
        let organization = fields.organization("parent", &self.parent);
        let id = fields.optional_id("product_group_id", &self.product_group_id, GroupId::parse);
        let group = fields.required("product_group", self.product_group)?;
        let display_name = fields.text(
            "product_group.display_name",
            &group.display_name,
            DisplayName::parse,
        );
        Some(CreateProductGroup {
            organization: organization?,
            id: id?,
            display_name: display_name?,
        })
    }
}

impl Parse for v1::UpdateProductGroupRequest {
    type Command = UpdateProductGroup;

    fn parse(self, fields: &mut Fields) -> Option<UpdateProductGroup> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &["display_name"]);
        let group = fields.required("product_group", self.product_group)?;
        let name = fields.product_group("product_group.name", &group.name);
        let display_name = mask?.text(
            fields,
            "product_group",
            "display_name",
            &group.display_name,
            DisplayName::parse,
        );
        let (organization, id) = name?;
        Some(UpdateProductGroup {
            organization,
            id,
            display_name: display_name?,
            etag: seen(group.etag),
        })
    }
}

impl Parse for v1::AddProductsToGroupRequest {
    type Command = AddProductsToGroup;

    fn parse(self, fields: &mut Fields) -> Option<AddProductsToGroup> {
        let named = fields.product_group("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let products = fields.products("products", &self.products, home)?;
        let (organization, id) = named?;
        Some(AddProductsToGroup {
            organization,
            id,
            products,
            etag: seen(self.etag),
        })
    }
}

impl Parse for v1::RemoveProductsFromGroupRequest {
    type Command = RemoveProductsFromGroup;

    fn parse(self, fields: &mut Fields) -> Option<RemoveProductsFromGroup> {
        let named = fields.product_group("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let products = fields.products("products", &self.products, home)?;
        let (organization, id) = named?;
        Some(RemoveProductsFromGroup {
            organization,
            id,
            products,
            etag: seen(self.etag),
        })
    }
}

/// A product group of this organization.
pub(crate) fn product_group_to_proto(
    group: &ProductGroup,
    organization: &OrganizationId,
    counts: &ProductCounts,
) -> v1::ProductGroup {
    v1::ProductGroup {
        name: group.id.within(organization).to_string(),
        display_name: group.display_name.to_string(),
        product_count: number(counts.in_group(&group.id)),
        create_time: Some(proto(group.stamp.create_time)),
        update_time: Some(proto(group.stamp.update_time)),
        etag: group.stamp.etag(),
    }
}

/// The group that a change saved.
pub(crate) fn saved_product_group(done: &Done) -> Option<v1::ProductGroup> {
    let counts = ProductCounts::of(&done.view);
    Some(product_group_to_proto(
        done.saved::<ProductGroup>()?,
        organization(done)?,
        &counts,
    ))
}
