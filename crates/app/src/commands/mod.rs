//! Commands that need more than their write: something read before it, or something done after it.

mod invitation;
mod organization;
mod partnership;
mod user;
