//! One call as the auth layer hands it over: who asks, under which rule, how.

use std::sync::Arc;
use std::time::Instant;

use domain::Who;

use crate::rule::Rule;

/// Who asks, under which rule, how.
#[derive(Debug, Clone)]
pub struct Call {
    /// Who.
    pub who: Who,
    /// The authorization option of the method.
    pub rule: Arc<Rule>,
    /// The caller's idempotency key (AIP-155), where it sent one.
    pub request_id: Option<String>,
    /// Answer what would happen and store nothing (AIP-163).
    pub validate_only: bool,
    /// Past it nothing is committed.
    pub deadline: Option<Instant>,
}

/// How fresh an answer must be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Consistency {
    /// From memory if that was proven current within five seconds.
    #[default]
    MinimizeLatency,
    /// At least what these tokens saw.
    AtLeastAsFresh(Vec<String>),
    /// Every write acknowledged before the question was sent.
    Fully,
}
