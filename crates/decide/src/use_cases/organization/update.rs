//! The organization's own people change its settings and its look (rule 8).

use domain::{Branding, DisplayName, Email, Home, Organization, OrganizationId, Panel, Refusal};
use serde::Serialize;

use super::existing;
use crate::rules::rule_08;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::edit::Edit;

/// Changes the fields that are set.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateOrganization {
    pub organization: OrganizationId,
    /// The etag that was read.
    pub etag: Option<String>,
    /// What it is called.
    pub display_name: Edit<DisplayName>,
    /// The panel of new members.
    pub default_panel: Edit<Panel>,
    /// Its own look.
    pub branding: BrandingEdit,
}

/// Changes of the look; without a name there is no look of one's own.
#[derive(Debug, Clone, Serialize)]
pub struct BrandingEdit {
    /// The name shown.
    pub display_name: Edit<Option<DisplayName>>,
    /// An https address of the logo.
    pub logo_uri: Edit<Option<String>>,
    /// `#rrggbb`.
    pub color: Edit<Option<String>>,
    /// The address that mails come from.
    pub sender_email: Edit<Option<Email>>,
    /// Where people ask for help.
    pub support_email: Edit<Option<Email>>,
}

impl UseCase for UpdateOrganization {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = existing(context, self.etag.as_deref())?;
        let default_panel = self.default_panel.over(&old.default_panel);
        let branding = self.branding.over(old.branding.as_ref())?;
        if default_panel != old.default_panel {
            rule_08::must_be_possible(context.view, Some(default_panel))?;
        }
        if branding != old.branding {
            rule_08::look_must_be_possible(context.view, branding.as_ref())?;
        }
        let mut change = context.change();
        let display_name = match &self.display_name {
            Edit::Keep => old.display_name.clone(),
            Edit::Set(name) => context.personal(&mut change, None, name.as_str()),
        };
        change.save(Organization {
            display_name,
            default_panel,
            // What is approved stays shown until a newer one is; none is needed to have none.
            approved_branding: old.approved_branding.clone().filter(|_| branding.is_some()),
            branding,
            stamp: old.stamp.touched(context.moment),
            ..old.clone()
        });
        Ok(change.into())
    }
}

impl BrandingEdit {
    /// The look after the update.
    fn over(&self, old: Option<&Branding>) -> Result<Option<Branding>, Refusal> {
        let display_name = self
            .display_name
            .over(&old.map(|old| old.display_name.clone()));
        let logo_uri = self
            .logo_uri
            .over(&old.and_then(|old| old.logo_uri.clone()));
        let color = self.color.over(&old.and_then(|old| old.color.clone()));
        let sender_email = self
            .sender_email
            .over(&old.and_then(|old| old.sender_email.clone()));
        let support_email = self
            .support_email
            .over(&old.and_then(|old| old.support_email.clone()));
        let Some(display_name) = display_name else {
            let empty = logo_uri.is_none()
                && color.is_none()
                && sender_email.is_none()
                && support_email.is_none();
            return if empty { Ok(None) } else { Err(nameless()) };
        };
        Ok(Some(Branding {
            display_name,
            logo_uri,
            color,
            sender_email,
            support_email,
        }))
    }
}

fn nameless() -> Refusal {
    Refusal::field(
        "organization.branding.display_name",
        "must be set where anything of the branding is: mails and pages show it instead of the operator's name",
    )
}
