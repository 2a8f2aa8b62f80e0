//! How fresh must an answer be? As the API's `Consistency`, by flags.

use clap::Args;
use grantor::v1;
use v1::consistency::Requirement;

/// How fresh the answer must be; without a flag, at most 5 seconds old.
#[derive(Debug, Clone, Args)]
pub(super) struct Fresh {
    /// See every change that was acknowledged before this was asked.
    #[arg(long, conflicts_with = "after")]
    fresh: bool,
    /// See at least what this consistency token saw, such as that of a change; can be said several times.
    #[arg(long, value_name = "TOKEN")]
    after: Vec<String>,
}

impl Fresh {
    pub(super) fn consistency(&self) -> Option<v1::Consistency> {
        let requirement = if self.fresh {
            Requirement::FullyConsistent(())
        } else if self.after.is_empty() {
            return None;
        } else {
            at_least(self.after.clone())
        };
        Some(v1::Consistency {
            requirement: Some(requirement),
        })
    }
}

/// Nothing older than these saw.
pub(super) fn at_least(tokens: Vec<String>) -> Requirement {
    Requirement::AtLeastAsFresh(v1::AtLeastAsFresh { tokens })
}
