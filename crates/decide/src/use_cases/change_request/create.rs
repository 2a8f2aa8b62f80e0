//! Somebody who manages users asks the operator for a change (S3-2, S3-14, S3-18, S3-22).

use access::View;
use domain::{
    Change, ChangeRequest, ChangeRequestId, ChangeRequestState, Home, Note, OrganizationId, Reason,
    RecordName, Refusal, RequestNews, RequestedChange, Stamp,
};
use serde::Serialize;

use super::carry_out::carry_out;
use super::judge::may_ask;
use super::wish::ChangeWish;
use super::{known, save};
use crate::use_case::{Given, Plan, UseCase, Want};
use crate::use_cases::found::acting_user;
use crate::use_cases::giving;

/// Opens a change request. Always open, whatever the change policy.
#[derive(Debug, Clone, Serialize)]
pub struct CreateChangeRequest {
    /// Where.
    pub organization: OrganizationId,
    /// The id that the caller wants.
    pub id: Option<ChangeRequestId>,
    /// What is asked for.
    pub wish: ChangeWish,
    /// What the requester adds to it.
    pub note: Option<Note>,
}

impl UseCase for CreateChangeRequest {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let email = self.wish.email().cloned();
        let by_email = email.iter().cloned().map(Want::UserByEmail);
        let same = email.iter().cloned();
        let same = same.map(|email| Want::SameEmail(self.home(), email));
        let id = self.id.iter();
        let id = id.map(|id| Want::Record(self.home(), RecordName::change_request(id)));
        by_email.chain(same).chain(id).collect()
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let asker = acting_user(given)?;
        let id = self.id(given)?;
        let mut change = given.change();
        let wanted = self.wish.settle(given, &mut change, asker)?;
        may_ask(given, asker, &wanted)?;
        let about = self.wish.about(given);
        let note = self
            .note
            .as_ref()
            .map(|note| given.personal(&mut change, about, note.as_str()));
        let request = ChangeRequest {
            id,
            number: given.organization().last_request_number().saturating_add(1),
            requester: given.who.clone(),
            wanted,
            note,
            comments: Vec::new(),
            state: ChangeRequestState::Open,
            stamp: Stamp::new(given.moment),
        };
        change.outcome.opened_products = giving::opened(given, self.wish.scopes());
        save(given, &mut change, request, RequestNews::Opened);
        Ok(change.into())
    }

    /// What applying it now would do. Of a new user nothing: what it would do depends on whether the email has an
    /// account, and that is not told.
    fn foreseen(&self, given: &Given<'_>, plan: &Plan) -> Option<Vec<Change>> {
        let mut saved = plan.changes.iter().flat_map(Change::saved);
        let request = saved.find_map(<ChangeRequest as domain::Noun>::of)?;
        if matches!(request.wanted, RequestedChange::CreateUser(_)) {
            return None;
        }
        let (mut change, mut users) = (given.change(), given.users_change());
        let carried = carry_out(given, request, &mut change, &mut users);
        carried.ok().map(|_| vec![change])
    }
}

impl CreateChangeRequest {
    fn id(&self, given: &Given<'_>) -> Result<ChangeRequestId, Refusal> {
        let Some(id) = &self.id else {
            return ChangeRequestId::parse(&given.draw.id("change-request", 0))
                .map_err(|invalid| Refusal::field("change_request_id", invalid.to_string()));
        };
        if known(given, id).is_none() {
            return Ok(id.clone());
        }
        let name = RecordName::change_request(id).resource_name(given.home);
        Err(Refusal::new(
            Reason::IdTaken,
            format!("{name} is there already; ids are never used again. Choose another, or leave it out."),
        )
        .about(name))
    }
}
