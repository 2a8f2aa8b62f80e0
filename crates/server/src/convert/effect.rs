//! The effect of a previewed change on the wire.

use std::collections::BTreeSet;

use app::Told;
use domain::{Effect, EffectLine};
use grantor::v1;

/// The most lines; the counts stay exact where the lines are shortened.
const MAX_LINES: usize = 10_000;

/// Who would gain or lose what.
pub(crate) fn effect_to_proto(effect: &Effect, told: &Told) -> v1::Effect {
    let lines = effect.lines.iter().filter(|line| told.about(&line.user));
    v1::Effect {
        lines: lines.take(MAX_LINES).map(line_to_proto).collect(),
        gaining_user_count: users(effect, |line| line.gained > 0),
        losing_user_count: users(effect, |line| line.lost > 0),
        shortened: effect.lines.len() > MAX_LINES,
    }
}

fn line_to_proto(line: &EffectLine) -> v1::EffectLine {
    v1::EffectLine {
        user: format!("users/{}", line.user),
        right: line.right.clone(),
        gained: line.gained.into(),
        lost: line.lost.into(),
    }
}

fn users(effect: &Effect, counts: impl Fn(&EffectLine) -> bool) -> i64 {
    let users: BTreeSet<_> = effect
        .lines
        .iter()
        .filter(|line| counts(line))
        .map(|line| &line.user)
        .collect();
    i64::try_from(users.len()).unwrap_or(i64::MAX)
}
