//! Who opened a request takes it back.

use access::View;
use domain::{
    ChangeRequestId, Home, OrganizationId, OrganizationRight, Reason, RecordName, Refusal,
    RequestNews,
};
use serde::Serialize;

use super::{known, requested, save, wants};
use crate::preconditions::acting_user;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Cancels a request, for good.
#[derive(Debug, Clone, Serialize)]
pub struct CancelChangeRequest {
    pub organization: OrganizationId,
    pub id: ChangeRequestId,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for CancelChangeRequest {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        wants(self.home(), &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        self.must_be_theirs(context)?;
        let request = requested(context, &self.id, self.etag.as_deref())?;
        let cancelled = request.cancel(context.moment)?;
        let mut change = context.change();
        save(context, &mut change, cancelled, RequestNews::Cancelled);
        Ok(change.into())
    }
}

impl CancelChangeRequest {
    /// Who may not read requests here learns nothing of which there are.
    fn must_be_theirs(&self, context: &Context<'_>) -> Result<(), Refusal> {
        let actor = acting_user(context)?;
        let holds = |right| context.view.holds(actor, right, context.moment.now);
        if !holds(OrganizationRight::View) {
            let home = self.organization.resource_name().to_string();
            return Err(Refusal::not_found(home));
        }
        let request = known(context, &self.id);
        if request.is_some_and(|request| request.requester.actor.as_ref() == Some(actor)) {
            return Ok(());
        }
        let name = RecordName::change_request(&self.id).resource_name(context.home);
        if request.is_none() && holds(OrganizationRight::ManageUsers) {
            return Err(Refusal::not_found(name));
        }
        Err(Refusal::new(
            Reason::RequesterRequired,
            format!(
                "A change request is cancelled by who opened it, which is not {}. Say in a comment why it \
                 should not be applied; the operator can reject it.",
                actor.resource_name()
            ),
        )
        .about(name))
    }
}
