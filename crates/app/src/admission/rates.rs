//! Token buckets, one for each who asks.

use std::hash::Hash;
use std::num::NonZeroU32;
use std::time::Duration;

use foldhash::quality::RandomState;
use governor::clock::{Clock, DefaultClock};
use governor::state::keyed::DefaultKeyedStateStore;
use governor::{Quota, RateLimiter};

/// Asked with every call, so by a quick hash. Its seed is another in each process and told to nobody, who is in there has a
/// key or names somebody with one, and full buckets are forgotten soon.
type Buckets<K> = RateLimiter<K, DefaultKeyedStateStore<K, RandomState>, DefaultClock>;

/// A bucket for each of them, full at first.
pub(super) struct Rates<K: Hash + Eq + Clone> {
    buckets: Buckets<K>,
    clock: DefaultClock,
}

impl<K: Hash + Eq + Clone> std::fmt::Debug for Rates<K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rates").finish_non_exhaustive()
    }
}

impl<K: Hash + Eq + Clone> Rates<K> {
    pub(super) fn a_second(count: NonZeroU32) -> Self {
        Self::of(Quota::per_second(count))
    }

    pub(super) fn a_minute(count: NonZeroU32) -> Self {
        Self::of(Quota::per_minute(count))
    }

    fn of(quota: Quota) -> Self {
        Self {
            buckets: RateLimiter::dashmap_with_hasher(quota, RandomState::default()),
            clock: DefaultClock::default(),
        }
    }

    /// Takes one, or says how long it is until there is one.
    pub(super) fn take(&self, who: &K) -> Result<(), Duration> {
        self.buckets
            .check_key(who)
            .map_err(|until| until.wait_time_from(self.clock.now()))
    }

    /// Full buckets are as good as none.
    pub(super) fn tidy(&self) {
        self.buckets.retain_recent();
        self.buckets.shrink_to_fit();
    }
}
