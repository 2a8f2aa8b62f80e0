//! Giving rights: one grant or up to a thousand in one change.

use std::collections::HashSet;

use domain::{
    Change, Grant, GrantId, Home, Note, OrganizationId, RecordName, Refusal, Stamp, Subject,
    Violation,
};
use serde::Serialize;

use super::note_of;
use crate::rule::Standing;
use crate::rules::rule_02::mandate_must_not_be_all;
use crate::rules::rule_09::grants_must_be_direct;
use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::found::must_be_free;
use crate::use_cases::giving::{self, GrantWish, must_hold_grants};
use crate::use_cases::partnership::tell_of_mandate;

/// A grant that is to be made.
#[derive(Debug, Clone, Serialize)]
pub struct NewGrant {
    /// The caller's id for it; the server makes one where there is none.
    pub id: Option<GrantId>,
    /// Who gets the rights.
    pub subject: Subject,
    /// Which rights, on what, when.
    pub wish: GrantWish,
    /// Why.
    pub note: Option<Note>,
}

/// Gives rights.
#[derive(Debug, Clone, Serialize)]
pub struct CreateGrant {
    /// Where.
    pub organization: OrganizationId,
    /// What.
    pub grant: NewGrant,
}

/// Gives many rights, or none of them.
#[derive(Debug, Clone, Serialize)]
pub struct CreateGrants {
    /// Where.
    pub organization: OrganizationId,
    /// What, in the order of the answer.
    pub grants: Vec<NewGrant>,
}

impl UseCase for CreateGrant {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        grants_must_be_direct(given)?;
        let mut change = given.change();
        give(given, &mut change, &self.grant, 0)?;
        change.outcome.opened_products = giving::opened(given, [&self.grant.wish.scope]);
        Ok(change.into())
    }
}

impl UseCase for CreateGrants {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        grants_must_be_direct(given)?;
        self.ids_must_differ()?;
        let mut change = given.change();
        for (index, grant) in self.grants.iter().enumerate() {
            give(given, &mut change, grant, index).map_err(|refusal| of_item(refusal, index))?;
        }
        change.outcome.opened_products =
            giving::opened(given, self.grants.iter().map(|grant| &grant.wish.scope));
        Ok(change.into())
    }
}

impl CreateGrants {
    fn ids_must_differ(&self) -> Result<(), Refusal> {
        let mut seen = HashSet::new();
        let twice: Vec<_> = self
            .grants
            .iter()
            .enumerate()
            .filter_map(|(index, grant)| Some((index, grant.id.as_ref()?)))
            .filter(|(_, id)| !seen.insert(*id))
            .map(|(index, id)| Violation {
                field: format!("requests[{index}].grant_id"),
                description: format!(
                    "{id} stands in another item of this batch; an id is used once"
                ),
            })
            .collect();
        if twice.is_empty() {
            Ok(())
        } else {
            Err(Refusal::invalid(twice))
        }
    }
}

fn give(
    given: &Given<'_>,
    change: &mut Change,
    new: &NewGrant,
    ordinal: usize,
) -> Result<(), Refusal> {
    let id = match &new.id {
        Some(id) => id.clone(),
        None => drawn(given, ordinal)?,
    };
    must_be_free(
        given,
        given.organization().grant(&id),
        &RecordName::grant(&id),
    )?;
    must_hold_grants(given, &new.subject)?;
    mandate_must_not_be_all(&new.subject, &new.wish.scope)?;
    let plan = giving::plan(given, &new.wish)?;
    let note = note_of(given, change, &new.subject, new.note.as_ref());
    tell_of_mandate(given, change, &new.subject);
    let by_owner = matches!(given.standing, Standing::Service(_));
    change.save(Grant {
        id,
        subject: new.subject.clone(),
        rights: plan.rights,
        scope: plan.scope,
        scope_revision: given.moment.revision,
        period: plan.period,
        note,
        granted_by: given.who.clone(),
        by_owner,
        ties: None,
        stamp: Stamp::new(given.moment),
    });
    Ok(())
}

fn drawn(given: &Given<'_>, ordinal: usize) -> Result<GrantId, Refusal> {
    GrantId::parse(&given.draw.id("grant", ordinal))
        .map_err(|invalid| Refusal::field("grant_id", invalid.to_string()))
}

/// The refusal, saying which item of the batch it is about.
fn of_item(mut refusal: Refusal, index: usize) -> Refusal {
    refusal.message = format!("requests[{index}]: {}", refusal.message);
    for violation in &mut refusal.violations {
        violation.field = format!("requests[{index}].{}", violation.field);
    }
    refusal.with("item", index.to_string())
}
