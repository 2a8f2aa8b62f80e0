//! Somebody who manages users asks the operator for a change (S3-2, S3-14, S3-18, S3-22).

use access::View;
use domain::{
    Change, ChangeRequest, ChangeRequestId, Home, Note, OrganizationId, Reason, RecordName,
    Refusal, RequestNews, RequestedChange,
};
use serde::Serialize;

use super::judge::may_ask;
use super::requested_events::requested_events;
use super::spec::ChangeSpec;
use super::{known, save};
use crate::grant_spec;
use crate::preconditions::acting_user;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Opens a change request. Always open, whatever the change policy.
#[derive(Debug, Clone, Serialize)]
pub struct CreateChangeRequest {
    pub organization: OrganizationId,
    /// The id that the caller wants.
    pub id: Option<ChangeRequestId>,
    /// What is asked for.
    #[serde(rename = "wish")]
    pub spec: ChangeSpec,
    /// What the requester adds to it.
    pub note: Option<Note>,
}

impl UseCase for CreateChangeRequest {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let email = self.spec.email().cloned();
        let by_email = email.iter().cloned().map(Want::UserByEmail);
        let same = email.iter().cloned();
        let same = same.map(|email| Want::SameEmail(self.home(), email));
        let id = self.id.iter();
        let id = id.map(|id| Want::Record(self.home(), RecordName::change_request(id)));
        by_email.chain(same).chain(id).collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let asker = acting_user(context)?;
        let id = self.id(context)?;
        let mut change = context.change();
        let wanted = self.spec.settle(context, &mut change, asker)?;
        may_ask(context, asker, &wanted)?;
        let about = self.spec.about(context);
        let note = self
            .note
            .as_ref()
            .map(|note| context.personal(&mut change, about, note.as_str()));
        let number = context
            .organization()
            .last_request_number()
            .saturating_add(1);
        let who = context.who.clone();
        let request = ChangeRequest::new(id, number, who, wanted, note, context.moment);
        change.outcome.opened_products = grant_spec::opened(context, self.spec.scopes());
        save(context, &mut change, request, RequestNews::Opened);
        Ok(change.into())
    }

    /// What applying it now would do. Of a new user nothing: what it would do depends on whether the email has an
    /// account, and that is not told.
    fn foreseen(&self, context: &Context<'_>, plan: &Plan) -> Option<Vec<Change>> {
        let mut saved = plan.changes.iter().flat_map(Change::saved);
        let request = saved.find_map(<ChangeRequest as domain::Noun>::of)?;
        if matches!(*request.wanted, RequestedChange::CreateUser(_)) {
            return None;
        }
        let (mut change, mut users) = (context.change(), context.users_change());
        let carried = requested_events(context, request, &mut change, &mut users);
        carried.ok().map(|_| vec![change])
    }
}

impl CreateChangeRequest {
    fn id(&self, context: &Context<'_>) -> Result<ChangeRequestId, Refusal> {
        let Some(id) = &self.id else {
            return ChangeRequestId::parse(&context.seed.id("change-request", 0))
                .map_err(|invalid| Refusal::field("change_request_id", invalid.to_string()));
        };
        if known(context, id).is_none() {
            return Ok(id.clone());
        }
        let name = RecordName::change_request(id).resource_name(context.home);
        Err(Refusal::new(
            Reason::IdTaken,
            format!("{name} is there already; ids are never used again. Choose another, or leave it out."),
        )
        .about(name))
    }
}
