//! The numbers of grants in the order of their ids. The ids themselves are read where the grants are kept.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::ops::Bound;
use std::sync::Arc;

use domain::GrantId;
use imbl::OrdSet;

use super::records::GrantNumber;
use super::short_id::IdText;

/// Numbers that lie together.
const TOGETHER: usize = 128;

/// Of many at once, so that the next ones find room.
const FILLED: usize = 96;

#[derive(Debug, Clone, Default)]
pub(super) struct ById {
    /// No id in one comes before that with which it begins.
    runs: OrdSet<Run>,
    count: usize,
}

/// Some numbers, ordered by their ids.
#[derive(Debug, Clone)]
struct Run(Arc<Numbers>);

#[derive(Debug)]
struct Numbers {
    /// No id of these comes before it.
    begin: GrantId,
    numbers: Box<[GrantNumber]>,
}

/// Says the id of a number.
pub(super) trait Ids: Fn(GrantNumber) -> Option<IdText> {}

impl<F: Fn(GrantNumber) -> Option<IdText>> Ids for F {}

fn compared(ids: &impl Ids, number: GrantNumber, id: &GrantId) -> Ordering {
    ids(number).map_or(Ordering::Less, |text| text.compared(id.as_str()))
}

impl Run {
    fn new(begin: GrantId, numbers: Box<[GrantNumber]>) -> Self {
        Self(Arc::new(Numbers { begin, numbers }))
    }

    fn begin(&self) -> &GrantId {
        &self.0.begin
    }

    fn numbers(&self) -> &[GrantNumber] {
        &self.0.numbers
    }
}

impl ById {
    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn get(&self, id: &GrantId, ids: impl Ids) -> Option<GrantNumber> {
        let run = self.runs.get_prev(id)?.numbers();
        let place = run.binary_search_by(|number| compared(&ids, *number, id));
        place.ok().and_then(|place| run.get(place).copied())
    }

    /// All of these, each of another id: where they come in the order of their ids, nothing is sorted.
    pub(super) fn of(mut numbers: Vec<GrantNumber>, ids: impl Ids) -> Self {
        let is_in_order = numbers.is_sorted_by(|one, next| ids(*one) < ids(*next));
        if !is_in_order {
            numbers.sort_by_cached_key(|number| ids(*number));
        }
        let run = |numbers: &[GrantNumber]| {
            let begin = ids(*numbers.first()?)?.id()?;
            Some(Run::new(begin, numbers.into()))
        };
        Self {
            runs: numbers.chunks(FILLED).filter_map(run).collect(),
            count: numbers.len(),
        }
    }

    /// Adds a grant whose id is not there.
    pub(super) fn insert(&mut self, id: &GrantId, number: GrantNumber, ids: impl Ids) {
        self.count += 1;
        let found = self.runs.get_prev(id).or_else(|| self.runs.get_min());
        let Some(run) = found.cloned() else {
            self.runs.insert(Run::new(id.clone(), [number].into()));
            return;
        };
        let numbers = run.numbers();
        let place = numbers.partition_point(|other| compared(&ids, *other, id).is_lt());
        let is_last = || self.runs.get_max() == Some(&run);
        if numbers.len() >= TOGETHER && place == numbers.len() && is_last() {
            // What comes in order fills each run.
            self.runs.insert(Run::new(id.clone(), [number].into()));
            return;
        }
        let (before, after) = numbers.split_at_checked(place).unwrap_or((numbers, &[]));
        let begin = if id < run.begin() {
            self.runs.remove(&run);
            id
        } else {
            run.begin()
        };
        self.put(begin, &[before, &[number], after].concat(), ids);
    }

    /// The run that begins with this id, as two where it is too long.
    fn put(&mut self, begin: &GrantId, numbers: &[GrantNumber], ids: impl Ids) {
        let (lower, upper) = numbers.split_at(numbers.len() / 2);
        let middle = upper.first().and_then(|number| ids(*number)?.id());
        let begin = begin.clone();
        match middle.filter(|_| numbers.len() > TOGETHER) {
            Some(middle) => {
                self.runs.insert(Run::new(begin, lower.into()));
                self.runs.insert(Run::new(middle, upper.into()));
            }
            None => {
                self.runs.insert(Run::new(begin, numbers.into()));
            }
        }
    }

    pub(super) fn remove(&mut self, id: &GrantId, ids: impl Ids) -> Option<GrantNumber> {
        let run = self.runs.get_prev(id)?.clone();
        let numbers = run.numbers();
        let place = numbers.binary_search_by(|number| compared(&ids, *number, id));
        let mut left = numbers.to_vec();
        let gone = left.remove(place.ok()?);
        self.count -= 1;
        if left.is_empty() {
            self.runs.remove(&run);
        } else {
            let begin = run.begin().clone();
            self.runs.insert(Run::new(begin, left.into()));
        }
        Some(gone)
    }

    /// Every number whose id comes after this one, in order.
    pub(super) fn after<'a, I: Ids>(
        &'a self,
        id: Option<&GrantId>,
        ids: I,
    ) -> impl Iterator<Item = GrantNumber> + use<'a, I> {
        let found = id.and_then(|id| self.runs.get_prev(id).zip(Some(id)));
        let (from, skipped) = match found {
            Some((run, id)) => {
                let is_passed = |number: &_| compared(&ids, *number, id).is_le();
                let skipped = run.numbers().partition_point(is_passed);
                (Bound::Included(run.begin()), skipped)
            }
            None => (Bound::Unbounded, 0),
        };
        let runs = self.runs.range::<_, GrantId>((from, Bound::Unbounded));
        let numbers = runs.flat_map(|run| run.numbers().iter().copied());
        numbers.skip(skipped)
    }
}

impl Borrow<GrantId> for Run {
    fn borrow(&self) -> &GrantId {
        self.begin()
    }
}

impl Ord for Run {
    fn cmp(&self, other: &Self) -> Ordering {
        self.begin().cmp(other.begin())
    }
}

impl PartialOrd for Run {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Run {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Run {}
