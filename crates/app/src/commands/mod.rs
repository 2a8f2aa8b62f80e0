//! Commands that need more than their write: something read before it, or something done after it.

mod organization;
mod user;
