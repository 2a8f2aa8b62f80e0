//! Where are use cases tried without a database? In a world that is kept in memory, through the doors that `proto/`
//! says. What is asked around a decision (the link that is brought, what who may not know of a thing hears) is not asked
//! here.

mod methods;
mod world;

pub(crate) use methods::rule;
pub(crate) use world::{ACCOUNT, World};
