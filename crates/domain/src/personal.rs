//! Personal values: kept beside the log, so that erasing a person leaves the chain whole.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{PersonalId, UserId};

/// What the log and the rows hold of a personal value: where it is and what it was.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Personal {
    /// The value's id in the same home.
    pub id: PersonalId,
    /// SHA-256 of salt and value, in hex: proves a value that is still there, tells nothing once it is erased.
    pub digest: String,
}

/// A personal value itself, on its way into its own table.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonalValue {
    /// Its id in the home of the change that brings it.
    pub id: PersonalId,
    /// The person whom it is about; erasing that person erases it.
    pub subject: Option<UserId>,
    /// Random bytes, so that the digest cannot be guessed back.
    pub salt: [u8; 16],
    /// The value.
    pub value: String,
    /// What it is found by (a normalized email), where it is.
    pub lookup: Option<String>,
}

/// Logs never show the value.
impl fmt::Debug for PersonalValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PersonalValue({})", self.id)
    }
}
