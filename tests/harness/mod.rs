//! A server of its own for each test, and actors who call it.

mod actor;
mod catalog;
mod make;
mod world;

pub use actor::{Actor, Answer, Refused};
pub use make::*;
pub use world::{Setup, World};
