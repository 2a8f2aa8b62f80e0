//! How much is kept? At most the bound, and of that what came last.

use super::{Cache, at, of, there};

fn name(number: u64) -> String {
    format!("users/{number}")
}

fn kept(cache: &Cache, numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    let found = numbers.filter_map(|number| cache.find(&name(number), 0.2));
    found.collect()
}

#[test]
fn what_came_last_is_kept_and_no_more_than_the_bound() {
    for bound in [2, 3, 10, 64] {
        let cache = Cache::bounded(bound);
        cache.hear(&["*"], "t0", 100, 0.0);
        for number in 0..200 {
            cache.answer(&name(number), number, 100, 0.1);
            let kept = kept(&cache, 0..200);
            assert!(kept.len() <= bound, "{bound}: {kept:?}");
            let half = u64::try_from(bound / 2).expect("few");
            let last: Vec<u64> = ((number + 1).saturating_sub(half)..=number).collect();
            assert!(kept.ends_with(&last), "{bound}: {kept:?}");
        }
    }
}

#[test]
fn an_answer_that_comes_again_takes_no_more_room() {
    let cache = Cache::bounded(4);
    cache.hear(&["*"], "t0", 100, 0.0);
    cache.answer(&name(0), 0, 100, 0.1);
    for _ in 0..10 {
        cache.answer(&name(1), 1, 100, 0.1);
    }
    assert_eq!(kept(&cache, 0..2), [0, 1]);
}

#[test]
fn what_was_taken_away_makes_room() {
    let cache = Cache::bounded(4);
    cache.hear(&["*"], "t0", 100, 0.0);
    for number in 0..4 {
        cache.answer(&name(number), number, 100, 0.1);
    }
    // 0 and 1 are old, 2 and 3 young: without 3 there is room for another one beside 2.
    cache.hear(&["users/3"], "t1", 100, 0.1);
    cache.answer(&name(4), 4, 100, 0.1);
    assert_eq!(kept(&cache, 0..5), [0, 1, 2, 4]);
}

#[test]
fn what_is_told_takes_away_the_young_and_the_old() {
    let cache = Cache::bounded(4);
    cache.hear(&["*"], "t0", 100, 0.0);
    for number in 0..4 {
        cache.answer(&name(number), number, 100, 0.1);
    }
    cache.hear(&["users/0", "users/2"], "t1", 100, 0.1);
    assert_eq!(kept(&cache, 0..4), [1, 3]);
    cache.hear(&["*"], "t2", 100, 0.1);
    assert_eq!(kept(&cache, 0..4), [] as [u64; 0]);
}

#[test]
fn what_is_young_counts_more_than_what_is_old() {
    let cache = Cache::bounded(4);
    cache.hear(&["*"], "t0", 100, 0.0);
    // 0 and 1 are old, 2 is young; 0 comes again beside it.
    for number in 0..3 {
        cache.answer(&name(number), number, 100, 0.1);
    }
    let again = cache.0.ask(of("users/0"), at(0.1));
    again.answered(7, Some(there(100)), Some(there(101)));
    assert_eq!(cache.find("users/0", 0.2), Some(7));
    // When that has ended the older one is not given in its place.
    assert_eq!(cache.find("users/0", 1.2), None);
}

#[test]
fn the_bound_can_be_set_while_answers_are_kept() {
    let cache = Cache::heard();
    for number in 0..10 {
        cache.answer(&name(number), number, 100, 0.1);
    }
    cache.0.bound(4);
    for number in 10..14 {
        cache.answer(&name(number), number, 100, 0.1);
    }
    assert_eq!(kept(&cache, 0..14), [10, 11, 12, 13]);
}
