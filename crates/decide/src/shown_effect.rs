//! What would a change do, as far as the caller may see it?

use std::collections::BTreeSet;

use domain::{Effect, EffectLine, UserId};

/// What a previewed change would do, as far as the caller may see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ShownEffect {
    /// Who gains or loses what, of whom it is shown.
    pub lines: Effect,
    /// Everybody who gains anything.
    pub gaining: BTreeSet<UserId>,
    /// Everybody who loses anything.
    pub losing: BTreeSet<UserId>,
}

impl ShownEffect {
    /// All of the effect counts; only these lines are shown.
    pub(crate) fn new(effect: Effect, shows: impl Fn(&EffectLine) -> bool) -> Self {
        let mut shown = Self::default();
        for line in effect.lines {
            if line.gained > 0 {
                shown.gaining.insert(line.user.clone());
            }
            if line.lost > 0 {
                shown.losing.insert(line.user.clone());
            }
            if shows(&line) {
                shown.lines.lines.push(line);
            }
        }
        shown
    }

    /// Adds what the change would do in another organization.
    pub fn add(&mut self, other: Self) {
        self.lines.add(other.lines);
        self.gaining.extend(other.gaining);
        self.losing.extend(other.losing);
    }
}
