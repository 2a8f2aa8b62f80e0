//! The operator carries a request out: the change and the request's new state are one (S3-3).

use access::View;
use domain::{
    ChangeRequest, ChangeRequestId, Home, OrganizationId, Reason, RecordName, Refusal, RequestNews,
    RequestedChange, Scope,
};
use serde::Serialize;

use super::requested_events::requested_events;
use super::{must_be_from_outside, requested, save, wants};
use crate::grant_spec::must_be_acknowledged;
use crate::use_case::{Author, Context, Facts, Plan, UseCase, Want};

/// Applies a change request.
#[derive(Debug, Clone, Serialize)]
pub struct ApplyChangeRequest {
    pub organization: OrganizationId,
    pub id: ChangeRequestId,
    /// The etag that was read.
    pub etag: Option<String>,
    /// The caller knows that a grant on scope `all` opens everything.
    pub acknowledge_all: bool,
}

impl UseCase for ApplyChangeRequest {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn with_people(&self) -> bool {
        true
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        wants(self.home(), &self.id)
    }

    fn author(&self, _view: &View, facts: &Facts) -> Author {
        let name = RecordName::change_request(&self.id);
        let request = facts.record::<ChangeRequest>(&self.home(), &name);
        Author::Other(request.and_then(|request| request.requester.actor.clone()))
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let request = requested(context, &self.id, self.etag.as_deref())?;
        must_be_from_outside(context, request)?;
        request.must_be_open()?;
        let everything = grants_of(request).any(|scope| *scope == Scope::All);
        if everything {
            must_be_acknowledged(context, &Scope::All, self.acknowledge_all)?;
        }
        let (mut change, mut users) = (context.change(), context.users_change());
        let made = requested_events(context, request, &mut change, &mut users)
            .map_err(|refusal| stays_open(context, request, refusal))?;
        let applied = request.apply(context.who.clone(), made, context.moment)?;
        save(context, &mut change, applied, RequestNews::Applied);
        let users = (!users.events.is_empty()).then_some(users);
        Ok(Plan {
            changes: [change].into_iter().chain(users).collect(),
            secret: None,
        })
    }
}

fn grants_of(request: &ChangeRequest) -> impl Iterator<Item = &Scope> {
    let plans = match &*request.wanted {
        RequestedChange::CreateUser(creation) => creation.grants.as_slice(),
        RequestedChange::ChangeMember(change) => change.add_grants.as_slice(),
        RequestedChange::DeactivateMember { .. }
        | RequestedChange::ReactivateMember { .. }
        | RequestedChange::RaiseAdministratorLimit { .. } => &[],
    };
    plans.iter().map(|plan| &plan.scope)
}

/// Why it can't be applied, told to the operator: nothing of it is a fault of their call.
fn stays_open(context: &Context<'_>, request: &ChangeRequest, refusal: Refusal) -> Refusal {
    let reason = match refusal.reason {
        Reason::RightMissing
        | Reason::LegalRepresentativeRequired
        | Reason::RaisesSelf
        | Reason::AdministratorAbove
        | Reason::GivesMoreThanHeld => Reason::RequesterMayNoLonger,
        Reason::NotFound
        | Reason::FieldInvalid
        | Reason::RightUnknown
        | Reason::RightsDoNotApply => Reason::ChangeRequestOutdated,
        other => other,
    };
    let name = RecordName::change_request(&request.id).resource_name(context.home);
    let why = match reason {
        Reason::RequesterMayNoLonger => "who opened it may not ask for it any more. ",
        _ => "",
    };
    Refusal {
        reason,
        message: format!(
            "Change request {} ({name}) is not applied and stays open: {why}{}",
            request.number, refusal.message
        ),
        violations: Vec::new(),
        ..refusal
    }
}
