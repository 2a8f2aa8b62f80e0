//! Gives a member every right on all products, now and later, in one call (S2-22).

use domain::{
    Grant, GrantId, Home, OrganizationId, Period, RecordName, Refusal, Rights, Scope, Stamp,
    Subject, Timestamp, UserId,
};
use serde::Serialize;

use super::doing;
use crate::rules::bound::bound_to;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::giving;

/// Gives a member every right on all products, beside what they have.
#[derive(Debug, Clone, Serialize)]
pub struct GrantFullAccess {
    /// Where.
    pub organization: OrganizationId,
    /// To whom.
    pub user: UserId,
    /// The caller knows that this opens everything.
    pub acknowledge_all: bool,
}

impl UseCase for GrantFullAccess {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        must_be_direct(given)?;
        doing(given, &self.organization, &self.user, None)?.give_everything()?;
        giving::must_be_acknowledged(given, &Scope::All, self.acknowledge_all)?;
        let subject = Subject::Member(self.user.clone());
        let mut held = given
            .organization()
            .grants_of(&subject)
            .filter(|grant| is_full(grant, given.moment.now) && lasts(given, grant, &self.user));
        let mut change = given.change();
        change.outcome.opened_products = giving::opened(given, [&Scope::All]);
        if let Some(held) = held.next() {
            change.outcome.about = Some(RecordName::grant(&held.id));
            return Ok(change.into());
        }
        let grant = self.full(given)?;
        change.outcome.about = Some(RecordName::grant(&grant.id));
        change.save(grant);
        Ok(change.into())
    }
}

impl GrantFullAccess {
    fn full(&self, given: &Given<'_>) -> Result<Grant, Refusal> {
        let drawn = GrantId::parse(&given.draw.id("grant", 0));
        let subject = Subject::Member(self.user.clone());
        Ok(Grant {
            ties: None,
            id: drawn.map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?,
            subject,
            rights: Rights::All,
            scope: Scope::All,
            scope_revision: given.moment.revision,
            period: Period::default(),
            note: None,
            granted_by: given.who.clone(),
            by_owner: false,
            stamp: Stamp::new(given.moment),
        })
    }
}

/// Whether it would end with the same partnerships as one that is given now; else it may count no more, or not long.
fn lasts(given: &Given<'_>, grant: &Grant, user: &UserId) -> bool {
    let member = given.organization().member(user);
    let role = member.map(|member| &member.role);
    grant.bound_to() == bound_to(given.view, role, user, given.through)
}

/// Whether the grant gives everything already and for good.
fn is_full(grant: &Grant, at: Timestamp) -> bool {
    let for_good = grant.period.end.is_none() && grant.period.covers(at);
    for_good && grant.rights == Rights::All && grant.scope == Scope::All && !grant.by_owner
}
