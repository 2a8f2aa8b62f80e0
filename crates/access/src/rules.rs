//! The rules that ask who holds what (`rules.md`): nobody gives what they do not hold, and what a scope may name.

mod applies;
mod areas;
mod assign;
mod contain;
mod gift;
mod holdings;
mod label;
mod lift;

pub use gift::Gift;
