//! A million decisions, and in a long run a billion, are those of the naive model: now and in the past, one by one and in lists.

mod asking;
mod dice;
mod growing;
mod listing;
mod shape;
mod tally;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use asking::{Asked, ask};
use dice::Dice;
use growing::World;
use listing::list;
use tally::Tally;

/// So many changes after a load.
const CHANGES: usize = 10;
/// How many people each revision is asked about.
const ASKED: usize = 5;
/// With so many decisions every sort of answer must come up.
const ENOUGH: u64 = 500_000;

fn number(variable: &str) -> Option<u64> {
    let text = std::env::var(variable).ok()?;
    Some(text.replace('_', "").parse().unwrap())
}

/// Asks a world that grew from this seed, at each of its revisions and once more of its past.
fn ask_world(seed: u64, tally: &mut Tally) {
    let dice = &mut Dice::of(seed);
    let world = World::grown(dice, CHANGES);
    let moments = world.shape.moments();
    tally.count("a list told entry by entry", world.amendments());
    for revision in &world.revisions {
        // Asked once all changes were taken in: what was there before must not have changed.
        let asked = Asked {
            facts: &revision.facts,
            view: &revision.view,
            moments: &moments,
        };
        for _ in 0..ASKED {
            ask(&asked, dice, tally);
        }
        list(&asked, dice, tally);
        tally.through("the past as it was kept");
    }
    for _ in 0..2 {
        let last = dice.below(world.revisions.len());
        let first = dice.below(last + 1);
        let asked = Asked {
            facts: &world.revisions[last].facts,
            view: &world.folded(first, last, dice),
            moments: &moments,
        };
        for _ in 0..ASKED {
            ask(&asked, dice, tally);
        }
        list(&asked, dice, tally);
        tally.through("the past as it is folded");
    }
}

/// `GRANTOR_TEST_DECISIONS` says how many at least, `GRANTOR_TEST_SEED` from which world on.
#[test]
fn a_million_decisions_are_those_of_the_naive_model() {
    let wanted = number("GRANTOR_TEST_DECISIONS").unwrap_or(1_000_000);
    let first = number("GRANTOR_TEST_SEED").unwrap_or_else(Dice::new_seed);
    let mut tally = Tally::default();
    let mut seed = first;
    while tally.decisions < wanted {
        let asked = catch_unwind(AssertUnwindSafe(|| ask_world(seed, &mut tally)));
        if let Err(failed) = asked {
            eprintln!("To see it again: GRANTOR_TEST_SEED={seed} GRANTOR_TEST_DECISIONS=1");
            resume_unwind(failed);
        }
        seed += 1;
    }
    let (decisions, worlds) = (tally.decisions, seed - first);
    println!("{decisions} decisions in {worlds} worlds from seed {first}:\n{tally}");
    if wanted >= ENOUGH {
        assert_eq!(tally.missing(), Vec::<String>::new(), "never came up");
    }
}
