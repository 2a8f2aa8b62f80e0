//! Giving rights: one grant or up to a thousand in one change.

use domain::{Change, Grant, GrantId, Home, Note, OrganizationId, RecordName, Refusal, Subject};
use serde::Serialize;

use super::note_of;
use crate::grant_spec::{self, GrantSpec};
use crate::partner_contacts::tell_of_mandate;
use crate::preconditions::must_be_free;
use crate::rule::Authority;
use crate::rules::rule_02::mandate_must_not_be_all;
use crate::rules::rule_09::grants_must_be_direct;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::batch::{ids_must_differ, of_item};
use crate::use_cases::granting::{self, subject_must_hold_grants};

/// A grant that is to be made.
#[derive(Debug, Clone, Serialize)]
pub struct NewGrant {
    /// The caller's id for it; the server makes one where there is none.
    pub id: Option<GrantId>,
    /// Who gets the rights.
    pub subject: Subject,
    /// Which rights, on what, when.
    #[serde(rename = "wish")]
    pub spec: GrantSpec,
    pub note: Option<Note>,
}

#[derive(Debug, Clone, Serialize)]
pub struct CreateGrant {
    pub organization: OrganizationId,
    pub grant: NewGrant,
}

/// Gives many rights, or none of them.
#[derive(Debug, Clone, Serialize)]
pub struct CreateGrants {
    pub organization: OrganizationId,
    /// What, in the order of the answer.
    pub grants: Vec<NewGrant>,
}

impl UseCase for CreateGrant {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        grants_must_be_direct(context)?;
        let mut change = context.change();
        give(context, &mut change, &self.grant, 0)?;
        change.outcome.opened_products = grant_spec::opened(context, [&self.grant.spec.scope]);
        Ok(change.into())
    }
}

impl UseCase for CreateGrants {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        grants_must_be_direct(context)?;
        let ids = self.grants.iter().map(|grant| grant.id.as_ref());
        ids_must_differ(ids, "grant_id")?;
        let mut change = context.change();
        for (index, grant) in self.grants.iter().enumerate() {
            give(context, &mut change, grant, index).map_err(|refusal| of_item(refusal, index))?;
        }
        change.outcome.opened_products =
            grant_spec::opened(context, self.grants.iter().map(|grant| &grant.spec.scope));
        Ok(change.into())
    }
}

fn give(
    context: &Context<'_>,
    change: &mut Change,
    new: &NewGrant,
    ordinal: usize,
) -> Result<(), Refusal> {
    let id = match &new.id {
        Some(id) => id.clone(),
        None => drawn(context, ordinal)?,
    };
    must_be_free(
        context,
        context.organization().grant(&id),
        &RecordName::grant(&id),
    )?;
    subject_must_hold_grants(context, &new.subject)?;
    mandate_must_not_be_all(&new.subject, &new.spec.scope)?;
    let plan = granting::plan(context, &new.spec)?;
    let note = note_of(context, change, &new.subject, new.note.as_ref());
    tell_of_mandate(context, change, &new.subject);
    let (subject, who) = (new.subject.clone(), context.who.clone());
    change.save(Grant {
        note,
        by_owner: matches!(context.authority, Authority::Service(_)),
        ..plan.grant(id, subject, who, context.moment)
    });
    Ok(())
}

fn drawn(context: &Context<'_>, ordinal: usize) -> Result<GrantId, Refusal> {
    GrantId::parse(&context.seed.id("grant", ordinal))
        .map_err(|invalid| Refusal::field("grant_id", invalid.to_string()))
}
