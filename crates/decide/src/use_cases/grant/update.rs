//! Changing a grant: checked on what it adds; taking away or shortening is open to whoever manages users.

use access::Delegation;
use domain::{
    Grant, GrantId, GrantPlan, Home, Note, OrganizationId, Period, RecordName, Refusal, Scope,
    Timestamp,
};
use serde::Serialize;

use super::{note_of, writable};
use crate::grant_spec;
use crate::named_rights::NamedRights;
use crate::partner_contacts::tell_of_mandate;
use crate::preconditions::must_be_seen;
use crate::rules::rule_01::way::{may_be, must_add_nothing_to_what_ended};
use crate::rules::rule_02::{is_of_mandate, mandate_must_not_be_all};
use crate::rules::rule_09::grants_must_be_direct;
use crate::taking::taken_from;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::edit::Edit;

/// Changes rights, scope, times or note of a grant.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateGrant {
    pub organization: OrganizationId,
    pub id: GrantId,
    pub rights: Edit<NamedRights>,
    /// On which products.
    pub scope: Edit<Scope>,
    pub start: Edit<Option<Timestamp>>,
    /// Until when.
    pub end: Edit<Option<Timestamp>>,
    pub note: Edit<Option<Note>>,
    /// The caller knows that the scope `all` opens everything.
    pub acknowledge_all: bool,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for UpdateGrant {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = &*writable(context, &self.id)?;
        must_be_seen(
            context,
            self.etag.as_deref(),
            old.stamp,
            &RecordName::grant(&self.id),
        )?;
        let plan = self.plan(context, old)?;
        must_add_nothing_to_what_ended(context, old, &plan)?;
        mandate_must_not_be_all(&old.subject, &plan.scope)?;
        let mut change = context.change();
        let mut grant = old.planned(plan, context.moment);
        // Narrowing a partnership is always open (rule 9).
        let (before, wanted) = (Delegation::of(old), Delegation::of(&grant));
        let adds = context.view.adds(&before, &wanted, context.moment.now);
        if adds || !is_of_mandate(&old.subject) {
            grants_must_be_direct(context)?;
        }
        if self.changes_access() {
            may_be(context, old, &grant)?;
        }
        if let Edit::Set(note) = &self.note {
            grant.note = note_of(context, &mut change, &old.subject, note.as_ref());
        }
        if self.changes_access() {
            taken_from(context, &mut change, &old.subject);
            change.outcome.opened_products = grant_spec::opened(context, [&grant.scope]);
            tell_of_mandate(context, &mut change, &old.subject);
        }
        change.save(grant);
        Ok(change.into())
    }
}

impl UpdateGrant {
    fn changes_access(&self) -> bool {
        self.rights.is_set() || self.scope.is_set() || self.start.is_set() || self.end.is_set()
    }

    /// What the grant is to be, if the catalog allows it.
    fn plan(&self, context: &Context<'_>, old: &Grant) -> Result<GrantPlan, Refusal> {
        let rights = match &self.rights {
            Edit::Keep => old.rights.clone(),
            Edit::Set(named) => named.resolve_over(&context.view.platform, [&old.rights])?,
        };
        let period = Period {
            start: self.start.over(&old.period.start),
            end: self.end.over(&old.period.end),
        };
        let plan = GrantPlan {
            rights,
            scope: self.scope.over(&old.scope),
            period,
        };
        grant_spec::must_be_a_period(plan.period)?;
        // What a grant named before goes on and can be narrowed, even where the catalog has dropped or retired it since.
        if !old.names(&plan) {
            let owner = grant_spec::owner(context, &plan.scope)?;
            grant_spec::must_apply(context, &plan, owner.as_ref())?;
            grant_spec::must_be_acknowledged(context, &plan.scope, self.acknowledge_all)?;
        }
        Ok(plan)
    }
}
