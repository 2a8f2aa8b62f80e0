//! Whom an organization shuts out, and how they are let in again.

mod lift;
mod shut;

pub use lift::LiftShutOut;
pub use shut::ShutOutUser;
