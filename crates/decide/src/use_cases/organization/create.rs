//! An organization is born with its first legal representative: by the operator, or with a person's own account.

use access::View;
use domain::{
    Branding, DisplayName, Home, Member, Organization, OrganizationId, Panel, Refusal, UserId,
};
use serde::Serialize;

use super::must_be_free;
use crate::rules::rule_08;
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::user::known;

/// What the operator wants to be made.
#[derive(Debug, Clone, Serialize)]
pub struct NewOrganization {
    /// The id that the caller insists on.
    pub organization: Option<OrganizationId>,
    /// What it is called.
    pub display_name: DisplayName,
    /// The panel of new members.
    pub default_panel: Panel,
    /// Its own look.
    pub branding: Option<Branding>,
    /// The first legal representative.
    pub legal_representative: UserId,
}

/// Makes an organization for an existing user.
#[derive(Debug, Clone, Serialize)]
pub struct CreateOrganization {
    /// What is wanted.
    pub wanted: NewOrganization,
    /// The organization to be born.
    pub organization: OrganizationId,
}

impl UseCase for CreateOrganization {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn birth(&self) -> bool {
        true
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![Want::User(self.wanted.legal_representative.clone())]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_free(context, &self.organization)?;
        let representative = known(context, &self.wanted.legal_representative)?;
        representative.must_be_active()?;
        rule_08::must_be_possible(context.view, Some(self.wanted.default_panel))?;
        rule_08::look_must_be_possible(context.view, self.wanted.branding.as_ref())?;
        let mut change = context.change();
        let display_name = context.personal(&mut change, None, self.wanted.display_name.as_str());
        change.save(Organization {
            default_panel: self.wanted.default_panel,
            branding: self.wanted.branding.clone(),
            // The operator makes it so.
            approved_branding: self.wanted.branding.clone(),
            ..Organization::new(self.organization.clone(), display_name, context.moment)
        });
        change.save(Member::legal_representative(
            representative.id.clone(),
            context.moment,
        ));
        Ok(change.into())
    }
}
