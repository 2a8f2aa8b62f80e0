//! What the operator sets for the whole platform. It holds for what happens from then on.

use domain::{Areas, Home, Refusal, Settings, Stamp};
use serde::Serialize;

use super::edit::Edit;
use super::etag::must_match;
use crate::use_case::{Given, Plan, UseCase};

/// Changes the settings that are set.
#[derive(Debug, Clone, Serialize)]
pub struct UpdatePlatformSettings {
    /// How many administrators an organization may have; without limit where it is `None`.
    pub administrator_limit: Edit<Option<u32>>,
    /// The areas of a new administrator where the call names none.
    pub new_administrator_areas: Edit<Areas>,
    /// How long an invitation stays open, in seconds.
    pub invitation_life: Edit<u32>,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for UpdatePlatformSettings {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let old = given.view.platform.settings();
        must_match(self.etag.as_deref(), old.stamp, "platform/settings")?;
        let mut change = given.change();
        change.save(Settings {
            administrator_limit: self.administrator_limit.over(&old.administrator_limit),
            new_administrator_areas: self
                .new_administrator_areas
                .over(&old.new_administrator_areas),
            invitation_life: self.invitation_life.over(&old.invitation_life),
            stamp: stamp(&old, given),
        });
        Ok(change.into())
    }
}

/// Until they are set for the first time the settings are made of defaults, and stand nowhere.
fn stamp(old: &Settings, given: &Given<'_>) -> Stamp {
    if old.stamp.create_revision == 0 {
        Stamp::new(given.moment)
    } else {
        old.stamp.touched(given.moment)
    }
}
