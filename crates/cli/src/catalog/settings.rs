//! Which settings of the platform does the file name? What it leaves out stays as it is.

use std::fmt;

use grantor::v1;
use serde::Deserialize;
use serde::de::{Deserializer, Error, Visitor};

use super::quotas::{self, WrittenQuotas};
use super::words::{AREAS, length, meant, seconds, word};

/// Stands for a limit, or an address, that is none.
const NONE: &str = "none";

/// The table `[settings]`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenSettings {
    default_administrator_limit: Option<Limit>,
    default_administrator_areas: Option<Vec<String>>,
    invitation_life: Option<String>,
    languages: Option<Vec<String>>,
    white_label: Option<bool>,
    sign_in_uri: Option<String>,
    claims_per_email: Option<i32>,
    #[serde(default)]
    quotas: WrittenQuotas,
}

/// The settings that a file names.
pub struct NamedSettings {
    /// Their values.
    pub settings: v1::PlatformSettings,
    /// Which of the fields are named.
    pub mask: prost_types::FieldMask,
}

/// A field, and what would be right there.
pub(super) type Wrong = (&'static str, String);

/// How many; `None` is without limit.
#[derive(Debug, Clone, Copy)]
struct Limit(Option<i32>);

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(LimitVisitor)
    }
}

struct LimitVisitor;

impl Visitor<'_> for LimitVisitor {
    type Value = Limit;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or \"none\" for as many as one likes")
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Limit, E> {
        let number = i32::try_from(number).map_err(|_| E::custom("the number is too large"))?;
        Ok(Limit(Some(number)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Limit, E> {
        if text == NONE {
            Ok(Limit(None))
        } else {
            Err(E::invalid_value(serde::de::Unexpected::Str(text), &self))
        }
    }
}

impl WrittenSettings {
    /// The settings with the paths that are named, or every wrong field with what would be right.
    pub(super) fn to_proto(&self) -> Result<NamedSettings, Vec<Wrong>> {
        let mut wrong = Vec::new();
        let mut settings = v1::PlatformSettings {
            name: super::SETTINGS.to_owned(),
            default_administrator_limit: self.default_administrator_limit.and_then(|limit| limit.0),
            languages: self.languages.clone().unwrap_or_default(),
            white_label: self.white_label,
            sign_in_uri: self
                .sign_in_uri
                .clone()
                .filter(|uri| uri != NONE)
                .unwrap_or_default(),
            claims_per_email: self.claims_per_email,
            quotas: Some(self.quotas.to_proto()),
            ..Default::default()
        };
        for name in self.default_administrator_areas.iter().flatten() {
            match meant(&AREAS, name) {
                Ok(area) => settings.default_administrator_areas.push(area.into()),
                Err(words) => wrong.push(("default_administrator_areas", words)),
            }
        }
        match self.invitation_life.as_deref().map(seconds) {
            Some(Ok(seconds)) => {
                settings.invitation_life = Some(prost_types::Duration { seconds, nanos: 0 });
            }
            Some(Err(words)) => wrong.push(("invitation_life", words)),
            None => {}
        }
        if self.languages.as_ref().is_some_and(Vec::is_empty) {
            wrong.push(("languages", "must name at least one language".to_owned()));
        }
        if wrong.is_empty() {
            let mask = prost_types::FieldMask {
                paths: self.paths(),
            };
            Ok(NamedSettings { settings, mask })
        } else {
            Err(wrong)
        }
    }

    fn paths(&self) -> Vec<String> {
        let named = [
            (
                "default_administrator_limit",
                self.default_administrator_limit.is_some(),
            ),
            (
                "default_administrator_areas",
                self.default_administrator_areas.is_some(),
            ),
            ("invitation_life", self.invitation_life.is_some()),
            ("languages", self.languages.is_some()),
            ("white_label", self.white_label.is_some()),
            ("sign_in_uri", self.sign_in_uri.is_some()),
            ("claims_per_email", self.claims_per_email.is_some()),
        ];
        let quotas = quotas::each(&self.quotas.to_proto());
        let quotas = quotas.map(|(path, number)| (path, number.is_some()));
        let named = named.into_iter().chain(quotas);
        let named = named.filter(|(_, is_named)| *is_named);
        named.map(|(path, _)| path.to_owned()).collect()
    }
}

/// Each setting with its value, spelled as in the file.
pub(super) fn spelled(settings: &v1::PlatformSettings) -> Vec<(&'static str, String)> {
    let limit = settings.default_administrator_limit;
    let areas = settings.default_administrator_areas();
    let life = settings.invitation_life.unwrap_or_default();
    let mut spelled = vec![
        (
            "default_administrator_limit",
            limit.map_or_else(|| quoted(NONE), |limit| limit.to_string()),
        ),
        (
            "default_administrator_areas",
            list(areas.map(|area| word(&AREAS, area))),
        ),
        ("invitation_life", quoted(&length(life.seconds))),
        (
            "languages",
            list(settings.languages.iter().map(String::as_str)),
        ),
        ("white_label", settings.white_label().to_string()),
        (
            "sign_in_uri",
            quoted(match settings.sign_in_uri.as_str() {
                "" => NONE,
                uri => uri,
            }),
        ),
        ("claims_per_email", settings.claims_per_email().to_string()),
    ];
    let quotas = quotas::each(&settings.quotas.unwrap_or_default());
    let quotas = quotas
        .into_iter()
        .filter_map(|(path, number)| Some((path, number?.to_string())));
    spelled.extend(quotas);
    spelled
}

/// A text as TOML quotes it.
pub(super) fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

/// Texts as a TOML array.
pub(super) fn list<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    let texts: Vec<_> = texts.map(quoted).collect();
    format!("[{}]", texts.join(", "))
}
