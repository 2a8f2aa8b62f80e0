//! What is asked of every change of an organization after its use case decided, whichever that was.

pub(crate) mod bound;
pub(crate) mod former_people;
pub(crate) mod rule_01;
