//! Who may do what on what, and why?

mod answer;
mod explain;
mod question;
mod reason;
mod rights;

pub use answer::Answer;
pub use explain::{Explained, MissingAccess, Way, counting, explained, may_know_others, next_turn};
pub use question::Question;
pub use reason::AccessReason;
pub use rights::{HeldRight, ListedRights, listed_rights, places, sooner};
