//! A persistent list of things by number: clones share everything, and a change copies a few of them and the pointers on
//! the way. It takes no more memory than there is in it, which counts where most lists are short.

use std::sync::Arc;

/// Things that lie together.
const TOGETHER: usize = 8;
/// And pointers to them.
const POINTERS: usize = 64;

#[derive(Debug, Clone)]
pub(super) struct List<T> {
    groups: Arc<Vec<Group<T>>>,
    len: usize,
}

type Group<T> = Arc<[Shard<T>]>;
type Shard<T> = Arc<[T]>;

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            groups: Arc::default(),
            len: 0,
        }
    }
}

impl<T> List<T> {
    pub(super) fn len(&self) -> usize {
        self.len
    }

    #[inline]
    pub(super) fn get(&self, number: usize) -> Option<&T> {
        let group = self.groups.get(number / (TOGETHER * POINTERS))?;
        let shard = group.get(number / TOGETHER % POINTERS)?;
        shard.get(number % TOGETHER)
    }
}

impl<T: Clone> List<T> {
    pub(super) fn get_mut(&mut self, number: usize) -> Option<&mut T> {
        let groups = Arc::make_mut(&mut self.groups);
        let group = groups.get_mut(number / (TOGETHER * POINTERS))?;
        let shard = Arc::make_mut(group).get_mut(number / TOGETHER % POINTERS)?;
        Arc::make_mut(shard).get_mut(number % TOGETHER)
    }

    pub(super) fn push(&mut self, thing: T) {
        let groups = Arc::make_mut(&mut self.groups);
        if self.len.is_multiple_of(TOGETHER * POINTERS) {
            groups.push(Arc::default());
        }
        self.len += 1;
        let Some(group) = groups.last_mut() else {
            return;
        };
        let last = Arc::make_mut(group).last_mut();
        match last.filter(|last| last.len() < TOGETHER) {
            Some(last) => *last = last.iter().cloned().chain([thing]).collect(),
            None => *group = group.iter().cloned().chain([[thing].into()]).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_keeps_its_thing_and_clones_stay_as_they_were() {
        const MANY: usize = 2 * TOGETHER * POINTERS + 3;
        let mut list = List::default();
        let mut earlier = Vec::new();
        for number in 0..MANY {
            earlier.push(list.clone());
            list.push(number);
            // Of what a clone shares too.
            *list.get_mut(number / 2).unwrap() += MANY;
        }
        let uses =
            |number: usize, pushed: usize| (0..pushed).filter(|one| one / 2 == number).count();
        earlier.push(list);
        for (pushed, list) in earlier.iter().enumerate() {
            assert_eq!(list.len(), pushed);
            assert_eq!(list.get(pushed), None);
            // All of some, and of each the last ones: where a piece begins and ends.
            let from = if pushed % 97 == 0 {
                0
            } else {
                pushed.saturating_sub(TOGETHER)
            };
            for number in from..pushed {
                assert_eq!(
                    list.get(number),
                    Some(&(number + MANY * uses(number, pushed)))
                );
            }
        }
    }
}
