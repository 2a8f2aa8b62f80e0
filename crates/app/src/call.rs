//! One call as the auth layer hands it over: who asks, under which rule, how.

use std::sync::Arc;
use std::time::Instant;

use aws_lc_rs::digest;
use decide::rule::Rule;
use domain::{Caller, Home, OrganizationId, Refusal, Timestamp, UserId, Who};
use serde::Serialize;

use crate::admission::Permit;

/// A request that may come again (AIP-155).
#[derive(Debug, Clone)]
pub struct SentRequest {
    /// The caller's idempotency key.
    pub id: String,
    /// SHA-256 of the message without that key and whether it is a preview, as protobuf encodes it.
    digest: [u8; 32],
}

impl SentRequest {
    /// The request of this id; `message` is encoded without it, and without whether it is a preview.
    pub fn new(id: &str, message: &[u8]) -> Self {
        Self {
            id: id.to_owned(),
            digest: sha256(message),
        }
    }

    /// What the same request is known by: the method, who it is made for, and the message.
    pub(crate) fn hash(&self, method: &str, actor: Option<&UserId>) -> [u8; 32] {
        let mut said = Vec::new();
        for part in [method, actor.map_or("", UserId::as_str)] {
            said.extend(part.as_bytes());
            // No method and no id has a zero byte.
            said.push(0);
        }
        said.extend(self.digest);
        sha256(&said)
    }
}

pub(crate) fn sha256(bytes: &[u8]) -> [u8; 32] {
    let mut hash = [0; 32];
    hash.copy_from_slice(digest::digest(&digest::SHA256, bytes).as_ref());
    hash
}

/// Who asks, under which rule, how.
#[derive(Debug, Clone)]
pub struct Call {
    pub who: Who,
    /// The authorization option of the method.
    pub rule: Arc<Rule>,
    /// What a retry is known by, where the caller sent an id.
    pub request: Option<SentRequest>,
    /// Answer what would happen and store nothing (AIP-163).
    pub validate_only: bool,
    /// Past it nothing is committed.
    pub deadline: Option<Instant>,
    /// What it holds while it works; nothing where nobody waits for it.
    pub place: Option<Arc<Permit>>,
}

impl Call {
    /// It may be, and is about this home: there is a place for it there, or it is refused as it is.
    pub(crate) fn enter(&self, home: &Home) -> Result<(), Refusal> {
        self.place
            .as_ref()
            .map_or(Ok(()), |place| place.enter(home))
    }

    /// A question of it is about this organization, and may be asked there: there is room for it, or it is refused as it is.
    pub(crate) fn ask_about(&self, organization: &OrganizationId) -> Result<(), Refusal> {
        self.place
            .as_ref()
            .map_or(Ok(()), |place| place.ask_about(organization))
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
            request: None,
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

/// Of which states an answer is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    /// Of the present ones.
    Now(Consistency),
    /// Of those that were.
    Then(AsOf),
}

impl When {
    /// How fresh the states must be on which it is decided who may ask.
    pub(crate) fn consistency(&self) -> &Consistency {
        match self {
            Self::Now(consistency) => consistency,
            Self::Then(_) => &Consistency::MinimizeLatency,
        }
    }
}

/// A state that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum AsOf {
    /// At this time, with all that was done up to then.
    Time(Timestamp),
    /// After the change that made this revision of the organization.
    Revision(u64),
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
    /// The same of a question about several organizations, which was sent when the engine's age clock said so: what was
    /// read since counts for each of them.
    FullySince(u64),
}
