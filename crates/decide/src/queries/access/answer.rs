//! May they, and why? The evaluator's decision, with the reason for it.

use access::{Decision, View};
use domain::{Refusal, Timestamp};

use super::question::Question;
use super::reason::{AccessReason, reason};

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
        let reason = reason(view, self, &decision);
        Ok(Answer { decision, reason })
    }
}
