//! The operator's part of a directory entry: whether it is listed, and under which name (S0-1).

use std::sync::Arc;

use domain::{DisplayName, Home, OrganizationId, Partner, RecordName, Refusal};
use serde::Serialize;

use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::found::found_as_seen;

/// Lists a partner under the approved name.
#[derive(Debug, Clone, Serialize)]
pub struct EnlistPartner {
    /// Whom.
    pub organization: OrganizationId,
    /// The name in the directory.
    pub listed_name: DisplayName,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes a partner out of the directory; active partnerships stay.
#[derive(Debug, Clone, Serialize)]
pub struct UnlistPartner {
    /// Whom.
    pub organization: OrganizationId,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for EnlistPartner {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let old = entry(given, &self.organization, self.etag.as_deref())?;
        let asked_for = old.proposed_name.clone();
        let mut change = given.change();
        change.save(Partner {
            listed: true,
            listed_name: Some(self.listed_name.clone()),
            // What was approved is no wish any more.
            proposed_name: asked_for.filter(|asked_for| *asked_for != self.listed_name),
            stamp: old.stamp.touched(given.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

impl UseCase for UnlistPartner {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let old = entry(given, &self.organization, self.etag.as_deref())?;
        let mut change = given.change();
        change.save(Partner {
            listed: false,
            stamp: old.stamp.touched(given.moment),
            ..old.as_ref().clone()
        });
        Ok(change.into())
    }
}

fn entry<'a>(
    given: &'a Given<'_>,
    id: &OrganizationId,
    etag: Option<&str>,
) -> Result<&'a Arc<Partner>, Refusal> {
    let partner = given.organization().partner();
    found_as_seen(given, partner, &RecordName::partner(id), etag, |partner| {
        partner.stamp
    })
}
