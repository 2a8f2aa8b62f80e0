//! Where are use cases tried without a database? In a world that is kept in memory, through the doors that `proto/`
//! says.

mod methods;
mod world;

pub(crate) use methods::rule;
pub(crate) use world::{ACCOUNT, World};
