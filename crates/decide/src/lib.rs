//! What is allowed, as pure functions of states, facts, a command and a moment. Nothing here waits, reads or looks at a clock.

#[cfg(test)]
mod acme;
#[cfg(test)]
mod attacker;
pub mod judging;
pub mod key_text;
pub mod links;
#[cfg(test)]
mod memory;
pub mod named_rights;
pub mod queries;
pub mod rule;
pub mod rules;
pub mod seed;
pub mod shown_effect;
pub mod use_case;
pub mod use_cases;
pub mod visible;
