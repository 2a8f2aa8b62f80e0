//! An organization: owns products and members.

use serde::{Deserialize, Serialize};

use crate::{DisplayName, Email, Moment, OrganizationId, Panel, Personal, Quotas, Stamp};

/// Ids that name something else in keys and resource names.
pub const RESERVED_ORGANIZATION_IDS: [&str; 4] = ["users", "platform", "me", "-"];

/// How members, grants and roles change (rule 9).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ChangePolicy {
    /// By those who manage users.
    #[default]
    Direct,
    /// Only by the operator applying a request.
    ByRequest,
}

/// The organization's own look, for white-label panels, mails and pages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branding {
    /// The name shown.
    pub display_name: DisplayName,
    /// An https address of the logo.
    pub logo_uri: Option<String>,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// The address that mails come from.
    pub sender_email: Option<Email>,
    /// Where people ask for help.
    pub support_email: Option<Email>,
}

/// Owns products and members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// The id.
    pub id: OrganizationId,
    /// The name; personal, since a registered person's organization bears theirs (S2-3).
    pub display_name: Personal,
    /// How things change here.
    pub change_policy: ChangePolicy,
    /// The operator's own limit of administrators for this organization; the platform's counts where it is `None`.
    pub administrator_limit: Option<u32>,
    /// The operator's own quotas for this organization; the platform's count where one is not set (rule 13).
    #[serde(default, skip_serializing_if = "Quotas::is_empty")]
    pub quotas: Quotas,
    /// The panel of new members where the call names none.
    pub default_panel: Panel,
    /// The organization's own look, as it wants it.
    pub branding: Option<Branding>,
    /// The look that the operator has approved, which is what others are shown (rule 8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_branding: Option<Branding>,
    /// When.
    pub stamp: Stamp,
}

impl Organization {
    /// One as it starts.
    pub fn new(id: OrganizationId, display_name: Personal, moment: Moment) -> Self {
        Self {
            id,
            display_name,
            change_policy: ChangePolicy::Direct,
            administrator_limit: None,
            quotas: Quotas::default(),
            default_panel: Panel::Branded,
            branding: None,
            approved_branding: None,
            stamp: Stamp::new(moment),
        }
    }

    /// The look that mails and pages show: the approved one, until there is to be none.
    pub fn shown_branding(&self) -> Option<&Branding> {
        self.approved_branding
            .as_ref()
            .filter(|_| self.branding.is_some())
    }

    /// Whether the look is approved as it is.
    pub fn is_branding_approved(&self) -> bool {
        self.branding.is_some() && self.branding == self.approved_branding
    }
}
