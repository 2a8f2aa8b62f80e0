//! The catalog on the wire.

use app::queries::catalog::ListProductTypes;
use app::queries::list::Listing;
use decide::use_cases::catalog::{
    ApplyCatalog, DeclaredRight, DeclaredType, Difference, DifferenceKind,
};
use domain::{DisplayName, ProductType, Right, RightId};
use grantor::v1;

use super::edit::seen;
use super::list::{bounded, each};
use super::rights::kind_to_proto;
use super::time::proto;
use crate::fields::{Fields, Parse, right_kind};

/// The kinds of rights there are.
const KINDS: &str = "USAGE, MANAGEMENT, TECHNICAL, STATISTICS, DETAILED";

impl Parse for v1::ListProductTypesRequest {
    type Command = Listing<ListProductTypes>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListProductTypes {
            include_retired: self.include_retired,
        }))
    }
}

impl Parse for v1::ApplyCatalogRequest {
    type Command = ApplyCatalog;

    fn parse(self, fields: &mut Fields) -> Option<ApplyCatalog> {
        bounded(fields, "product_types", &self.product_types, 1..=500)?;
        let types = each(fields, "product_types", self.product_types, declared_type)?;
        Some(ApplyCatalog {
            types,
            allow_gain: self.allow_gain,
            allow_loss: self.allow_loss,
        })
    }
}

fn declared_type(fields: &mut Fields, field: &str, wire: v1::ProductType) -> Option<DeclaredType> {
    let path = |name: &str| format!("{field}.{name}");
    let id = fields.product_type(&path("name"), &wire.name);
    let display_name = fields.text(
        &path("display_name"),
        &wire.display_name,
        DisplayName::parse,
    );
    let bounds = bounded(fields, &path("rights"), &wire.rights, 0..=100);
    let rights = bounds.and_then(|()| each(fields, &path("rights"), wire.rights, declared_right));
    let system = fields.optional_text(
        &path("managing_system"),
        &wire.managing_system,
        DisplayName::parse,
    );
    Some(DeclaredType {
        id: id?,
        display_name: display_name?,
        rights: rights?,
        managing_system: system?,
        etag: seen(wire.etag),
    })
}

fn declared_right(fields: &mut Fields, field: &str, wire: v1::Right) -> Option<DeclaredRight> {
    let path = |name: &str| format!("{field}.{name}");
    let id = right_id(fields, &path("id"), &wire.id);
    let display_name = fields.text(
        &path("display_name"),
        &wire.display_name,
        DisplayName::parse,
    );
    let kind = fields.choice(&path("kind"), wire.kind, KINDS, right_kind);
    let implies = each(
        fields,
        &path("implies"),
        wire.implies,
        |fields, field, id| right_id(fields, field, &id),
    );
    Some(DeclaredRight {
        id: id?,
        display_name: display_name?,
        kind: kind?,
        implies: implies?,
    })
}

fn right_id(fields: &mut Fields, field: &str, id: &str) -> Option<RightId> {
    RightId::parse(id)
        .map_err(|wrong| fields.reject(field, wrong.to_string()))
        .ok()
}

/// A product type with the rights that still give something.
pub(crate) fn product_type_to_proto(product_type: &ProductType) -> v1::ProductType {
    let retired = product_type.retired;
    let state = if retired {
        v1::ProductTypeState::Retired
    } else {
        v1::ProductTypeState::Active
    };
    v1::ProductType {
        name: product_type.id.resource_name().to_string(),
        display_name: product_type.display_name.to_string(),
        rights: product_type
            .live_rights()
            .map(|right| right_to_proto(right, product_type))
            .collect(),
        managing_system: product_type
            .managing_system
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        state: state.into(),
        create_time: Some(proto(product_type.stamp.create_time)),
        update_time: Some(proto(product_type.stamp.update_time)),
        etag: product_type.stamp.etag(),
    }
}

fn right_to_proto(right: &Right, product_type: &ProductType) -> v1::Right {
    let implied = product_type
        .live_rights()
        .filter(|other| right.implies.contains(&other.number));
    v1::Right {
        id: right.id.to_string(),
        display_name: right.display_name.to_string(),
        kind: kind_to_proto(right.kind).into(),
        implies: implied.map(|other| other.id.to_string()).collect(),
    }
}

/// One difference that a declaration makes.
pub(crate) fn difference_to_proto(difference: Difference) -> v1::CatalogChange {
    let kind = match difference.kind {
        DifferenceKind::Added => v1::CatalogChangeKind::Added,
        DifferenceKind::Changed => v1::CatalogChangeKind::Changed,
        DifferenceKind::Removed => v1::CatalogChangeKind::Removed,
    };
    v1::CatalogChange {
        product_type: difference.product_type.resource_name().to_string(),
        right: difference.right.map(String::from).unwrap_or_default(),
        kind: kind.into(),
        description: difference.description,
    }
}
