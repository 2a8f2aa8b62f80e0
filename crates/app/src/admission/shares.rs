//! How many things each has at once, and that it is not more than its share.

use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use foldhash::quality::RandomState;

/// What everybody has now.
#[derive(Debug)]
pub(super) struct Shares<K: Hash + Eq + Clone + Debug> {
    most: usize,
    /// Asked twice with every call. Whoever is in it has a key, or may ask about an organization.
    held: Mutex<HashMap<K, usize, RandomState>>,
}

/// One of them, until it is dropped.
#[derive(Debug)]
pub(super) struct Share<K: Hash + Eq + Clone + Debug> {
    shares: Arc<Shares<K>>,
    who: K,
}

impl<K: Hash + Eq + Clone + Debug> Shares<K> {
    pub(super) fn of(most: usize) -> Arc<Self> {
        Arc::new(Self {
            most,
            held: Mutex::default(),
        })
    }

    pub(super) fn most(&self) -> usize {
        self.most
    }

    /// One more, unless they have their share.
    pub(super) fn take(self: &Arc<Self>, who: &K) -> Option<Share<K>> {
        let mut held = self.held();
        match held.get_mut(who) {
            Some(count) if *count >= self.most => return None,
            Some(count) => *count += 1,
            None => {
                held.insert(who.clone(), 1);
            }
        }
        Some(Share {
            shares: Arc::clone(self),
            who: who.clone(),
        })
    }

    fn held(&self) -> MutexGuard<'_, HashMap<K, usize, RandomState>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Hash + Eq + Clone + Debug> Drop for Share<K> {
    fn drop(&mut self) {
        let mut held = self.shares.held();
        if let Some(count) = held.get_mut(&self.who) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.who);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_their_share_and_nobody_is_remembered_who_has_nothing() {
        let shares = Shares::of(2);
        let first = shares.take(&"a");
        let second = shares.take(&"a");
        assert!(first.is_some() && second.is_some());
        assert!(shares.take(&"a").is_none());
        assert!(shares.take(&"b").is_some());
        drop(first);
        assert!(shares.take(&"a").is_some());
        drop(second);
        assert!(shares.held().is_empty());
    }
}
