//! The effect of a previewed change on the wire.

use std::collections::BTreeSet;

use app::ShownEffect;
use domain::{EffectLine, UserId};
use grantor::v1;

/// The most lines; the counts stay exact where the lines are shortened.
const MAX_LINES: usize = 10_000;

/// Who would gain or lose what.
pub(crate) fn effect_to_proto(effect: &ShownEffect) -> v1::Effect {
    let lines = &effect.lines.lines;
    v1::Effect {
        lines: lines.iter().take(MAX_LINES).map(line_to_proto).collect(),
        gaining_user_count: count(&effect.gaining),
        losing_user_count: count(&effect.losing),
        shortened: lines.len() > MAX_LINES,
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

fn count(users: &BTreeSet<UserId>) -> i64 {
    i64::try_from(users.len()).unwrap_or(i64::MAX)
}
