//! The operator's part of a directory entry: whether it is listed, and under which name (S0-1).

use std::sync::Arc;

use domain::{DisplayName, Home, OrganizationId, Partner, RecordName, Refusal};
use serde::Serialize;

use crate::preconditions::found_as_seen;
use crate::use_case::{Context, Plan, UseCase};

/// Lists a partner under the approved name.
#[derive(Debug, Clone, Serialize)]
pub struct EnlistPartner {
    pub organization: OrganizationId,
    /// The name in the directory.
    pub listed_name: DisplayName,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes a partner out of the directory; active partnerships stay.
#[derive(Debug, Clone, Serialize)]
pub struct UnlistPartner {
    pub organization: OrganizationId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for EnlistPartner {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = entry(context, &self.organization, self.etag.as_deref())?;
        let asked_for = old.proposed_name.clone();
        let mut change = context.change();
        change.save(Partner {
            listed: true,
            listed_name: Some(self.listed_name.clone()),
            // What was approved is no longer asked for.
            proposed_name: asked_for.filter(|asked_for| *asked_for != self.listed_name),
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

impl UseCase for UnlistPartner {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = entry(context, &self.organization, self.etag.as_deref())?;
        let mut change = context.change();
        change.save(Partner {
            listed: false,
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

fn entry<'a>(
    context: &'a Context<'_>,
    id: &OrganizationId,
    etag: Option<&str>,
) -> Result<&'a Arc<Partner>, Refusal> {
    let partner = context.organization().partner();
    found_as_seen(
        context,
        partner,
        &RecordName::partner(id),
        etag,
        |partner| partner.stamp,
    )
}
