//! The rules that ask who holds what (`rules.md`): nobody gives what they do not hold, and what a scope may name.

mod applies;
mod areas;
mod assign;
mod contain;
mod delegation;
mod holdings;
mod label;
mod lift;
mod rule_01;

pub use delegation::Delegation;
pub use label::Labelling;
pub use rule_01::{Invited, Judged, Raised, Transition, invitations_reached};
