//! The rules by their number, and what is asked of every change of an organization after its use case decided.

pub(crate) mod bound;
pub(crate) mod former_people;
pub(crate) mod manager;
pub(crate) mod rule_01;
pub(crate) mod rule_02;
pub(crate) mod rule_03;
pub mod rule_04;
pub(crate) mod rule_05;
pub(crate) mod rule_06;
pub(crate) mod rule_07;
pub(crate) mod rule_08;
pub(crate) mod rule_09;
pub(crate) mod rule_10;
pub(crate) mod rule_11;
pub(crate) mod rule_12;
pub(crate) mod rule_13;
pub mod way_in;
