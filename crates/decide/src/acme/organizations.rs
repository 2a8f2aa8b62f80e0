//! What is done to organizations and the platform, as sentences.

use domain::{ChangePolicy, Note, Panel, Quota, QuotaEdits};

use super::actor::{Actor, Answer, Done};
use super::make::{display_name, organization, user};
use crate::use_cases::edit::Edit;
use crate::use_cases::organization::{
    AppointLegalRepresentative, BrandingEdit, CreateOrganization, NewOrganization,
    SetAdministratorLimit, SetChangePolicy, SetQuotas, UpdateOrganization,
};
use crate::use_cases::platform::UpdatePlatformSettings;

/// An update of an organization that changes nothing yet.
pub(super) fn same_organization() -> UpdateOrganization {
    UpdateOrganization {
        organization: organization("acme"),
        etag: None,
        display_name: Edit::Keep,
        default_panel: Edit::Keep,
        branding: BrandingEdit {
            display_name: Edit::Keep,
            logo_uri: Edit::Keep,
            color: Edit::Keep,
            sender_email: Edit::Keep,
            support_email: Edit::Keep,
        },
    }
}

/// An update of the settings that changes nothing yet.
pub(super) fn same_settings() -> UpdatePlatformSettings {
    UpdatePlatformSettings {
        administrator_limit: Edit::Keep,
        new_administrator_areas: Edit::Keep,
        invitation_life: Edit::Keep,
        languages: Edit::Keep,
        white_label: Edit::Keep,
        sign_in_uri: Edit::Keep,
        claims_per_email: Edit::Keep,
        quotas: Default::default(),
        etag: None,
    }
}

/// These quotas, and the others as they are.
pub(super) fn quotas(numbers: &[(Quota, u32)]) -> QuotaEdits {
    let edit = |(quota, number): &(Quota, u32)| (*quota, Some(*number));
    numbers.iter().map(edit).collect()
}

impl Actor {
    pub(super) fn creates_organization(&self, id: &str, representative: &str) -> Answer<Done> {
        let organization = organization(id);
        let wanted = NewOrganization {
            organization: Some(organization.clone()),
            display_name: display_name(id),
            default_panel: Panel::Branded,
            branding: None,
            legal_representative: user(representative),
        };
        let command = CreateOrganization {
            wanted,
            organization,
        };
        self.does("CreateOrganization", &command)
    }

    pub(super) fn updates_organization(
        &self,
        id: &str,
        update: UpdateOrganization,
    ) -> Answer<Done> {
        let command = UpdateOrganization {
            organization: organization(id),
            ..update
        };
        self.does("UpdateOrganization", &command)
    }

    pub(super) fn sets_policy(&self, id: &str, change_policy: ChangePolicy) -> Answer<Done> {
        let command = SetChangePolicy {
            organization: organization(id),
            change_policy,
            etag: None,
        };
        self.does("SetChangePolicy", &command)
    }

    /// Sets the limit of administrators of one organization.
    pub(super) fn limits_administrators(&self, id: &str, limit: Option<u32>) -> Answer<Done> {
        let command = SetAdministratorLimit {
            organization: organization(id),
            administrator_limit: limit,
            etag: None,
        };
        self.does("SetAdministratorLimit", &command)
    }

    /// Sets quotas of one organization.
    pub(super) fn sets_quotas(&self, id: &str, quotas: QuotaEdits) -> Answer<Done> {
        let command = SetQuotas {
            organization: organization(id),
            quotas,
            etag: None,
        };
        self.does("SetQuotas", &command)
    }

    /// Makes a user a legal representative, with a note.
    pub(super) fn appoints(&self, id: &str, whom: &str) -> Answer<Done> {
        let command = AppointLegalRepresentative {
            organization: organization(id),
            user: user(whom),
            note: Note::parse("The last one is gone.").expect("a note"),
        };
        self.does("AppointLegalRepresentative", &command)
    }

    /// Changes settings of the platform.
    pub(super) fn sets(&self, settings: UpdatePlatformSettings) -> Answer<Done> {
        self.does("UpdatePlatformSettings", &settings)
    }
}
