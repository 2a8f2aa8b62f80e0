//! What the answer of every change carries: the token that sees it, or the effect that it would have.

use app::Done;
use domain::OrganizationId;
use grantor::v1;

use super::effect::effect_to_proto;

/// The consistency token; a preview changed nothing that could be seen.
pub(crate) fn consistency_token(done: &Done) -> String {
    if done.effect.is_some() {
        String::new()
    } else {
        done.token.clone()
    }
}

/// Who would gain or lose what, of a preview.
pub(crate) fn effect(done: &Done) -> Option<v1::Effect> {
    done.effect.as_ref().map(effect_to_proto)
}

/// The organization that was changed.
pub(crate) fn organization(done: &Done) -> Option<&OrganizationId> {
    done.change().and_then(|change| change.home.organization())
}

/// A revision or count on the wire.
pub(crate) fn number(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
