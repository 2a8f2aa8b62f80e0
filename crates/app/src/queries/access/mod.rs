//! Who may do what on what? Check and batch; the lists and the reasons in words have files of their own.

mod accessors;
mod batch;
mod explain;
mod products;
mod reason;
mod rights;

pub use accessors::{Accessor, ListAccessors};
pub use batch::Batch;
pub use explain::{Explained, Missing, Way};
pub use products::{AccessibleProducts, ListAccessibleProducts};
pub use reason::AccessReason;
pub use rights::{HeldRight, ListedRights};

use access::{Decision, Resource, View};
use domain::{Home, OrganizationId, Refusal, Timestamp, UserId};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;

/// May this user do that on this?
#[derive(Debug, Clone)]
pub struct Question {
    /// Who.
    pub subject: UserId,
    /// Where.
    pub organization: OrganizationId,
    /// On what.
    pub resource: Resource,
    /// What, bare or as `type/right`.
    pub right: String,
}

/// The answer to a question.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What the evaluator says.
    pub decision: Decision,
    /// Why, as finely as it can be told.
    pub reason: AccessReason,
}

impl Question {
    fn answer(&self, view: &View, at: Timestamp) -> Result<Answer, Refusal> {
        let decision = view.check(&self.subject, &self.resource, &self.right, at)?;
        let reason = reason::reason(view, self, &decision, at);
        Ok(Answer { decision, reason })
    }
}

impl App {
    /// Answers one question.
    pub async fn check_access(
        &self,
        call: &Call,
        question: &Question,
        consistency: &Consistency,
    ) -> Result<(Answer, Seen), Error> {
        let seen = self
            .ask(call, &question.organization, &question.subject, consistency)
            .await?;
        let answer = question.answer(&seen.view, seen.at)?;
        Ok((answer, seen))
    }

    /// The states to answer a question about this user from, if the caller may ask it.
    async fn ask(
        &self,
        call: &Call,
        organization: &OrganizationId,
        subject: &UserId,
        consistency: &Consistency,
    ) -> Result<Seen, Error> {
        let home = Home::Organization(organization.clone());
        self.see(call, &home, Some(subject), consistency).await
    }
}
