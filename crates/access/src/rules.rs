//! The rules that ask who holds what (`rules.md`): nobody gives what they do not hold, and what a scope may name.

mod applies;
mod areas;
mod contain;
mod gift;
mod label;

pub use gift::Gift;
