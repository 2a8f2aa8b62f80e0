//! Of which states is an answer asked: those of now, as fresh as said, or those of then?

use std::ops::RangeInclusive;

use app::{AsOf, Consistency, When};
use grantor::v1;

use crate::fields::Fields;

/// How many tokens a question may rest on.
pub(crate) const TOKENS: RangeInclusive<usize> = 1..=100;

impl Fields {
    pub(crate) fn consistency(
        &mut self,
        consistency: Option<v1::Consistency>,
    ) -> Option<Consistency> {
        use v1::consistency::Requirement;
        Some(
            match consistency.and_then(|consistency| consistency.requirement) {
                None | Some(Requirement::MinimizeLatency(())) => Consistency::MinimizeLatency,
                Some(Requirement::FullyConsistent(())) => Consistency::Fully,
                Some(Requirement::AtLeastAsFresh(seen)) => {
                    if !TOKENS.contains(&seen.tokens.len()) {
                        self.reject(
                            "consistency.at_least_as_fresh.tokens",
                            "must hold 1 to 100 tokens",
                        );
                        return None;
                    }
                    Consistency::AtLeastAsFresh(seen.tokens)
                }
            },
        )
    }

    /// Of which states an answer is asked.
    pub(crate) fn when(
        &mut self,
        consistency: Option<v1::Consistency>,
        at_time: Option<prost_types::Timestamp>,
        at_revision: i64,
    ) -> Option<When> {
        match self.as_of(consistency.is_some(), at_time, at_revision)? {
            None => self.consistency(consistency).map(When::Now),
            Some(as_of) => Some(When::Then(as_of)),
        }
    }

    /// A state that is past, if one is asked for.
    pub(crate) fn as_of(
        &mut self,
        has_consistency: bool,
        at_time: Option<prost_types::Timestamp>,
        at_revision: i64,
    ) -> Option<Option<AsOf>> {
        let time = self.timestamp("at_time", at_time)?;
        let revision = self.revision("at_revision", at_revision)?;
        let as_of = match (time, revision) {
            (Some(_), Some(_)) => {
                self.reject(
                    "at_revision",
                    "must be left out beside at_time: say one of them",
                );
                return None;
            }
            (time, revision) => time.map(AsOf::Time).or(revision.map(AsOf::Revision)),
        };
        if as_of.is_some() && has_consistency {
            self.reject(
                "consistency",
                "must be left out beside at_time and at_revision: what was is the same however fresh",
            );
            return None;
        }
        Some(as_of)
    }

    /// A revision; 0 is none.
    fn revision(&mut self, field: &str, revision: i64) -> Option<Option<u64>> {
        match u64::try_from(revision) {
            Ok(0) => Some(None),
            Ok(revision) => Some(Some(revision)),
            Err(_) => {
                self.reject(field, "must not be negative; 0 means not set");
                None
            }
        }
    }
}
