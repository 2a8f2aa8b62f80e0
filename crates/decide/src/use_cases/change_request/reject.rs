//! The operator says no, and why.

use access::View;
use domain::{
    ChangeRequest, ChangeRequestId, ChangeRequestState, Home, Note, OrganizationId, Refusal,
    RequestNews,
};
use serde::Serialize;

use super::{about, found, must_be_from_outside, save, wants};
use crate::use_case::{Given, Plan, UseCase, Want};

/// Rejects a request, for good.
#[derive(Debug, Clone, Serialize)]
pub struct RejectChangeRequest {
    /// Where.
    pub organization: OrganizationId,
    /// Which.
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

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let request = found(given, &self.id, self.etag.as_deref())?;
        must_be_from_outside(given, request)?;
        request.must_be_open()?;
        let mut change = given.change();
        let reason = given.personal(&mut change, about(given, request), self.reason.as_str());
        let rejected = ChangeRequest {
            state: ChangeRequestState::Rejected {
                by: given.who.clone(),
                at: given.moment.now,
                reason,
            },
            stamp: request.stamp.touched(given.moment),
            ..request.clone()
        };
        save(given, &mut change, rejected, RequestNews::Rejected);
        Ok(change.into())
    }
}
