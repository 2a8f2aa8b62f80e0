//! The directory entry of a partner: kept by the partner itself, listed by the operator.

mod listing;
mod update;

pub use listing::{EnlistPartner, UnlistPartner};
pub use update::{NewContact, UpdatePartner};
