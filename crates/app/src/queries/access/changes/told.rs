//! What is told of what somebody gained and lost, and where a page goes on.

use std::sync::Arc;

use access::Difference;
use domain::Timestamp;
use serde::{Deserialize, Serialize};

use crate::queries::audit::Made;

/// What was gained and lost by one cause at one moment.
#[derive(Debug, Clone)]
pub struct AccessChange {
    pub at: Timestamp,
    pub differences: Vec<Difference>,
    pub cause: Cause,
}

/// What did it.
#[derive(Debug, Clone)]
pub enum Cause {
    /// A change of the organization, and who made it, where that is told.
    Organization(u64, Option<Arc<Made>>),
    /// A start or an end.
    Time,
    Catalog,
    Account,
    Partner,
}

/// What is to be looked at next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Position {
    /// Up to when all pages go.
    pub(super) end: i64,
    pub(super) time: i64,
    /// Of what happens at that time: first what starts and ends, then each change.
    pub(super) place: u64,
    /// What of it was told already: all up to here.
    pub(super) told: Option<String>,
}

impl Position {
    pub(super) fn text(&self) -> String {
        // It is plain data; if it ever could not be written, no page would begin there.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }
}
