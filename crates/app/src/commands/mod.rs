//! Commands that need more than their write: something read before it, something done after it, or another answer.

pub(crate) mod invitation;
mod organization;
pub(crate) mod partnership;
mod user;
