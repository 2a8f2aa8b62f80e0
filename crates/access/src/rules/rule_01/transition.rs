//! What rule 1 is asked of: a change between two states, as whom somebody is judged by it, and what the answer is.

use domain::{Change, Timestamp, UserId};

use super::invited::Invited;
use crate::view::View;

/// A change of an organization, as rule 1 looks at it.
#[derive(Debug)]
pub struct Transition<'a> {
    /// The states that it was decided on.
    pub before: &'a View,
    /// The states that it leads to.
    pub after: &'a View,
    /// What it does here.
    pub change: &'a Change,
    /// Whose the open invitations are that it reaches.
    pub invited: &'a Invited,
    pub at: Timestamp,
}

/// As what somebody is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judged {
    /// Who makes the change: nothing of their own may grow.
    Actor,
    /// One of the people of the partner through whose partnership it is made: only what is bound to it may grow.
    Person,
    /// One who was one of them and is none now: nothing may grow.
    FormerPerson,
}

/// What somebody would have of their own and had not before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised {
    pub user: UserId,
    /// What, in words.
    pub what: String,
}
