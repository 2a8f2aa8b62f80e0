//! How far does a page look? Until it has what is wanted, or has used up its work: then it says where it stands.

use crate::work::Work;

/// What was found of what was looked at, in order.
#[derive(Debug, Clone)]
pub struct Walked<T, Id> {
    pub found: Vec<T>,
    /// The last that was looked at, where what follows was not; `None` is that nothing follows.
    pub stopped_at: Option<Id>,
}

impl<T, Id> Walked<T, Id> {
    /// Nothing, and nothing follows.
    pub(crate) fn nothing() -> Self {
        Self {
            found: Vec::new(),
            stopped_at: None,
        }
    }
}

/// A candidate as it was looked at: how many steps that took, and what was found.
pub(crate) struct Look<T> {
    pub(crate) steps: usize,
    pub(crate) found: Option<T>,
}

impl<T> Look<T> {
    /// One at which nothing was to be seen.
    pub(crate) fn nothing() -> Self {
        Self {
            steps: LOOK,
            found: None,
        }
    }

    /// The same with something else that is found.
    pub(crate) fn map<U>(self, each: impl FnOnce(T) -> U) -> Look<U> {
        Look {
            steps: self.steps,
            found: self.found.map(each),
        }
    }
}

/// What each candidate takes at least: to find it in its place and to ask who and what it is.
pub(crate) const LOOK: usize = 5;

/// The first `most` of what is found, or fewer once the work is used up; one candidate is always looked at, so that whoever
/// goes on from there comes to the end.
pub(crate) fn walked<'a, Id: Clone + 'a, T>(
    candidates: impl Iterator<Item = &'a Id>,
    most: usize,
    work: &Work,
    mut look: impl FnMut(&'a Id) -> Look<T>,
) -> Walked<T, Id> {
    let mut found = Vec::new();
    for id in candidates {
        let looked = look(id);
        found.extend(looked.found);
        if !work.goes_on(looked.steps) || found.len() == most {
            let stopped_at = Some(id.clone());
            return Walked { found, stopped_at };
        }
    }
    Walked {
        found,
        stopped_at: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(id: &u32) -> Look<u32> {
        Look {
            steps: 10,
            found: id.is_multiple_of(2).then_some(*id),
        }
    }

    #[test]
    fn it_ends_with_what_is_wanted_with_its_work_or_with_all_there_is() {
        let all: Vec<u32> = (1..=9).collect();
        let walk = |most, work| {
            let walked = walked(all.iter(), most, &work, even);
            (walked.found, walked.stopped_at)
        };
        assert_eq!(walk(2, Work::default()), (vec![2, 4], Some(4)));
        assert_eq!(walk(9, Work::of(50)), (vec![2, 4], Some(5)));
        assert_eq!(walk(9, Work::of(1)), (vec![], Some(1)));
        assert_eq!(walk(9, Work::default()), (vec![2, 4, 6, 8], None));
    }
}
