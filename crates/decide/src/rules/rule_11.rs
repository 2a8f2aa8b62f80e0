//! Rule 11: saving a member's access replaces the member's own grants, by type or all of them, and leaves the rest alone.

mod other_paths;
mod pieces;
mod save;

use domain::{
    Product, ProductType, ProductTypeId, Reason, Refusal, RightNumber, Rights, Scope, ScopeEntry,
};

use super::rule_09::must_be_direct;
use crate::grant_spec;
use crate::named_rights::NamedRights;
use crate::use_case::Context;

pub(crate) use pieces::{ScopePiece, pieces, rights_on};
pub(crate) use save::Save;

/// The type that a service writes as its owner; refuses everybody else on an externally managed type.
pub(crate) fn writer(
    context: &Context<'_>,
    product_type: &ProductType,
) -> Result<Option<ProductTypeId>, Refusal> {
    let scope = Scope::listed([ScopeEntry::Type(product_type.id.clone())]);
    let owner = grant_spec::owner(context, &scope)?;
    match (&owner, &product_type.managing_system) {
        (Some(_), _) => Ok(owner),
        (None, Some(system)) => Err(externally_managed(product_type, system.as_str())),
        (None, None) => must_be_direct(context).map(|()| None),
    }
}

/// Another system says who has what on the type.
pub(crate) fn externally_managed(product_type: &ProductType, system: &str) -> Refusal {
    let name = product_type.id.resource_name().to_string();
    Refusal::new(
        Reason::ExternallyManaged,
        format!("Access to {name} is managed by {system} and only shown here. Change it there."),
    )
    .about(name)
    .with("managing_system", system)
}

/// The rights by number; refuses those of other types, which would give nothing here.
pub(crate) fn of_type(
    context: &Context<'_>,
    of: &ProductType,
    named: &NamedRights,
    field: &str,
) -> Result<Rights, Refusal> {
    let rights = named.resolve(&context.view.platform)?;
    let elsewhere = |number: &RightNumber| {
        context
            .view
            .platform
            .right(*number)
            .filter(|(other, _)| other.id != of.id)
            .map(|(other, _)| other.id.clone())
    };
    if let Rights::Listed {
        rights: numbers, ..
    } = &rights
        && let Some(other) = numbers.iter().find_map(elsewhere)
    {
        let description = format!(
            "names a right of {}; this saves {}",
            other.resource_name(),
            of.id.resource_name()
        );
        return Err(Refusal::field(field, description));
    }
    Ok(rights)
}

/// A save by type names products of that type alone; `index` is where the request has the product.
pub(crate) fn must_be_of_type(
    product: &Product,
    of: &ProductType,
    index: usize,
) -> Result<(), Refusal> {
    if product.product_type == of.id {
        return Ok(());
    }
    let description = format!(
        "is of {}, not of {}",
        product.product_type.resource_name(),
        of.id
    );
    Err(Refusal::field(
        format!("own.products[{index}].product"),
        description,
    ))
}
