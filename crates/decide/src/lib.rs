//! What is allowed, as pure functions of states, facts, a command and a moment. Nothing here waits, reads or looks at a clock.

#[cfg(test)]
mod acme;
#[cfg(test)]
mod attacker;
pub(crate) mod etag;
pub mod grant_spec;
pub(crate) mod holders;
pub mod judging;
pub mod key_text;
pub mod link;
pub mod links;
#[cfg(test)]
mod memory;
pub mod named_rights;
pub(crate) mod partner_contacts;
pub mod person;
pub(crate) mod preconditions;
pub(crate) mod promotion;
pub mod queries;
pub mod rule;
pub mod rules;
pub mod seed;
pub mod shown_effect;
pub(crate) mod taking;
pub mod use_case;
pub(crate) mod use_case_name;
pub mod use_cases;
pub mod visible;
