//! Gives a member every right on all products, now and later, in one call (S2-22).

use domain::{
    Grant, GrantId, Home, OrganizationId, Period, RecordName, Refusal, Rights, Scope, Stamp,
    Subject, Timestamp, UserId,
};
use serde::Serialize;

use super::doing;
use crate::rules::bound::bound_to;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::granting;

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

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        doing(context, &self.organization, &self.user, None)?.give_everything()?;
        granting::must_be_acknowledged(context, &Scope::All, self.acknowledge_all)?;
        let subject = Subject::Member(self.user.clone());
        let mut held = context.organization().grants_of(&subject).filter(|grant| {
            is_full(grant, context.moment.now) && lasts(context, grant, &self.user)
        });
        let mut change = context.change();
        change.outcome.opened_products = granting::opened(context, [&Scope::All]);
        if let Some(held) = held.next() {
            change.outcome.about = Some(RecordName::grant(&held.id));
            return Ok(change.into());
        }
        let grant = self.full(context)?;
        change.outcome.about = Some(RecordName::grant(&grant.id));
        change.save(grant);
        Ok(change.into())
    }
}

impl GrantFullAccess {
    fn full(&self, context: &Context<'_>) -> Result<Grant, Refusal> {
        let drawn = GrantId::parse(&context.seed.id("grant", 0));
        let subject = Subject::Member(self.user.clone());
        Ok(Grant {
            ties: None,
            id: drawn.map_err(|invalid| Refusal::field("request_id", invalid.to_string()))?,
            subject,
            rights: Rights::All,
            scope: Scope::All,
            scope_revision: context.moment.revision,
            period: Period::default(),
            note: None,
            granted_by: context.who.clone(),
            by_owner: false,
            stamp: Stamp::new(context.moment),
        })
    }
}

/// Whether it would end with the same partnerships as one that is given now; else it may count no more, or not long.
fn lasts(context: &Context<'_>, grant: &Grant, user: &UserId) -> bool {
    let member = context.organization().member(user);
    let role = member.map(|member| &member.role);
    grant.bound_to() == bound_to(context.view, role, user, context.through)
}

/// Whether the grant gives everything already and for good.
fn is_full(grant: &Grant, at: Timestamp) -> bool {
    let for_good = grant.period.end.is_none() && grant.period.covers(at);
    for_good && grant.rights == Rights::All && grant.scope == Scope::All && !grant.by_owner
}
