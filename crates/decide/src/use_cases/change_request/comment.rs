//! Both sides talk about a request: those who manage users of the organization, and the operator.

use access::View;
use domain::{
    ChangeRequestId, Comment, Home, Note, OrganizationId, OrganizationRight, Refusal, RequestNews,
};
use serde::Serialize;

use super::{about, must_be_from_outside, requested, save, wants};
use crate::rules::rule_13::must_have_room_for_comment;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Adds a comment to a request, in whatever state it is.
#[derive(Debug, Clone, Serialize)]
pub struct AddChangeRequestComment {
    pub organization: OrganizationId,
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

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let request = requested(context, &self.id, None)?;
        let by_operator = !is_of_organization(context);
        if by_operator {
            must_be_from_outside(context, request)?;
        }
        must_have_room_for_comment(context, request)?;
        let mut change = context.change();
        let comment = Comment {
            text: context.personal(&mut change, about(context, request), self.text.as_str()),
            author: context.who.clone(),
            by_operator,
            at: context.moment.now,
        };
        let news = RequestNews::Commented(request.comments.len());
        let commented = request.commented(comment, context.moment);
        save(context, &mut change, commented, news);
        Ok(change.into())
    }
}

/// An operator who manages users here speaks for the organization, not for the operator.
fn is_of_organization(context: &Context<'_>) -> bool {
    let right = OrganizationRight::ManageUsers;
    let actor = context.who.actor.as_ref();
    actor.is_some_and(|actor| context.view.holds(actor, right, context.moment.now))
}
