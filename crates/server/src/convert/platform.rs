//! Platform settings and operators on the wire.

use app::queries::platform::NamedOperator;
use decide::use_cases::operator::principal;
use decide::use_cases::platform::UpdatePlatformSettings;
use decide::use_cases::role_spec::AreaSet;
use domain::{Areas, INSTALLED_LANGUAGES, InvalidText, Locale, Quota, Scope, Settings};
use grantor::v1;

use super::branding::https_address;
use super::edit::{Mask, seen};
use super::organization::administrator_limit;
use super::quotas::{quota_edits, quotas_to_proto};
use super::role::{area_set, areas_to_proto};
use super::time;
use crate::fields::{Fields, Parse};

/// The one resource of this sort.
const NAME: &str = "platform/settings";
/// What UpdatePlatformSettings can change.
const PATHS: [&str; 18] = [
    "default_administrator_limit",
    "default_administrator_areas",
    "invitation_life",
    "languages",
    "white_label",
    "sign_in_uri",
    "claims_per_email",
    super::quotas::WHOLE,
    "quotas.grants",
    "quotas.managed_grants",
    "quotas.scope_entries",
    "quotas.tags",
    "quotas.teams",
    "quotas.team_members",
    "quotas.open_invitations",
    "quotas.open_proposals",
    "quotas.open_change_requests",
    "quotas.client_assignments",
];
/// The shortest and the longest life of an invitation, in seconds: an hour, and 365 days.
const INVITATION_LIVES: std::ops::RangeInclusive<u32> = 3600..=365 * 24 * 3600;

/// The fewest and the most accounts that may claim one email.
const CLAIMS_PER_EMAIL: std::ops::RangeInclusive<u32> = 1..=100;

pub(crate) fn settings_to_proto(settings: &Settings) -> v1::PlatformSettings {
    let limit = settings.administrator_limit;
    let life = prost_types::Duration {
        seconds: settings.invitation_life.into(),
        nanos: 0,
    };
    v1::PlatformSettings {
        name: NAME.to_owned(),
        default_administrator_limit: limit.map(|limit| i32::try_from(limit).unwrap_or(i32::MAX)),
        default_administrator_areas: areas_to_proto(&settings.new_administrator_areas),
        invitation_life: Some(life),
        languages: settings
            .languages
            .iter()
            .cloned()
            .map(String::from)
            .collect(),
        white_label: Some(settings.white_label),
        sign_in_uri: settings.sign_in_uri.clone().unwrap_or_default(),
        claims_per_email: Some(i32::try_from(settings.claims_per_email).unwrap_or(i32::MAX)),
        quotas: Some(quotas_to_proto(|quota| {
            Some(settings.quotas.in_force(quota))
        })),
        update_time: Some(time::proto(settings.stamp.update_time)),
        etag: settings.stamp.etag(),
    }
}

pub(crate) fn operator_to_proto(named: &NamedOperator) -> v1::Operator {
    v1::Operator {
        principal: principal(&named.operator),
        create_time: Some(time::proto(named.create_time)),
    }
}

impl Fields {
    /// Refuses every name but the one there is.
    pub(crate) fn platform_settings(&mut self, field: &str, name: &str) -> Option<()> {
        if name == NAME {
            return Some(());
        }
        self.reject(field, format!("must be {NAME}: there is one"));
        None
    }
}

impl Parse for v1::UpdatePlatformSettingsRequest {
    type Command = UpdatePlatformSettings;

    fn parse(self, fields: &mut Fields) -> Option<UpdatePlatformSettings> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let wire = fields.required("settings", self.settings)?;
        let named = fields.platform_settings("settings.name", &wire.name);
        let mask = mask?;
        let limit = wire.default_administrator_limit;
        let limit = mask.edit("default_administrator_limit", limit.is_some(), || {
            administrator_limit(fields, "settings.default_administrator_limit", limit)
        });
        let named_areas = wire.default_administrator_areas;
        let areas = mask.edit(
            "default_administrator_areas",
            !named_areas.is_empty(),
            || areas(fields, named_areas),
        );
        let life = wire.invitation_life;
        let life = mask.edit("invitation_life", life.is_some(), || {
            invitation_life(fields, life)
        });
        let tags = wire.languages;
        let languages = mask.edit("languages", !tags.is_empty(), || languages(fields, &tags));
        let white_label = wire.white_label;
        let white_label = mask.edit("white_label", white_label.is_some(), || {
            Some(white_label.unwrap_or_else(Settings::white_label_unless_set))
        });
        let sign_in_uri = &wire.sign_in_uri;
        let sign_in_uri = mask.optional_text(
            fields,
            "settings",
            "sign_in_uri",
            sign_in_uri,
            sign_in_address,
        );
        let claims = wire.claims_per_email;
        let claims = mask.edit("claims_per_email", claims.is_some(), || {
            claims_per_email(fields, claims)
        });
        let quotas = quota_edits(fields, &mask, quota_path, "settings.quotas", wire.quotas);
        named?;
        Some(UpdatePlatformSettings {
            administrator_limit: limit?,
            new_administrator_areas: areas?,
            invitation_life: life?,
            languages: languages?,
            white_label: white_label?,
            sign_in_uri: sign_in_uri?,
            claims_per_email: claims?,
            quotas: quotas?,
            etag: seen(wire.etag),
        })
    }
}

fn quota_path(quota: Quota) -> String {
    format!("{}.{}", super::quotas::WHOLE, quota.name())
}

/// TECHNICAL of a new administrator comes not narrowed.
fn areas(fields: &mut Fields, wire: Vec<i32>) -> Option<Areas> {
    let AreaSet {
        financial,
        security,
        user_rights,
        technical,
    } = area_set(fields, "settings.default_administrator_areas", wire)?;
    Some(Areas {
        financial,
        security,
        user_rights,
        technical: technical.then_some(Scope::All),
    })
}

/// Absent is the default: thirty days.
fn invitation_life(fields: &mut Fields, wire: Option<prost_types::Duration>) -> Option<u32> {
    let Some(life) = wire else {
        return Some(Settings::DEFAULT_INVITATION_LIFE);
    };
    let seconds = u32::try_from(life.seconds)
        .ok()
        .filter(|seconds| INVITATION_LIVES.contains(seconds));
    let seconds = seconds.filter(|_| life.nanos == 0);
    if seconds.is_none() {
        fields.reject(
            "settings.invitation_life",
            "must be 1 hour (3600s) to 365 days (31536000s) in whole seconds",
        );
    }
    seconds
}

/// The code of a link comes behind its `#`, so it has none of its own.
fn sign_in_address(text: &str) -> Result<String, InvalidText> {
    let address = https_address(text)?;
    if address.contains('#') {
        return Err(InvalidText(
            "must have no #: the code of the link is put there".to_owned(),
        ));
    }
    Ok(address)
}

/// Absent is the default: ten.
fn claims_per_email(fields: &mut Fields, wire: Option<i32>) -> Option<u32> {
    let Some(wire) = wire else {
        return Some(Settings::DEFAULT_CLAIMS_PER_EMAIL);
    };
    let claims = u32::try_from(wire).ok();
    let claims = claims.filter(|claims| CLAIMS_PER_EMAIL.contains(claims));
    if claims.is_none() {
        fields.reject("settings.claims_per_email", "must be 1 to 100, or not set");
    }
    claims
}

/// None are all that is installed.
fn languages(fields: &mut Fields, tags: &[String]) -> Option<Vec<Locale>> {
    if tags.is_empty() {
        return Some(Settings::installed_languages());
    }
    let mut languages = Vec::new();
    for (index, tag) in tags.iter().enumerate() {
        match language(tag, &languages) {
            Ok(language) => languages.push(language),
            Err(wrong) => fields.reject(&format!("settings.languages[{index}]"), wrong),
        }
    }
    (languages.len() == tags.len()).then_some(languages)
}

fn language(tag: &str, before: &[Locale]) -> Result<Locale, String> {
    let language = Locale::parse(tag).ok();
    match language.filter(|_| INSTALLED_LANGUAGES.contains(&tag)) {
        None => Err(format!(
            "must be a language that is installed: {}",
            INSTALLED_LANGUAGES.join(", ")
        )),
        Some(language) if before.contains(&language) => Err(format!("{tag} stands there twice")),
        Some(language) => Ok(language),
    }
}
