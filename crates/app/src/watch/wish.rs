//! What does somebody want to watch, and from where on?

use std::time::Duration;

use domain::{Home, Timestamp};

/// What is watched.
#[derive(Debug, Clone)]
pub enum Watched {
    /// One home: each revision once, in order, without gaps.
    Home(Home),
    /// All organizations, the changes of each in order.
    AllOrganizations,
}

/// Where a watch begins.
#[derive(Debug, Clone)]
pub enum Start {
    /// With the first change after the stream is open.
    Now,
    /// After a revision; 0 begins with the first.
    After(u64),
    /// With the changes of this time or later.
    Since(Timestamp),
    /// After an answer that had this position.
    Position(String),
}

/// Asks for changes as they happen.
#[derive(Debug, Clone)]
pub struct WatchChanges {
    pub of: Watched,
    /// From where on.
    pub start: Start,
    /// How long the stream may be silent.
    pub heartbeat: Duration,
}
