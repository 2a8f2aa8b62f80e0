//! What the operator sets for the whole platform. It holds for what happens from then on.

use domain::{Areas, Home, Locale, QuotaEdits, Refusal, Settings, Stamp};
use serde::Serialize;

use super::edit::Edit;
use crate::etag::must_match;
use crate::use_case::{Context, Plan, UseCase};

/// Changes the settings that are set.
#[derive(Debug, Clone, Serialize)]
pub struct UpdatePlatformSettings {
    /// How many administrators an organization may have; without limit where it is `None`.
    pub administrator_limit: Edit<Option<u32>>,
    /// The areas of a new administrator where the call names none.
    pub new_administrator_areas: Edit<Areas>,
    /// How long an invitation stays open, in seconds.
    pub invitation_life: Edit<u32>,
    /// The languages that the platform offers, the first for those who speak none of them; at least one.
    pub languages: Edit<Vec<Locale>>,
    /// Whether organizations may have a look of their own.
    pub white_label: Edit<bool>,
    /// Where people sign in; nowhere that the pages know of where it is `None`.
    pub sign_in_uri: Edit<Option<String>>,
    /// How many accounts may claim one email.
    pub claims_per_email: Edit<u32>,
    /// How much an organization may have; the default where it is `None`.
    pub quotas: QuotaEdits,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for UpdatePlatformSettings {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = context.view.platform.settings();
        must_match(self.etag.as_deref(), old.stamp, "platform/settings")?;
        let mut change = context.change();
        change.save(Settings {
            administrator_limit: self.administrator_limit.over(&old.administrator_limit),
            new_administrator_areas: self
                .new_administrator_areas
                .over(&old.new_administrator_areas),
            invitation_life: self.invitation_life.over(&old.invitation_life),
            languages: self.languages.over(&old.languages),
            white_label: self.white_label.over(&old.white_label),
            sign_in_uri: self.sign_in_uri.over(&old.sign_in_uri),
            claims_per_email: self.claims_per_email.over(&old.claims_per_email),
            quotas: old.quotas.edited(&self.quotas),
            stamp: stamp(&old, context),
        });
        Ok(change.into())
    }
}

/// Until they are set for the first time the settings are made of defaults, and stand nowhere.
fn stamp(old: &Settings, context: &Context<'_>) -> Stamp {
    if old.stamp.create_revision == 0 {
        Stamp::new(context.moment)
    } else {
        old.stamp.touched(context.moment)
    }
}

#[cfg(test)]
mod tests {
    use domain::{Quota, Quotas};

    use super::Settings;

    #[test]
    fn settings_stored_before_there_were_languages_offer_all_that_are_installed() {
        let stored = r#"{"administrator_limit": 3, "invitation_life": 3600,
            "new_administrator_areas": {"financial": false, "security": false, "user_rights": false, "technical": null},
            "stamp": {"create_revision": 1, "create_time": 0, "revision": 1, "update_time": 0}}"#;
        let read: Settings = serde_json::from_str(stored).expect("settings");
        assert_eq!(read.languages, Settings::installed_languages());
        assert!(read.white_label);
        assert_eq!((read.sign_in_uri, read.claims_per_email), (None, 10));
        assert!(read.quotas.is_empty());
    }

    #[test]
    fn quotas_are_read_as_they_were_stored_and_one_of_a_later_version_is_refused() {
        let set = Quotas::default().edited(&[(Quota::Teams, Some(3))].into());
        let stored = serde_json::to_string(&set).expect("stored");
        assert_eq!(stored, r#"{"Teams":3}"#);
        assert_eq!(serde_json::from_str::<Quotas>(&stored).expect("read"), set);
        let later: Result<Quotas, _> = serde_json::from_str(r#"{"Dreams":3}"#);
        assert!(later.is_err());
    }
}
