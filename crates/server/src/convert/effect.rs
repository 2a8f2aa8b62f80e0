//! The effect of a previewed change on the wire.

use std::collections::BTreeSet;

use decide::shown_effect::ShownEffect;
use domain::{EffectLine, UserId};
use grantor::v1;

use super::shortened::{MAX_LIST, shortened};

/// Who would gain or lose what. The counts stay exact where the lines are shortened.
pub(crate) fn effect_to_proto(effect: &ShownEffect) -> v1::Effect {
    let lines = effect.lines.lines.iter();
    let (lines, left_out) = shortened(MAX_LIST, lines, line_to_proto);
    v1::Effect {
        lines,
        gaining_user_count: count(&effect.gaining),
        losing_user_count: count(&effect.losing),
        shortened: left_out > 0,
    }
}

fn line_to_proto(line: &EffectLine) -> v1::EffectLine {
    v1::EffectLine {
        user: line.user.resource_name().to_string(),
        right: line.right.clone(),
        gained: line.gained.into(),
        lost: line.lost.into(),
    }
}

fn count(users: &BTreeSet<UserId>) -> i64 {
    i64::try_from(users.len()).unwrap_or(i64::MAX)
}
