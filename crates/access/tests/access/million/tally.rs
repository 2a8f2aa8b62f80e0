//! What was asked and what came out of it: a sort of answer that never comes is one that nothing proves.

use std::collections::BTreeMap;

use access::DecisionReason;

const REASONS: [DecisionReason; 13] = [
    DecisionReason::Role,
    DecisionReason::Grant,
    DecisionReason::Team,
    DecisionReason::Partnership,
    DecisionReason::NotAMember,
    DecisionReason::UserInactive,
    DecisionReason::MemberInactive,
    DecisionReason::ProductUnknown,
    DecisionReason::NoPath,
    DecisionReason::Ended,
    DecisionReason::Managed,
    DecisionReason::OutOfReach,
    DecisionReason::AreaMissing,
];

/// Everything that is to be met besides, by name.
const MET: [&str; 16] = [
    "product",
    "group",
    "tag",
    "type",
    "future products",
    "bound grant",
    "grant of the type's owner",
    "bound place in a team",
    "grant of a mandate",
    "an end by itself",
    "the past as it was kept",
    "the past as it is folded",
    "a list told entry by entry",
    "a product in a list",
    "somebody in a list",
    "nothing in a list",
];

#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub(crate) decisions: u64,
    reasons: BTreeMap<DecisionReason, u64>,
    met: BTreeMap<&'static str, u64>,
}

impl Tally {
    pub(crate) fn decided(&mut self, reason: DecisionReason) {
        self.decisions += 1;
        *self.reasons.entry(reason).or_default() += 1;
    }

    pub(crate) fn until(&mut self, ends: bool) {
        self.count("an end by itself", usize::from(ends));
    }

    pub(crate) fn through(&mut self, what: &'static str) {
        self.count(what, 1);
    }

    pub(crate) fn count(&mut self, what: &'static str, times: usize) {
        assert!(MET.contains(&what), "{what}");
        *self.met.entry(what).or_default() += times as u64;
    }

    /// What never came up.
    pub(crate) fn missing(&self) -> Vec<String> {
        let reasons = REASONS.iter();
        let reasons = reasons.filter(|reason| !self.reasons.contains_key(reason));
        let met = MET.iter();
        let met = met.filter(|what| self.met.get(*what).is_none_or(|times| *times == 0));
        let reasons = reasons.map(|reason| format!("{reason:?}"));
        reasons.chain(met.map(|what| (*what).to_owned())).collect()
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (reason, times) in &self.reasons {
            writeln!(to, "{times:>12} {reason:?}")?;
        }
        writeln!(to, "of which, or besides:")?;
        for (what, times) in &self.met {
            writeln!(to, "{times:>12} {what}")?;
        }
        Ok(())
    }
}
