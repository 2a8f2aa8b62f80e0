//! What comes first of what lies in many places? Ids in order and each once, of which no more are taken than are asked for.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// Ids that are in order already.
type Run<'a, Id> = Box<dyn Iterator<Item = &'a Id> + 'a>;

/// Single ids and ordered runs of them as one order, from which each is taken once.
pub(crate) struct Merged<'a, Id> {
    /// The single ones, and the next of each run with the place of the run.
    heads: BinaryHeap<Reverse<(&'a Id, Option<usize>)>>,
    runs: Vec<Run<'a, Id>>,
    /// Only what comes after this is still to be taken.
    last: Option<&'a Id>,
}

impl<'a, Id: Ord> Merged<'a, Id> {
    /// What comes after `last`.
    pub(crate) fn after(last: Option<&'a Id>) -> Self {
        Self {
            heads: BinaryHeap::new(),
            runs: Vec::new(),
            last,
        }
    }

    pub(crate) fn add(&mut self, id: &'a Id) {
        if Some(id) > self.last {
            self.heads.push(Reverse((id, None)));
        }
    }

    pub(crate) fn add_run(&mut self, mut run: impl Iterator<Item = &'a Id> + 'a) {
        if let Some(first) = run.next() {
            self.heads.push(Reverse((first, Some(self.runs.len()))));
            self.runs.push(Box::new(run));
        }
    }

    /// The same of ids that lie in order.
    pub(crate) fn add_sorted(&mut self, ids: &'a [Id]) {
        let begin = ids.partition_point(|id| Some(id) <= self.last);
        self.add_run(ids.iter().skip(begin));
    }
}

impl<'a, Id: Ord> Iterator for Merged<'a, Id> {
    type Item = &'a Id;

    fn next(&mut self) -> Option<&'a Id> {
        loop {
            let Reverse((id, place)) = self.heads.pop()?;
            let run = place.and_then(|place| self.runs.get_mut(place));
            if let Some(next) = run.and_then(Iterator::next) {
                self.heads.push(Reverse((next, place)));
            }
            if Some(id) > self.last {
                self.last = Some(id);
                return Some(id);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_many_places_comes_in_order_and_once() {
        let (run, sorted) = ([1, 4, 6], [2, 3, 4, 5]);
        let mut merged = Merged::after(Some(&2));
        merged.add(&7);
        merged.add(&4);
        merged.add(&2);
        merged.add_run(run.iter());
        merged.add_sorted(&sorted);
        assert_eq!(merged.collect::<Vec<_>>(), [&3, &4, &5, &6, &7]);
    }
}
