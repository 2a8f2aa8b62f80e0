//! Both sides talk about a request: those who manage users of the organization, and the operator.

use access::View;
use domain::{
    ChangeRequest, ChangeRequestId, Comment, Home, Note, OrganizationId, OrganizationRight,
    Refusal, RequestNews,
};
use serde::Serialize;

use super::{about, found, must_be_from_outside, save, wants};
use crate::rules::rule_13::must_have_room_for_comment;
use crate::use_case::{Given, Plan, UseCase, Want};

/// Adds a comment to a request, in whatever state it is.
#[derive(Debug, Clone, Serialize)]
pub struct AddChangeRequestComment {
    /// Where.
    pub organization: OrganizationId,
    /// On which.
    pub id: ChangeRequestId,
    /// What is said.
    pub text: Note,
}

impl UseCase for AddChangeRequestComment {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        wants(self.home(), &self.id)
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let request = found(given, &self.id, None)?;
        let by_operator = !is_of_organization(given);
        if by_operator {
            must_be_from_outside(given, request)?;
        }
        must_have_room_for_comment(given, request)?;
        let mut change = given.change();
        let mut comments = request.comments.clone();
        comments.push(Comment {
            text: given.personal(&mut change, about(given, request), self.text.as_str()),
            author: given.who.clone(),
            by_operator,
            at: given.moment.now,
        });
        let news = RequestNews::Commented(request.comments.len());
        let commented = ChangeRequest {
            comments,
            stamp: request.stamp.touched(given.moment),
            ..request.clone()
        };
        save(given, &mut change, commented, news);
        Ok(change.into())
    }
}

/// An operator who manages users here speaks for the organization, not for the operator.
fn is_of_organization(given: &Given<'_>) -> bool {
    let right = OrganizationRight::ManageUsers;
    let actor = given.who.actor.as_ref();
    actor.is_some_and(|actor| given.view.holds(actor, right, given.moment.now))
}
