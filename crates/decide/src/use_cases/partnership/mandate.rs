//! Changes what an active partnership gives, all of it at once.

use std::sync::Arc;

use access::{Delegation, View};
use domain::{
    AccessLevel, Grant, GrantPlan, Home, OrganizationId, Partnership, PartnershipId, RecordName,
    Refusal, Subject,
};
use serde::Serialize;

use super::{Terms, existing, wants};
use crate::grant_spec::new_grant;
use crate::partner_contacts::tell_of_change;
use crate::preconditions::{acting_user, must_be_seen};
use crate::rules::rule_01::delegation::delegation;
use crate::rules::rule_09::must_be_direct;
use crate::taking::remove_grant;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Changes what a partnership gives.
#[derive(Debug, Clone, Serialize)]
pub struct ChangeMandate {
    pub organization: OrganizationId,
    pub id: PartnershipId,
    /// What it gives from now on.
    pub terms: Terms,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for ChangeMandate {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        wants(self.home(), view, &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let partnership = existing(context, &self.id)?;
        let name = RecordName::partnership(&self.id);
        must_be_seen(context, self.etag.as_deref(), partnership.stamp, &name)?;
        partnership.must_be_active()?;
        let plans = self.terms.plans(context, "limited.grants")?;
        let mandate = Mandate::of(context, partnership);
        // Narrowing is always open (rule 9).
        if !mandate.contains(context, self.terms.level(), &plans) {
            must_be_direct(context)?;
        }
        let mut change = context.change();
        for grant in &mandate.grants {
            remove_grant(&mut change, grant);
        }
        let changed = partnership.give(self.terms.level(), context.moment)?;
        tell_of_change(context, &mut change, &changed);
        change.save(changed);
        let subject = Subject::Partnership(self.id.clone());
        for plan in plans.into_iter().enumerate() {
            change.save(new_grant(context, &subject, plan, context.who)?);
        }
        Ok(change.into())
    }
}

/// What a partnership gives before the change.
struct Mandate {
    level: AccessLevel,
    grants: Vec<Arc<Grant>>,
}

impl Mandate {
    fn of(context: &Context<'_>, partnership: &Partnership) -> Self {
        let view = context.view;
        let subject = Subject::Partnership(partnership.id.clone());
        Self {
            level: partnership.access,
            grants: view.organization.grants_of(&subject).collect(),
        }
    }

    /// Whether that gives nothing that this does not give already.
    fn contains(&self, context: &Context<'_>, level: AccessLevel, plans: &[GrantPlan]) -> bool {
        match (self.level, level) {
            (AccessLevel::Full { .. }, AccessLevel::Limited) => true,
            (AccessLevel::Full { .. }, AccessLevel::Full { .. }) => {
                self.level.entrusts_wallet() || !level.entrusts_wallet()
            }
            (AccessLevel::Limited, AccessLevel::Full { .. }) => false,
            (AccessLevel::Limited, AccessLevel::Limited) => {
                plans.iter().all(|plan| self.contains_grant(context, plan))
            }
        }
    }

    fn contains_grant(&self, context: &Context<'_>, plan: &GrantPlan) -> bool {
        let (view, now) = (context.view, context.moment.now);
        let mut grants = self.grants.iter();
        grants.any(|grant| !view.adds(&Delegation::of(grant), &delegation(context, plan), now))
    }
}
