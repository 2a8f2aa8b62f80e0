//! What the operator sets for the whole platform.

use serde::{Deserialize, Serialize};

use crate::{Areas, Locale, Quotas, ServiceAccountId, Stamp, UserId};

/// The languages in which mails and pages are written, as BCP 47 tags. A platform offers some of them.
pub const INSTALLED_LANGUAGES: [&str; 2] = ["en", "fr"];

/// Platform settings; one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How many administrators an organization may have (Combell: 3, S4-9); `None` is without limit.
    pub administrator_limit: Option<u32>,
    /// The areas of a new administrator where the call names none (Combell: none, S4-17).
    pub new_administrator_areas: Areas,
    /// How long an invitation stays open, in seconds; 30 days unless set.
    pub invitation_life: u32,
    /// The installed languages that the platform offers, never none; the first where somebody's is not among them.
    #[serde(default = "Settings::installed_languages")]
    pub languages: Vec<Locale>,
    /// Whether organizations may choose a look of their own and the WHITE_LABEL panel (rule 8).
    #[serde(default = "Settings::white_label_unless_set")]
    pub white_label: bool,
    /// Where people sign in, an https address: pages hand the codes of links to it. They show them where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sign_in_uri: Option<String>,
    /// How many accounts may claim one email (rule 13).
    #[serde(default = "Settings::claims_unless_set")]
    pub claims_per_email: u32,
    /// How much an organization may have, where the platform says it (rule 13).
    #[serde(default, skip_serializing_if = "Quotas::is_empty")]
    pub quotas: Quotas,
    /// When.
    pub stamp: Stamp,
}

impl Settings {
    /// Some forget that they have an account; more than these are nobody's mistake.
    pub const DEFAULT_CLAIMS_PER_EMAIL: u32 = 10;

    /// What one email may have unless the platform says how many.
    pub fn claims_unless_set() -> u32 {
        Self::DEFAULT_CLAIMS_PER_EMAIL
    }

    /// Thirty days.
    pub const DEFAULT_INVITATION_LIFE: u32 = 30 * 24 * 3600;

    /// What the platform offers unless it says which: all that is installed.
    pub fn installed_languages() -> Vec<Locale> {
        INSTALLED_LANGUAGES
            .iter()
            .filter_map(|tag| Locale::parse(tag).ok())
            .collect()
    }

    /// A look of one's own is possible unless the platform says no.
    pub fn white_label_unless_set() -> bool {
        true
    }

    /// Where people sign in with the code of a link of this kind, where the platform has such a place.
    pub fn sign_in_link(&self, kind: &str, token: &str) -> Option<String> {
        let address = self.sign_in_uri.as_ref()?;
        Some(format!("{address}#{kind}={token}"))
    }

    /// The wanted locale where its language is offered, otherwise the first language that is.
    pub fn offered(&self, wanted: Option<&Locale>) -> Locale {
        wanted
            .filter(|wanted| {
                self.languages
                    .iter()
                    .any(|offered| offered.language() == wanted.language())
            })
            .or(self.languages.first())
            .cloned()
            .unwrap_or_default()
    }
}

/// Who runs the platform: named by the command line, never by an organization.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Operator {
    /// A person.
    User(UserId),
    /// An internal service; it also needs the scope `operator`.
    ServiceAccount(ServiceAccountId),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settings(languages: &[&str]) -> Settings {
        let now = crate::Moment {
            revision: 1,
            now: crate::Timestamp(0),
        };
        Settings {
            administrator_limit: None,
            new_administrator_areas: Areas::default(),
            invitation_life: Settings::DEFAULT_INVITATION_LIFE,
            languages: languages
                .iter()
                .flat_map(|tag| Locale::parse(tag))
                .collect(),
            white_label: true,
            sign_in_uri: None,
            claims_per_email: Settings::DEFAULT_CLAIMS_PER_EMAIL,
            quotas: Quotas::default(),
            stamp: Stamp::new(now),
        }
    }

    fn offered(languages: &[&str], wanted: &str) -> String {
        settings(languages)
            .offered(Locale::parse(wanted).ok().as_ref())
            .into()
    }

    #[test]
    fn a_locale_whose_language_is_offered_stays_and_another_becomes_the_first_offered() {
        assert_eq!(offered(&["fr", "en"], "en"), "en");
        assert_eq!(offered(&["fr", "en"], "fr-CH"), "fr-CH");
        assert_eq!(offered(&["fr", "en"], "EN-gb"), "EN-gb");
        assert_eq!(offered(&["fr", "en"], "de"), "fr");
        assert_eq!(offered(&["fr"], "en"), "fr");
        assert_eq!(offered(&["fr", "en"], ""), "fr", "none is wanted");
    }
}
