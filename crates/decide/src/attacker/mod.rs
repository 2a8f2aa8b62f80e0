//! Three people of a partner collude: by random deeds they try to keep something at the client when the partnership ends
//! (rule 1).
//!
//! Decisions are made as always, on states and rows that are kept in memory, so that a world of 500 steps takes a moment.
//! A failure prints its seed; `GRANTOR_TEST_SEED` begins with that world, `GRANTOR_TEST_WORLDS` says how many there are.

mod actions;
mod cast;
mod dice;
mod judge;

use std::collections::BTreeMap;
use std::env;
use std::hash::{BuildHasher, Hasher};

use self::actions::Deed;
use self::cast::Cast;
use self::dice::Dice;

const STEPS: usize = 500;
/// Worlds where nothing else is said.
const WORLDS: u64 = 200;
/// How often a deed succeeds at least, on average, or the worlds would prove nothing.
const DONE_EACH: usize = 20;
/// What only a role of one's own lets one do, which they have at their own house alone.
const SELDOM_DONE: [Deed; 2] = [Deed::ShutOut, Deed::Lift];

#[test]
fn attack_a1_three_of_a_partner_keep_nothing_that_they_had_not_before() {
    let first = number("GRANTOR_TEST_SEED")
        .unwrap_or_else(|| std::hash::RandomState::new().build_hasher().finish());
    let worlds = number("GRANTOR_TEST_WORLDS").unwrap_or(WORLDS);
    let mut done = BTreeMap::new();
    for world in 0..worlds {
        play(first.wrapping_add(world), &mut done);
    }
    if worlds >= WORLDS {
        let mut expected = Deed::ALL.iter().filter(|deed| !SELDOM_DONE.contains(deed));
        let never = expected.find(|deed| !done.contains_key(deed));
        assert_eq!(never, None, "from seed {first}: {done:?}");
        let times: usize = done.values().sum();
        assert!(
            times > DONE_EACH * Deed::ALL.len(),
            "from seed {first}: {done:?}"
        );
    }
}

/// One world: what each of them has before, what they do, what they have after the end.
fn play(seed: u64, done: &mut BTreeMap<Deed, usize>) {
    let mut dice = Dice::new(seed);
    let mut cast = Cast::new(&mut dice);
    let before = cast.had();
    cast.begins(&mut dice);
    let mut log = Vec::new();
    for _ in 0..STEPS {
        let deed = Deed::any(&mut dice);
        if let Some(what) = deed.done(&mut cast, &mut dice) {
            *done.entry(deed).or_default() += 1;
            log.push(what);
        }
        cast.world.later(dice.roll(20_000));
    }
    cast.ends(&mut dice);
    if let Some(kept) = before.less_than(&mut cast) {
        panic!("seed {seed}: {kept}\nafter:\n{}", log.join("\n"));
    }
}

fn number(variable: &str) -> Option<u64> {
    let text = env::var(variable).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{variable} must be a number, not {text:?}")),
    )
}
