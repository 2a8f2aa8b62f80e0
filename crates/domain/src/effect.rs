//! What a previewed change would do: who gains or loses which right on how many products.

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
