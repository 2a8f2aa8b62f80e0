//! Who may do what on what, and why?

mod answer;
mod explain;
mod question;
mod reason;
mod rights;

pub use answer::Answer;
pub use explain::{Explained, MissingAccess, Way, explained, may_know_others};
pub use question::Question;
pub use reason::AccessReason;
pub use rights::{HeldRight, ListedRights, listed_rights, places};
