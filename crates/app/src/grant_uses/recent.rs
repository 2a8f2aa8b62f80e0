//! Which grants are known to be marked today? Asked with nearly every answer, on every core: without a lock, and without
//! room that grows.

use std::hash::BuildHasher;
use std::sync::atomic::{AtomicU64, Ordering};

use domain::{Day, GrantId, OrganizationId};
use foldhash::quality::RandomState;

/// Places for marks, which take 2 MiB.
const BUCKETS: usize = 1 << 16;

/// The latest marks, each by 64 bits of organization, grant and day. Of those that share a bucket the newest pushes out the
/// oldest, which is only marked once more when it is used again; so are all of them on the next day.
pub(super) struct Recent {
    /// Another one with each start, so that nobody can choose the id of a grant that looks like another. The one of the
    /// standard library takes longer than all else here.
    hasher: RandomState,
    buckets: Box<[Bucket]>,
}

/// The newest first.
type Bucket = [AtomicU64; 4];

/// A grant on a day. None is zero, which is an empty place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Mark(u64);

impl Default for Recent {
    fn default() -> Self {
        Self::with(BUCKETS)
    }
}

impl Recent {
    fn with(buckets: usize) -> Self {
        Self {
            hasher: RandomState::default(),
            buckets: (0..buckets).map(|_| Bucket::default()).collect(),
        }
    }

    pub(super) fn mark(&self, organization: &OrganizationId, grant: &GrantId, day: Day) -> Mark {
        let named = (organization.as_str(), grant.as_str(), day.0);
        Mark(self.hasher.hash_one(named) | 1)
    }

    pub(super) fn has(&self, mark: Mark) -> bool {
        let mut places = self.bucket(mark).into_iter().flatten();
        places.any(|place| place.load(Ordering::Relaxed) == mark.0)
    }

    pub(super) fn put(&self, mark: Mark) {
        let mut moved = mark.0;
        // If another one is put here at the same time, one of them may get lost, and is marked once more.
        for place in self.bucket(mark).into_iter().flatten() {
            moved = place.swap(moved, Ordering::Relaxed);
        }
    }

    fn bucket(&self, Mark(mark): Mark) -> Option<&Bucket> {
        let place = usize::try_from(mark >> 32).unwrap_or_default();
        self.buckets.get(place % self.buckets.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(recent: &Recent, number: usize, day: i64) -> Mark {
        let organization = OrganizationId::parse("acme").unwrap();
        let grant = GrantId::parse(&format!("g-{number}")).unwrap();
        recent.mark(&organization, &grant, Day(day))
    }

    #[test]
    fn a_mark_is_of_its_day_its_grant_and_its_organization() {
        let recent = Recent::default();
        let today = mark(&recent, 1, 20);
        recent.put(today);
        assert!(recent.has(today));
        assert!(!recent.has(mark(&recent, 1, 21)));
        assert!(!recent.has(mark(&recent, 2, 20)));
        let other = OrganizationId::parse("acm").unwrap();
        let grant = GrantId::parse("eg-1").unwrap();
        assert!(!recent.has(recent.mark(&other, &grant, Day(20))));
    }

    #[test]
    fn what_is_pushed_out_is_the_oldest_and_only_marked_again() {
        let recent = Recent::with(1);
        let marks: Vec<_> = (0..5).map(|number| mark(&recent, number, 20)).collect();
        for mark in &marks {
            recent.put(*mark);
        }
        assert!(!recent.has(marks[0]));
        assert!(marks[1..].iter().all(|mark| recent.has(*mark)));
        recent.put(marks[0]);
        assert!(recent.has(marks[0]) && !recent.has(marks[1]));
    }
}
