//! An operator takes a request up, so that who opened it sees that somebody works on it.

use access::View;
use domain::{ChangeRequestId, Home, OrganizationId, Refusal, RequestNews};
use serde::Serialize;

use super::{must_be_from_outside, requested, save, wants};
use crate::use_case::{Context, Plan, UseCase, Want};

/// Says that an operator works on a request.
#[derive(Debug, Clone, Serialize)]
pub struct StartChangeRequest {
    pub organization: OrganizationId,
    pub id: ChangeRequestId,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for StartChangeRequest {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        wants(self.home(), &self.id)
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let request = requested(context, &self.id, self.etag.as_deref())?;
        must_be_from_outside(context, request)?;
        let started = request.start(context.who.clone(), context.moment)?;
        let mut change = context.change();
        save(context, &mut change, started, RequestNews::Started);
        Ok(change.into())
    }
}
