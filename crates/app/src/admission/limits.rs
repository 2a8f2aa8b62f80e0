//! How much callers may ask, and how many of their calls are at work at once.

use std::num::NonZeroU32;
use std::time::Duration;

/// The limits on callers. Each has a default that honest callers do not meet.
#[derive(Debug, Clone)]
pub struct CallerLimits {
    /// Calls a second of one key.
    pub key_rate: NonZeroU32,
    /// Calls a second about one organization, of all keys together.
    pub organization_rate: NonZeroU32,
    /// Calls a second of one key that take something away, beside the others.
    pub taking_away_rate: NonZeroU32,
    /// Searches a minute of one key for one acting user.
    pub search_rate: NonZeroU32,
    /// Calls at work at once, of all.
    pub places: usize,
    /// How much of these one key, or one organization, has at most, in percent.
    pub share: usize,
    /// How long a call waits for a place.
    pub patience: Duration,
    /// Watches that are open at once, of one key.
    pub key_watches: usize,
    /// Watches that are open at once, of all.
    pub watches: usize,
}

impl Default for CallerLimits {
    fn default() -> Self {
        Self {
            key_rate: rate(20_000),
            organization_rate: rate(20_000),
            taking_away_rate: rate(1_000),
            search_rate: rate(60),
            places: 1_000,
            share: 50,
            patience: Duration::from_millis(5),
            key_watches: 1_000,
            watches: 10_000,
        }
    }
}

impl CallerLimits {
    /// Places for calls that take something away, beside the others: revoking is rare, and waits for nobody.
    pub(super) fn taking_away_places(&self) -> usize {
        (self.places / 8).max(2)
    }

    /// What one caller has of so many, at least one.
    pub(super) fn share_of(&self, places: usize) -> usize {
        (places * self.share / 100).max(1)
    }
}

/// A rate of none is one.
fn rate(count: u32) -> NonZeroU32 {
    NonZeroU32::new(count).unwrap_or(NonZeroU32::MIN)
}
