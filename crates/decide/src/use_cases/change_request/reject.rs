//! The operator says no, and why.

use access::View;
use domain::{ChangeRequestId, Home, Note, OrganizationId, Refusal, RequestNews};
use serde::Serialize;

use super::{about, must_be_from_outside, requested, save, wants};
use crate::use_case::{Context, Plan, UseCase, Want};

/// Rejects a request, for good.
#[derive(Debug, Clone, Serialize)]
pub struct RejectChangeRequest {
    pub organization: OrganizationId,
    pub id: ChangeRequestId,
    /// Why: mailed to who opened it.
    pub reason: Note,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for RejectChangeRequest {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        wants(self.home(), &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let request = requested(context, &self.id, self.etag.as_deref())?;
        must_be_from_outside(context, request)?;
        let mut change = context.change();
        let reason = context.personal(&mut change, about(context, request), self.reason.as_str());
        let rejected = request.reject(context.who.clone(), reason, context.moment)?;
        save(context, &mut change, rejected, RequestNews::Rejected);
        Ok(change.into())
    }
}
