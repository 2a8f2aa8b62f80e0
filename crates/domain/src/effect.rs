//! What a previewed change would do: who gains or loses which right on how many products.

use std::collections::BTreeMap;

use crate::UserId;

/// One person and one right.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct EffectLine {
    /// The person.
    pub user: UserId,
    /// `type/right`, or `organization/right` for one on the organization itself.
    pub right: String,
    /// On how many products more (or 1 for the organization).
    pub gained: u32,
    /// On how many products less (or 1 for the organization).
    pub lost: u32,
}

/// What a previewed change would do, each person and right that changes once, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Effect {
    /// The lines.
    pub lines: Vec<EffectLine>,
}

impl Effect {
    /// Adds what the change would do in another organization: each person and right stays one line.
    pub fn add(&mut self, other: Self) {
        let mut counts: BTreeMap<(UserId, String), (u32, u32)> = BTreeMap::new();
        for line in self.lines.drain(..).chain(other.lines) {
            let (gained, lost) = counts.entry((line.user, line.right)).or_default();
            *gained += line.gained;
            *lost += line.lost;
        }
        let lines = counts.into_iter();
        self.lines = lines
            .map(|((user, right), (gained, lost))| EffectLine {
                user,
                right,
                gained,
                lost,
            })
            .collect();
    }
}
