//! Gives a member every right on all products, now and later, in one call (S2-22).

use domain::{
    Grant, GrantPlan, Home, OrganizationId, Period, RecordName, Refusal, Rights, Scope, Subject,
    UserId,
};
use serde::Serialize;

use super::doing;
use crate::grant_spec;
use crate::rules::bound::bound_to;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase};

/// Gives a member every right on all products, beside what they have.
#[derive(Debug, Clone, Serialize)]
pub struct GrantFullAccess {
    pub organization: OrganizationId,
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
        grant_spec::must_be_acknowledged(context, &Scope::All, self.acknowledge_all)?;
        let subject = Subject::Member(self.user.clone());
        let mut held = context
            .organization()
            .grants_of(&subject)
            .filter(|grant| grant.is_full(context.moment.now) && lasts(context, grant, &self.user));
        let mut change = context.change();
        change.outcome.opened_products = grant_spec::opened(context, [&Scope::All]);
        if let Some(held) = held.next() {
            change.outcome.about = Some(RecordName::grant(&held.id));
            return Ok(change.into());
        }
        let everything = GrantPlan {
            rights: Rights::All,
            scope: Scope::All,
            period: Period::default(),
        };
        let grant = grant_spec::new_grant(context, &subject, (0, everything), context.who)?;
        change.outcome.about = Some(RecordName::grant(&grant.id));
        change.save(grant);
        Ok(change.into())
    }
}

/// Whether it would end with the same partnerships as one that is given now; else it may count no more, or not long.
fn lasts(context: &Context<'_>, grant: &Grant, user: &UserId) -> bool {
    let member = context.organization().member(user);
    let role = member.map(|member| &member.role);
    grant.bound_to() == bound_to(context.view, role, user, context.through)
}
