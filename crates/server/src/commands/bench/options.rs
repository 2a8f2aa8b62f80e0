//! Flags that several measurements share.

use std::num::{NonZeroUsize, ParseIntError};
use std::time::Duration;

use clap::Args;

/// Where it is stored.
#[derive(Debug, Clone, Args)]
pub(super) struct On {
    /// An empty database to fill, in place of a SQLite file of its own: postgres://…
    #[arg(long, value_name = "URL")]
    pub(super) database: Option<String>,
}

/// How much there is.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Filled {
    /// Grants of the organization that is asked about; it has a member for twenty of them, and a product for ten.
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(20..))]
    pub(super) grants: u64,
}

/// How much is asked at once.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct AtOnce {
    /// Connections at once.
    #[arg(long, default_value_t = 8)]
    pub(super) connections: usize,
    /// Calls in flight on each connection, and questions in flight on each stream.
    #[arg(long, default_value_t = 8)]
    pub(super) in_flight: usize,
}

/// How often and how long it is measured.
#[derive(Debug, Clone, Copy, Args)]
pub(super) struct Turns {
    /// Rounds; what is measured takes turns, and the medians are shown.
    #[arg(long, default_value_t = 5, value_parser = at_least_one)]
    pub(super) rounds: usize,
    /// How long each is measured in a round.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u64).range(1..))]
    pub(super) seconds: u64,
}

impl Turns {
    pub(super) fn lasting(self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

/// A count without which nothing is measured.
pub(super) fn at_least_one(text: &str) -> Result<usize, ParseIntError> {
    text.parse().map(NonZeroUsize::get)
}
