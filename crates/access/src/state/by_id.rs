//! The numbers of grants in the order of their ids. The ids themselves are read where the grants are kept.

use std::cmp::Ordering;
use std::ops::Bound;
use std::sync::Arc;

use domain::GrantId;
use imbl::OrdMap;

use super::records::GrantNumber;
use super::short_id::IdText;

/// Numbers that lie together.
const TOGETHER: usize = 128;

#[derive(Debug, Clone, Default)]
pub(super) struct ById {
    /// Runs of numbers. No id in one comes before the id under which it stands.
    runs: OrdMap<GrantId, Arc<[GrantNumber]>>,
    count: usize,
}

/// Says the id of a number.
pub(super) trait Ids: Fn(GrantNumber) -> Option<IdText> {}

impl<F: Fn(GrantNumber) -> Option<IdText>> Ids for F {}

fn compared(ids: &impl Ids, number: GrantNumber, id: &str) -> Ordering {
    ids(number).map_or(Ordering::Less, |text| text.compared(id))
}

impl ById {
    pub(super) fn len(&self) -> usize {
        self.count
    }

    pub(super) fn get(&self, id: &str, ids: impl Ids) -> Option<GrantNumber> {
        let (_, run) = self.runs.get_prev(id)?;
        let place = run.binary_search_by(|number| compared(&ids, *number, id));
        place.ok().and_then(|place| run.get(place).copied())
    }

    /// Adds a grant whose id is not there.
    pub(super) fn insert(&mut self, id: &GrantId, number: GrantNumber, ids: impl Ids) {
        self.count += 1;
        let found = self.runs.get_prev(id.as_str());
        let found = found.or_else(|| self.runs.get_min().map(|(begin, run)| (begin, run)));
        let Some((begin, run)) = found.map(|(begin, run)| (begin.clone(), Arc::clone(run))) else {
            self.runs.insert(id.clone(), [number].into());
            return;
        };
        let place = run.partition_point(|other| compared(&ids, *other, id.as_str()).is_lt());
        let last = self.runs.get_max().map(|(last, _)| last);
        if run.len() >= TOGETHER && place == run.len() && last == Some(&begin) {
            // What comes in order fills each run.
            self.runs.insert(id.clone(), [number].into());
            return;
        }
        let (before, after) = run.split_at_checked(place).unwrap_or((&run, &[]));
        let numbers = [before, &[number], after].concat();
        let begin = if *id < begin {
            self.runs.remove(&begin);
            id.clone()
        } else {
            begin
        };
        self.put(begin, &numbers, ids);
    }

    /// The run under this id, as two where it is too long.
    fn put(&mut self, begin: GrantId, numbers: &[GrantNumber], ids: impl Ids) {
        let (lower, upper) = numbers.split_at(numbers.len() / 2);
        let middle = upper.first().and_then(|number| ids(*number)?.id());
        match middle.filter(|_| numbers.len() > TOGETHER) {
            Some(middle) => {
                self.runs.insert(begin, lower.into());
                self.runs.insert(middle, upper.into());
            }
            None => {
                self.runs.insert(begin, numbers.into());
            }
        }
    }

    pub(super) fn remove(&mut self, id: &str, ids: impl Ids) -> Option<GrantNumber> {
        let (begin, run) = self.runs.get_prev(id)?;
        let begin = begin.clone();
        let place = run.binary_search_by(|number| compared(&ids, *number, id));
        let mut left = run.to_vec();
        let gone = left.remove(place.ok()?);
        self.count -= 1;
        if left.is_empty() {
            self.runs.remove(&begin);
        } else {
            self.runs.insert(begin, left.into());
        }
        Some(gone)
    }

    /// Every number whose id comes after this one, in order.
    pub(super) fn after<'a, I: Ids>(
        &'a self,
        id: Option<&GrantId>,
        ids: I,
    ) -> impl Iterator<Item = GrantNumber> + use<'a, I> {
        let found = id.and_then(|id| self.runs.get_prev(id.as_str()).zip(Some(id)));
        let (from, skipped) = match found {
            Some(((begin, run), id)) => (
                Bound::Included(begin),
                run.partition_point(|number| compared(&ids, *number, id.as_str()).is_le()),
            ),
            None => (Bound::Unbounded, 0),
        };
        let runs = self.runs.range::<_, GrantId>((from, Bound::Unbounded));
        let numbers = runs.flat_map(|(_, run)| run.iter().copied());
        numbers.skip(skipped)
    }
}
