//! Which right is meant by a name? One of the organization, or one that the type of the product declares.

use std::sync::Arc;

use domain::{OrganizationRight, ProductTypeId, Reason, Refusal, RightName};

use crate::state::{IndexedProduct, IndexedRight, IndexedType};
use crate::view::View;

/// What is asked about a product.
#[derive(Debug, Clone, Copy)]
pub(crate) enum AskedRight<'a> {
    /// A right of its type.
    Right(&'a IndexedType, &'a IndexedRight),
    /// Asking the operator for help with it.
    ContactSupport,
}

impl View {
    /// What the right of this name is on this product; refused if its type has no such right.
    pub(crate) fn asked<'a>(
        &'a self,
        target: &'a IndexedProduct,
        right: &RightName,
    ) -> Result<AskedRight<'a>, Refusal> {
        let of_type = &target.product_type;
        let indexed_type = self.indexed_type(target).map(Arc::as_ref);
        let is_of_it = |by: &str| by == of_type.as_str();
        let declaring = indexed_type.filter(|_| right.declared_by().is_none_or(is_of_it));
        let known =
            declaring.and_then(|declaring| Some((declaring, declaring.right(right.bare())?)));
        match known {
            Some((indexed_type, known)) => Ok(AskedRight::Right(indexed_type, known)),
            None if right.is_contact_support() => Ok(AskedRight::ContactSupport),
            None => Err(right_unknown(right, of_type, indexed_type)),
        }
    }

    /// What is to name a right as `type/right` names no type that there is; says which there are.
    pub(crate) fn type_unknown(&self, right: &RightName) -> Refusal {
        let types = self.platform.product_types();
        let types: Vec<_> = types.map(|known| known.id.as_str()).collect();
        let has = if types.is_empty() {
            "It has none.".to_owned()
        } else {
            format!("Its product types are: {}.", types.join(", "))
        };
        Refusal::new(
            Reason::RightUnknown,
            format!("{right:?} names no product type of the catalog, as TYPE/RIGHT would. {has}"),
        )
    }
}

/// The organization right of this name.
pub(crate) fn organization_right(right: &RightName) -> Result<OrganizationRight, Refusal> {
    right.on_organization().ok_or_else(|| {
        let names = OrganizationRight::ALL.map(OrganizationRight::name);
        Refusal::new(
            Reason::RightUnknown,
            format!(
                "An organization has no right {right:?}. Its rights are: {}.",
                names.join(", ")
            ),
        )
        .with("rights", names.join(","))
    })
}

/// The type has no such right; says which it has.
pub(crate) fn right_unknown(
    right: &RightName,
    of_type: &ProductTypeId,
    indexed_type: Option<&IndexedType>,
) -> Refusal {
    let known = indexed_type.map_or(&[][..], |indexed_type| &indexed_type.rights);
    let names: Vec<_> = known.iter().map(|known| known.id.as_str()).collect();
    let has = if names.is_empty() {
        "It has no rights.".to_owned()
    } else {
        format!("Its rights are: {}.", names.join(", "))
    };
    Refusal::new(
        Reason::RightUnknown,
        format!("The product type {of_type} has no right {right:?}. {has}"),
    )
    .about(of_type.resource_name())
    .with("rights", names.join(","))
}
