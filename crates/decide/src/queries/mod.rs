//! What states answer by themselves: who may do what and why, and what may be done.

pub mod access;
pub mod member_access;
pub mod member_actions;
pub mod member_summary;
pub mod role_matrix;
pub mod shown_role;
