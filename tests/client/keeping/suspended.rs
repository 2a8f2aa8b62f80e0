//! Does a machine that was suspended know how old what it keeps is?

use std::sync::atomic::{AtomicI64, Ordering};

use super::ages::{Ages, wall};

const MINUTE: i64 = 60_000_000;

fn minutes(ages: &Ages<impl Fn() -> i64>) -> u64 {
    ages.now().as_secs() / 60
}

#[test]
fn what_a_suspended_machine_slept_counts() {
    let moved = AtomicI64::new(0);
    let ages = Ages::by(|| wall() + moved.load(Ordering::SeqCst));
    assert_eq!(minutes(&ages), 0);
    moved.fetch_add(10 * MINUTE, Ordering::SeqCst);
    assert_eq!((minutes(&ages), minutes(&ages)), (10, 10));
    moved.fetch_add(5 * MINUTE, Ordering::SeqCst);
    assert_eq!(minutes(&ages), 15);
}

#[test]
fn a_clock_that_is_set_back_makes_nothing_younger() {
    let moved = AtomicI64::new(0);
    let ages = Ages::by(|| wall() + moved.load(Ordering::SeqCst));
    moved.fetch_add(10 * MINUTE, Ordering::SeqCst);
    assert_eq!(minutes(&ages), 10);
    moved.fetch_sub(30 * MINUTE, Ordering::SeqCst);
    assert_eq!(minutes(&ages), 10);
    // From there on it counts again.
    moved.fetch_add(2 * MINUTE, Ordering::SeqCst);
    assert_eq!(minutes(&ages), 12);
}
