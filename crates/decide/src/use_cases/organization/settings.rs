//! What the operator sets for one organization: its change policy (rule 9), its limit of administrators (rule 4), its
//! quotas (rule 13), and whether its own look is shown (rule 8).

use domain::{ChangePolicy, Home, Organization, OrganizationId, QuotaEdits, Refusal};
use serde::Serialize;

use super::existing;
use crate::use_case::{Context, Plan, UseCase};

/// Says whether the organization's people change access themselves.
#[derive(Debug, Clone, Serialize)]
pub struct SetChangePolicy {
    pub organization: OrganizationId,
    /// From now on.
    pub change_policy: ChangePolicy,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// Sets how many administrators the organization may have; who is there stays.
#[derive(Debug, Clone, Serialize)]
pub struct SetAdministratorLimit {
    pub organization: OrganizationId,
    /// How many; the platform's default where it is `None`.
    pub administrator_limit: Option<u32>,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// Says whether mails and pages show the organization's own look as it is.
#[derive(Debug, Clone, Serialize)]
pub struct SetBrandingApproval {
    pub organization: OrganizationId,
    /// Approved; else none is shown.
    pub approved: bool,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// Sets how much of what grows the organization may have; what is there stays.
#[derive(Debug, Clone, Serialize)]
pub struct SetQuotas {
    pub organization: OrganizationId,
    /// From now on; the platform's where it is `None`.
    pub quotas: QuotaEdits,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for SetBrandingApproval {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = existing(context, self.etag.as_deref())?;
        if self.approved && old.branding.is_none() {
            return Err(Refusal::field(
                "approved",
                "the organization has no branding that could be approved",
            ));
        }
        Ok(saved(
            context,
            Organization {
                approved_branding: old.branding.clone().filter(|_| self.approved),
                ..old.clone()
            },
        ))
    }
}

impl UseCase for SetChangePolicy {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = existing(context, self.etag.as_deref())?;
        Ok(saved(
            context,
            Organization {
                change_policy: self.change_policy,
                ..old.clone()
            },
        ))
    }
}

impl UseCase for SetAdministratorLimit {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = existing(context, self.etag.as_deref())?;
        Ok(saved(
            context,
            Organization {
                administrator_limit: self.administrator_limit,
                ..old.clone()
            },
        ))
    }
}

impl UseCase for SetQuotas {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = existing(context, self.etag.as_deref())?;
        Ok(saved(
            context,
            Organization {
                quotas: old.quotas.edited(&self.quotas),
                ..old.clone()
            },
        ))
    }
}

fn saved(context: &Context<'_>, organization: Organization) -> Plan {
    let mut change = context.change();
    change.save(Organization {
        stamp: organization.stamp.touched(context.moment),
        ..organization
    });
    change.into()
}
