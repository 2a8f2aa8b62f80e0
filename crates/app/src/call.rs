//! One call as the auth layer hands it over: who asks, under which rule, how.

use std::sync::Arc;
use std::time::Instant;

use decide::rule::Rule;
use domain::{Caller, Home, Refusal, Who};

use crate::admission::Place;

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
    /// What it holds while it works; nothing where nobody waits for it.
    pub place: Option<Arc<Place>>,
}

impl Call {
    /// It may be, and is about this home: there is a place for it there, or it is refused as it is.
    pub(crate) fn enter(&self, home: &Home) -> Result<(), Refusal> {
        self.place
            .as_ref()
            .map_or(Ok(()), |place| place.enter(home))
    }

    /// What Grantor does by itself because of this call, which is allowed: under its method, in nobody's name, always.
    pub(crate) fn of_itself(&self) -> Self {
        let rule = Rule {
            method: self.rule.method.clone(),
            any_caller: true,
            ..Rule::default()
        };
        let who = Who {
            actor: None,
            caller: self.who.caller.clone(),
        };
        Self {
            who,
            rule: Arc::new(rule),
            request_id: None,
            validate_only: false,
            ..self.clone()
        }
    }

    /// Whose request ids these are: an account's, with whichever of its keys it calls.
    pub(crate) fn account(&self) -> &str {
        match &self.who.caller {
            Caller::Service { account, .. } => account.as_str(),
            // No id has a space.
            Caller::CommandLine => "command line",
            Caller::LinkPage => "link page",
        }
    }
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
