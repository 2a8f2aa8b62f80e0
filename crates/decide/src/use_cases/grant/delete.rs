//! Taking rights away: one grant or up to a thousand in one change.

use domain::{Change, GrantId, Home, OrganizationId, RecordName, Refusal};
use serde::Serialize;

use super::writable;
use crate::partner_contacts::tell_of_mandate;
use crate::preconditions::must_be_seen;
use crate::rules::rule_02::is_of_mandate;
use crate::rules::rule_09::grants_must_be_direct;
use crate::taking::{remove_grant, taken_from};
use crate::use_case::{Context, Plan, UseCase};

/// Takes a grant away.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteGrant {
    pub organization: OrganizationId,
    pub id: GrantId,
    /// What the caller saw.
    pub etag: Option<String>,
}

/// Takes many grants away, or none of them.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteGrants {
    pub organization: OrganizationId,
    /// Which, each once.
    pub ids: Vec<GrantId>,
}

impl UseCase for DeleteGrant {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let name = RecordName::grant(&self.id);
        must_be_seen(
            context,
            self.etag.as_deref(),
            writable(context, &self.id)?.stamp,
            &name,
        )?;
        let mut change = delete(context, std::slice::from_ref(&self.id))?;
        change.outcome.about = Some(name);
        Ok(change.into())
    }
}

impl UseCase for DeleteGrants {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        delete(context, &self.ids).map(Plan::from)
    }
}

fn delete(context: &Context<'_>, ids: &[GrantId]) -> Result<Change, Refusal> {
    let mut change = context.change();
    for id in ids {
        let grant = writable(context, id)?;
        // Narrowing a partnership is always open (rule 9).
        if !is_of_mandate(&grant.subject) {
            grants_must_be_direct(context)?;
        }
        tell_of_mandate(context, &mut change, &grant.subject);
        taken_from(context, &mut change, &grant.subject);
        remove_grant(&mut change, &grant);
    }
    Ok(change)
}
