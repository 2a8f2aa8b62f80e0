//! What would the file change? Asked of the server with `validate_only`, told in lines.

use std::fmt;

use grantor::v1;
use v1::CatalogChangeKind as Kind;

use super::advice::advice;
use super::file::CatalogFile;
use super::parts::{Part, add, parts};
use super::settings::{NamedSettings, spelled};
use super::{Platform, Present};
use crate::Failure;

/// The requests that make what the file declares; a part that it does not have is none.
pub(super) struct Requests {
    pub(super) catalog: Vec<Part>,
    pub(super) retire: Vec<v1::RetireProductTypeRequest>,
    pub(super) settings: Option<v1::UpdatePlatformSettingsRequest>,
}

impl Requests {
    /// With the etags of what is there, so that nothing is applied but what was previewed.
    pub(super) fn of(file: &CatalogFile, present: &Present) -> Result<Self, Failure> {
        let mut types = file.product_types()?;
        let there = |name: &str| present.types.iter().find(|there| there.name == name);
        for declared in &mut types {
            declared.etag =
                there(&declared.name).map_or_else(String::new, |there| there.etag.clone());
        }
        let live = |name: &String| {
            there(name).is_none_or(|there| there.state() != v1::ProductTypeState::Retired)
        };
        let retire = file.retired().filter(live);
        let settings = file.settings()?.map(|NamedSettings { settings, mask }| {
            let settings = Some(v1::PlatformSettings {
                etag: present.settings.etag.clone(),
                ..settings
            });
            v1::UpdatePlatformSettingsRequest {
                settings,
                update_mask: Some(mask),
                ..Default::default()
            }
        });
        Ok(Self {
            catalog: parts(types),
            retire: retire
                .map(|name| v1::RetireProductTypeRequest {
                    name,
                    ..Default::default()
                })
                .collect(),
            settings,
        })
    }
}

/// What would be another.
pub(super) struct Preview {
    /// Setting, value before, value after.
    settings: Vec<(&'static str, String, String)>,
    catalog: v1::ApplyCatalogResponse,
    retire: Vec<String>,
    untouched: Vec<String>,
}

impl Preview {
    /// Asks the server; nothing is changed.
    pub(super) async fn ask(
        platform: &mut Platform,
        file: &CatalogFile,
        requests: &Requests,
        present: &Present,
    ) -> Result<Self, Failure> {
        let mut settings = Vec::new();
        if let Some(request) = &requests.settings {
            let mut request = request.clone();
            request.validate_only = true;
            let answer = platform.settings.update_platform_settings(request).await;
            let answer = answer.map_err(|status| advice(file, &status))?.into_inner();
            let after = answer.settings.unwrap_or_default();
            let pairs = spelled(&present.settings).into_iter().zip(spelled(&after));
            let changed = pairs.filter(|((_, before), (_, after))| before != after);
            settings.extend(changed.map(|((name, before), (_, after))| (name, before, after)));
        }
        let mut catalog = v1::ApplyCatalogResponse::default();
        for part in &requests.catalog {
            let mut request = part.request.clone();
            // What would be refused without these is what a preview is there to tell.
            (
                request.validate_only,
                request.allow_gain,
                request.allow_loss,
            ) = (true, true, true);
            let answer = platform.catalog.apply_catalog(request).await;
            let answer = answer.map_err(|status| part.advice(file, &status))?;
            add(&mut catalog, answer.into_inner());
        }
        let declared = requests
            .catalog
            .iter()
            .flat_map(|part| &part.request.product_types);
        let declared: Vec<_> = declared.map(|declared| &declared.name).collect();
        let others = present.types.iter().map(|there| &there.name);
        Ok(Self {
            settings,
            catalog,
            retire: requests
                .retire
                .iter()
                .map(|retire| short(&retire.name))
                .collect(),
            untouched: others
                .filter(|name| !declared.contains(name))
                .map(|name| short(name))
                .collect(),
        })
    }

    /// Whether nothing would be another.
    pub(super) fn is_empty(&self) -> bool {
        self.settings.is_empty() && self.catalog.changes.is_empty() && self.retire.is_empty()
    }

    /// Whether anything of the types would be another.
    pub(super) fn changes_types(&self) -> bool {
        !self.catalog.changes.is_empty()
    }

    /// Whether any setting would be another.
    pub(super) fn changes_settings(&self) -> bool {
        !self.settings.is_empty()
    }

    /// Whether somebody would lose a right.
    pub(super) fn takes(&self) -> bool {
        self.catalog.losing_user_count > 0
    }

    /// Whether somebody would gain a right.
    pub(super) fn gives(&self) -> bool {
        self.catalog.gaining_user_count > 0
    }
}

impl fmt::Display for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, before, after) in &self.settings {
            writeln!(f, "  ~ settings.{name}: {before} becomes {after}")?;
        }
        for change in &self.catalog.changes {
            let sign = match change.kind() {
                Kind::Added => '+',
                Kind::Removed => '-',
                Kind::Changed | Kind::Unspecified => '~',
            };
            let slash = if change.right.is_empty() { "" } else { "/" };
            let of = short(&change.product_type);
            writeln!(
                f,
                "  {sign} {of}{slash}{}: {}",
                change.right, change.description
            )?;
        }
        for name in &self.retire {
            writeln!(
                f,
                "  - {name}: retired, for good: no new products or grants; what is there goes on"
            )?;
        }
        if !self.untouched.is_empty() {
            writeln!(
                f,
                "  Not in the file, and stays as it is: {}",
                self.untouched.join(", ")
            )?;
        }
        let of = &self.catalog;
        people(
            f,
            "gain",
            of.gaining_user_count,
            of.gaining_organization_count,
        )?;
        people(
            f,
            "lose",
            of.losing_user_count,
            of.losing_organization_count,
        )
    }
}

fn people(f: &mut fmt::Formatter<'_>, verb: &str, people: i64, organizations: i64) -> fmt::Result {
    if people == 0 {
        return writeln!(f, "  Nobody would {verb} a right.");
    }
    let person = if people == 1 { "person" } else { "people" };
    let organization = if organizations == 1 {
        "organization"
    } else {
        "organizations"
    };
    writeln!(
        f,
        "  {people} {person} in {organizations} {organization} would {verb} rights."
    )
}

fn short(name: &str) -> String {
    name.trim_start_matches("productTypes/").to_owned()
}
