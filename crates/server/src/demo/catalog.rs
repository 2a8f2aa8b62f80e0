//! The catalog and the settings of the demo: the file of an example, read as `grantor catalog apply` reads it.

use std::path::Path;

use cli::{CatalogFile, Failure};
use decide::use_cases::catalog::ApplyCatalog;
use decide::use_cases::platform::UpdatePlatformSettings;
use grantor::v1;

use crate::fields::parse;

/// Its path in the repository.
const PATH: &str = "examples/infomaniak/grantor.toml";
/// What stands in it.
const FILE: &str = include_str!("../../../../examples/infomaniak/grantor.toml");

pub(super) struct Example(CatalogFile);

impl Example {
    pub(super) fn read() -> Result<Self, Failure> {
        CatalogFile::parse(Path::new(PATH), FILE.to_owned()).map(Self)
    }

    /// The catalog as a command; nobody has anything yet that it could give or take.
    pub(super) fn catalog(&self) -> Result<ApplyCatalog, Failure> {
        Ok(parse(v1::ApplyCatalogRequest {
            product_types: self.0.product_types()?,
            ..Default::default()
        })?)
    }

    /// The settings as a command.
    pub(super) fn settings(&self) -> Result<UpdatePlatformSettings, Failure> {
        let named = self.0.settings()?.ok_or("the example has no settings")?;
        Ok(parse(v1::UpdatePlatformSettingsRequest {
            settings: Some(named.settings),
            update_mask: Some(named.mask),
            ..Default::default()
        })?)
    }
}

#[cfg(test)]
mod tests {
    use domain::RightKind;

    use super::*;

    #[test]
    fn domains_have_no_statistics_and_ticketing_has_finer_rights() -> Result<(), Failure> {
        let catalog = Example::read()?.catalog()?;
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
