//! Taking rights away: one grant or up to a thousand in one change.

use domain::{Change, GrantId, Home, OrganizationId, RecordName, Refusal};
use serde::Serialize;

use super::writable;
use crate::rules::rule_02::is_of_mandate;
use crate::rules::rule_09::grants_must_be_direct;
use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::found::must_be_seen;
use crate::use_cases::partnership::tell_of_mandate;
use crate::use_cases::taking::{remove_grant, taken_from};

/// Takes a grant away.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteGrant {
    /// Where.
    pub organization: OrganizationId,
    /// Which.
    pub id: GrantId,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes many grants away, or none of them.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteGrants {
    /// Where.
    pub organization: OrganizationId,
    /// Which, each once.
    pub ids: Vec<GrantId>,
}

impl UseCase for DeleteGrant {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let name = RecordName::grant(&self.id);
        must_be_seen(
            given,
            self.etag.as_deref(),
            writable(given, &self.id)?.stamp,
            &name,
        )?;
        let mut change = delete(given, std::slice::from_ref(&self.id))?;
        change.outcome.about = Some(name);
        Ok(change.into())
    }
}

impl UseCase for DeleteGrants {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        delete(given, &self.ids).map(Plan::from)
    }
}

fn delete(given: &Given<'_>, ids: &[GrantId]) -> Result<Change, Refusal> {
    let mut change = given.change();
    for id in ids {
        let grant = writable(given, id)?;
        // Narrowing a partnership is always open (rule 9).
        if !is_of_mandate(&grant.subject) {
            grants_must_be_direct(given)?;
        }
        tell_of_mandate(given, &mut change, &grant.subject);
        taken_from(given, &mut change, &grant.subject);
        remove_grant(&mut change, grant);
    }
    Ok(change)
}
