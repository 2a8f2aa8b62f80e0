//! May this user do that on this, and why?

use access::{Decision, Resource, View};
use domain::{OrganizationId, Refusal, RightName, Timestamp, UserId};

use super::reason::{AccessReason, reason};

/// May this user do that on this?
#[derive(Debug, Clone)]
pub struct Question {
    pub subject: UserId,
    pub organization: OrganizationId,
    pub resource: Resource,
    pub right: RightName,
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
    /// What the evaluator says of these states, and why.
    pub fn answer(&self, view: &View, at: Timestamp) -> Result<Answer, Refusal> {
        let decision = view.check(&self.subject, &self.resource, &self.right, at)?;
        let reason = reason(view, self, &decision, at);
        Ok(Answer { decision, reason })
    }
}
