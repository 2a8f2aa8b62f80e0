//! Where does a page find what it lists sooner: in what is held, put in order, or by looking at everything in turn?

use std::iter;

use crate::merged::Merged;

/// How much there is, how much of it is held, and how much of that is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) all: usize,
    pub(crate) held: usize,
    pub(crate) wanted: usize,
}

impl Extent {
    /// How many of all are looked at in turn before it is asked what is held. Of all one in `all / held` is held, so what
    /// is wanted is expected among `wanted * all / held`: none, where it takes fewer looks to put in order what is held;
    /// else as many as that would take, since what is held may all lie at the end.
    fn in_turn(self) -> usize {
        let wanted = self.wanted.min(self.all);
        let is_found_sooner =
            self.held.saturating_mul(self.held) >= wanted.saturating_mul(self.all);
        if is_found_sooner { self.held } else { 0 }
    }
}

/// Everything that is held and comes after `last`, in order, and here and there something that is not.
pub(crate) fn in_order<'a, Id: Ord>(
    mut all: impl Iterator<Item = &'a Id> + 'a,
    held: impl Fn(Option<&'a Id>) -> Merged<'a, Id> + 'a,
    extent: Extent,
    mut last: Option<&'a Id>,
) -> impl Iterator<Item = &'a Id> + 'a {
    let mut in_turn = extent.in_turn();
    let mut rest = None;
    iter::from_fn(move || {
        if in_turn > 0 {
            in_turn -= 1;
            last = all.next();
            return last;
        }
        rest.get_or_insert_with(|| held(last)).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_are_looked_at_in_turn_where_that_finds_a_page_sooner_and_no_longer_than_the_rest_takes()
    {
        let in_turn = |all, held, wanted| Extent { all, held, wanted }.in_turn();
        assert_eq!(in_turn(100_000, 20, 51), 0);
        assert_eq!(in_turn(100_000, 2_000, 51), 0);
        assert_eq!(in_turn(100_000, 3_000, 51), 3_000);
        assert_eq!(in_turn(100_000, 100_000, usize::MAX), 100_000);
        let all: Vec<u32> = (0..100).collect();
        let held = |last| {
            let mut held = Merged::after(last);
            held.add_sorted(all.get(90..).unwrap_or(&[]));
            held
        };
        let extent = Extent {
            all: 100,
            held: 10,
            wanted: 1,
        };
        let looked_at = in_order(all.iter(), held, extent, None);
        let expected = all.iter().filter(|id| **id < 10 || **id >= 90);
        assert!(looked_at.eq(expected));
    }
}
