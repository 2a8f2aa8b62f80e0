//! The catalog of the demo: the file under `examples/`, which is also what ApplyCatalog takes as JSON.

use app::use_cases::catalog::{ApplyCatalog, DeclaredRight, DeclaredType};
use domain::{DisplayName, ProductTypeId, RightId, RightKind};
use serde::Deserialize;

use crate::cli::Failure;
use crate::names;

/// The catalog.
const FILE: &str = include_str!("../../../../examples/infomaniak/catalog.json");

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Catalog {
    product_types: Vec<Type>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Type {
    name: String,
    display_name: DisplayName,
    rights: Vec<Right>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Right {
    id: RightId,
    display_name: DisplayName,
    kind: String,
    #[serde(default)]
    implies: Vec<RightId>,
}

/// The catalog as a command; nobody has anything yet that it could give or take.
pub(super) fn catalog() -> Result<ApplyCatalog, Failure> {
    let catalog: Catalog = serde_json::from_str(FILE)?;
    let types = catalog
        .product_types
        .into_iter()
        .map(declared_type)
        .collect::<Result<_, _>>()?;
    Ok(ApplyCatalog {
        types,
        allow_gain: false,
        allow_loss: false,
    })
}

fn declared_type(wire: Type) -> Result<DeclaredType, Failure> {
    let id = names::one(&wire.name, "productTypes/*", ProductTypeId::parse);
    Ok(DeclaredType {
        id: id.ok_or_else(|| format!("{} is no name of a product type", wire.name))?,
        display_name: wire.display_name,
        rights: wire
            .rights
            .into_iter()
            .map(declared_right)
            .collect::<Result<_, _>>()?,
        managing_system: None,
        etag: None,
    })
}

fn declared_right(wire: Right) -> Result<DeclaredRight, Failure> {
    let name = wire.kind.strip_prefix("RIGHT_KIND_").unwrap_or_default();
    let kind = RightKind::ALL.into_iter().find(|kind| kind.name() == name);
    Ok(DeclaredRight {
        id: wire.id,
        display_name: wire.display_name,
        kind: kind.ok_or_else(|| format!("{} is no kind of right", wire.kind))?,
        implies: wire.implies,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn domains_have_no_statistics_and_ticketing_has_finer_rights() -> Result<(), Failure> {
        let catalog = catalog()?;
        let of = |id: &str, kind| {
            let declared = catalog
                .types
                .iter()
                .find(|declared| declared.id.as_str() == id);
            declared.map_or(0, |declared| {
                declared
                    .rights
                    .iter()
                    .filter(|right| right.kind == kind)
                    .count()
            })
        };
        assert_eq!(catalog.types.len(), 5);
        assert_eq!(of("domain", RightKind::Statistics), 0);
        assert_eq!(of("kdrive", RightKind::Statistics), 1);
        assert!(of("ticketing", RightKind::Detailed) >= 5);
        Ok(())
    }
}
