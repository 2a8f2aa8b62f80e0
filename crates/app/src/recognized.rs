//! Whose keys were shown a moment ago? Asked with every call, on every core: without a lock, and without room that grows.

use std::sync::{Arc, Weak};

use arc_swap::ArcSwapOption;
use aws_lc_rs::constant_time;
use decide::key_text::Shown;
use domain::{Caller, Timestamp};

use crate::engine::Published;

/// Places for keys. Of two that share one the first stands there, and the other is looked up each time.
const PLACES: usize = 1 << 12;

/// Keys that worked, each proven by one state of the platform and good for that alone: whatever is published after it may
/// have revoked them. Nothing else comes in here, so whoever has no key can push out none.
///
/// What is kept of a secret is its SHA-256, which memory holds anyway. A faster hash would do only if nobody could make
/// another text with the same one, and the text itself would be a secret that outlives the call.
pub(crate) struct Recognized {
    places: Box<[ArcSwapOption<One>]>,
}

struct One {
    digest: [u8; 32],
    /// Not held by it: an old state is not kept in memory for this.
    of: Weak<Published>,
    /// First moment at which it no longer works.
    until: Option<Timestamp>,
    caller: Caller,
}

impl Default for Recognized {
    fn default() -> Self {
        Self {
            places: (0..PLACES).map(|_| ArcSwapOption::empty()).collect(),
        }
    }
}

impl Recognized {
    /// Whose key is shown, if this very state said so before.
    pub(crate) fn find(
        &self,
        shown: &Shown<'_>,
        platform: &Arc<Published>,
        now: Timestamp,
    ) -> Option<Caller> {
        let place = self.place(shown)?.load();
        let one = place.as_deref()?;
        (one.stands(platform, now) && one.is(shown)).then(|| one.caller.clone())
    }

    /// This state says that the key is this caller's, and works until then. One that it says so of already stays: two that
    /// share a place would push each other out with every call.
    pub(crate) fn keep(
        &self,
        shown: &Shown<'_>,
        platform: &Arc<Published>,
        (now, until): (Timestamp, Option<Timestamp>),
        caller: &Caller,
    ) {
        let stays = |one: &Arc<One>| one.stands(platform, now);
        let place = self.place(shown);
        if let Some(place) = place.filter(|place| !place.load().as_ref().is_some_and(stays)) {
            place.store(Some(Arc::new(One {
                digest: shown.digest,
                of: Arc::downgrade(platform),
                until,
                caller: caller.clone(),
            })));
        }
    }

    /// Secrets are drawn by the server, so their digests are spread evenly.
    fn place(&self, shown: &Shown<'_>) -> Option<&ArcSwapOption<One>> {
        let [first, second, ..] = shown.digest;
        let place = usize::from(u16::from_le_bytes([first, second]));
        self.places.get(place % self.places.len())
    }
}

impl One {
    /// Whether this very state says so, of a key that works now.
    fn stands(&self, platform: &Arc<Published>, now: Timestamp) -> bool {
        let is_proven = Weak::as_ptr(&self.of) == Arc::as_ptr(platform);
        is_proven && self.until.is_none_or(|end| now < end)
    }

    fn is(&self, shown: &Shown<'_>) -> bool {
        let Caller::Service { key, .. } = &self.caller else {
            return false;
        };
        key.as_str() == shown.id
            && constant_time::verify_slices_are_equal(&self.digest, &shown.digest).is_ok()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use access::State;
    use domain::{KeyId, ServiceAccountId};
    use store::Head;

    use super::*;

    fn published() -> Arc<Published> {
        let head = Head::default();
        let state = State::Platform(Arc::default());
        Arc::new(Published::new(state, head, BTreeMap::new()))
    }

    fn caller(key: &str) -> Caller {
        Caller::Service {
            account: ServiceAccountId::parse("panel").expect("an id"),
            key: KeyId::parse(key).expect("an id"),
        }
    }

    fn shown(text: &str) -> Shown<'_> {
        Shown::read(text).expect("a key")
    }

    const NOW: Timestamp = Timestamp(10);

    #[test]
    fn a_key_is_known_by_its_whole_text() {
        let (recognized, state) = (Recognized::default(), published());
        let key = shown("grk_a_1234");
        assert_eq!(recognized.find(&key, &state, NOW), None);
        recognized.keep(&key, &state, (NOW, None), &caller("a"));
        assert_eq!(recognized.find(&key, &state, NOW), Some(caller("a")));
        for other in ["grk_b_1234", "grk_a_1235", "grk_a_123"] {
            assert_eq!(recognized.find(&shown(other), &state, NOW), None, "{other}");
        }
        // In the same place, which the first bytes say.
        let mut near = key;
        near.digest[31] ^= 1;
        assert_eq!(recognized.find(&near, &state, NOW), None);
    }

    #[test]
    fn another_state_says_it_anew_also_at_the_same_address() {
        let (recognized, state) = (Recognized::default(), published());
        let key = shown("grk_a_1234");
        recognized.keep(&key, &state, (NOW, None), &caller("a"));
        assert_eq!(recognized.find(&key, &published(), NOW), None);
        drop(state);
        for _ in 0..100 {
            assert_eq!(recognized.find(&key, &published(), NOW), None);
        }
    }

    #[test]
    fn of_two_in_one_place_the_first_stays_as_long_as_it_stands() {
        let (recognized, state) = (Recognized::default(), published());
        let first = shown("grk_a_1234");
        let mut second = shown("grk_b_1234");
        second.digest[31] ^= 1;
        let end = Timestamp(NOW.0 + 1);
        recognized.keep(&first, &state, (NOW, Some(end)), &caller("a"));
        recognized.keep(&second, &state, (NOW, None), &caller("b"));
        assert_eq!(recognized.find(&first, &state, NOW), Some(caller("a")));
        recognized.keep(&second, &state, (end, None), &caller("b"));
        assert_eq!(recognized.find(&second, &state, end), Some(caller("b")));
        let later = published();
        recognized.keep(&first, &later, (end, None), &caller("a"));
        assert_eq!(recognized.find(&first, &later, end), Some(caller("a")));
    }

    #[test]
    fn it_works_up_to_its_end() {
        let (recognized, state) = (Recognized::default(), published());
        let key = shown("grk_a_1234");
        recognized.keep(&key, &state, (Timestamp(0), Some(NOW)), &caller("a"));
        let at = |now| recognized.find(&key, &state, Timestamp(now)).is_some();
        assert!(at(NOW.0 - 1) && !at(NOW.0) && !at(NOW.0 + 1));
    }
}
