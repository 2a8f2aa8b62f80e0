//! Time as a value: microseconds, and the stamp that each noun carries.

use std::fmt;

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// Microseconds since 1970-01-01 UTC: what both databases keep without loss.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize,
)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The time `seconds` later.
    pub fn plus_seconds(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = OffsetDateTime::from_unix_timestamp_nanos(i128::from(self.0) * 1000)
            .ok()
            .and_then(|at| at.format(&Rfc3339).ok());
        match text {
            Some(text) => f.write_str(&text),
            None => write!(f, "{} µs", self.0),
        }
    }
}

/// How long a day is, which has no leap seconds.
const DAY: i64 = 24 * 3600 * 1_000_000;

/// A day in UTC, counted from 1970-01-01: what is remembered by the day alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(pub i64);

impl Day {
    /// The day that a time is in.
    pub fn of(time: Timestamp) -> Self {
        Self(time.0.div_euclid(DAY))
    }

    /// When it begins: 00:00.
    pub fn start(self) -> Timestamp {
        Timestamp(self.0.saturating_mul(DAY))
    }
}

/// The revision that a change gets in its home, and its time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The revision being written.
    pub revision: u64,
    /// The time of the change, from the database.
    pub now: Timestamp,
}

/// When a noun was made and last changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The revision of its home that made it.
    pub create_revision: u64,
    /// When it was made.
    pub create_time: Timestamp,
    /// The revision of its home that last changed it.
    pub revision: u64,
    /// When it was last changed.
    pub update_time: Timestamp,
}

impl Stamp {
    /// The stamp of a noun made at `moment`.
    pub fn new(moment: Moment) -> Self {
        Self {
            create_revision: moment.revision,
            create_time: moment.now,
            revision: moment.revision,
            update_time: moment.now,
        }
    }

    /// The stamp after a change at `moment`.
    pub fn touched(self, moment: Moment) -> Self {
        Self {
            revision: moment.revision,
            update_time: moment.now,
            ..self
        }
    }

    /// The etag (AIP-154): equal exactly as long as the noun is unchanged.
    pub fn etag(self) -> String {
        format!("r{}", self.revision)
    }
}
