//! What a previewed change would do: who gains or loses which right on how many products.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

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
    /// On how many of these by a partner's mandate alone: what the person is at the partner decides it.
    pub by_mandate: u32,
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
        let mut lines: BTreeMap<(UserId, String), EffectLine> = BTreeMap::new();
        for line in self.lines.drain(..).chain(other.lines) {
            let key = (line.user.clone(), line.right.clone());
            match lines.entry(key) {
                Entry::Vacant(place) => {
                    place.insert(line);
                }
                Entry::Occupied(mut known) => {
                    let known = known.get_mut();
                    known.gained += line.gained;
                    known.by_mandate += line.by_mandate;
                    known.lost += line.lost;
                }
            }
        }
        self.lines = lines.into_values().collect();
    }
}
