//! The rules that ask who holds what (`rules.md`): nobody gives what they do not hold, and what a scope may name.

mod applies;
mod areas;
mod assign;
mod contain;
mod gift;
mod holdings;
mod label;
mod lift;
mod rule_01;

pub use gift::Gift;
pub use rule_01::{Invited, Judged, Raised, Step, invitations_reached};
