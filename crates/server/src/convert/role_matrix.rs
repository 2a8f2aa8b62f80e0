//! The table of roles on the wire.

use decide::queries::role_matrix::{Area, Condition, OnProducts, RoleRow, allows};
use domain::{OrganizationRight, Role};
use grantor::v1;

/// One entry for each role, in the order of the wire's roles.
pub(crate) fn role_matrix_to_proto(rows: &[RoleRow]) -> Vec<v1::RoleCapabilities> {
    rows.iter()
        .flat_map(|row| names(&row.role).iter().map(|role| capabilities(*role, row)))
        .collect()
}

/// PARTNER is shown in place of EXTERNAL and may the same by role.
fn names(role: &Role) -> &'static [v1::Role] {
    match role {
        Role::LegalRepresentative => &[v1::Role::LegalRepresentative],
        Role::Administrator(_) => &[v1::Role::Administrator],
        Role::Collaborator => &[v1::Role::Collaborator],
        Role::External => &[v1::Role::External, v1::Role::Partner],
    }
}

fn capabilities(role: v1::Role, row: &RoleRow) -> v1::RoleCapabilities {
    v1::RoleCapabilities {
        role: role.into(),
        products: on_products(row.products).into(),
        organization: row
            .organization
            .iter()
            .map(|(right, condition)| capability(*right, *condition))
            .collect(),
    }
}

fn on_products(products: OnProducts) -> v1::ProductCapability {
    match products {
        OnProducts::Everything => v1::ProductCapability::Everything,
        OnProducts::TechnicalScope => v1::ProductCapability::TechnicalScope,
        OnProducts::Granted => v1::ProductCapability::Granted,
    }
}

fn capability(right: OrganizationRight, condition: Condition) -> v1::OrganizationCapability {
    use v1::CapabilityCondition as Wire;
    let (condition, area) = match condition {
        Condition::Always => (Wire::Always, v1::Area::Unspecified),
        Condition::Never => (Wire::Never, v1::Area::Unspecified),
        Condition::WithArea(area) => (Wire::WithArea, area_to_proto(area)),
        Condition::TechnicalNotNarrowed => (Wire::WithAreaNotNarrowed, v1::Area::Technical),
        Condition::TechnicalInScope => (Wire::WithAreaInScope, v1::Area::Technical),
    };
    v1::OrganizationCapability {
        right: right.name().to_owned(),
        description: allows(right).to_owned(),
        condition: condition.into(),
        area: area.into(),
    }
}

fn area_to_proto(area: Area) -> v1::Area {
    match area {
        Area::Financial => v1::Area::Financial,
        Area::Security => v1::Area::Security,
        Area::UserRights => v1::Area::UserRights,
        Area::Technical => v1::Area::Technical,
    }
}
