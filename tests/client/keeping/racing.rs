//! Many threads ask while much is told: is anything given that was taken back before?

use std::sync::Barrier;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

use super::{Cache, at, of, there};

const ROUNDS: u64 = 300;
const NAMES: [&str; 3] = ["users/alice", "users/bob", "users/cleo"];

/// What is true of one user: a number that grows, and the one that was told last.
#[derive(Default)]
struct Truth {
    is: AtomicU64,
    told: AtomicU64,
}

#[test]
fn nothing_older_than_what_was_taken_in_is_given() {
    let cache = Cache::bounded(4);
    cache.hear(&["*"], "t0", 100, 0.0);
    let truths: [Truth; NAMES.len()] = Default::default();
    let (over, wrong) = (AtomicBool::new(false), AtomicBool::new(false));
    let all = Barrier::new(5);
    let given = AtomicU64::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                all.wait();
                while !over.load(Ordering::SeqCst) {
                    for (name, truth) in NAMES.iter().zip(&truths) {
                        let told = truth.told.load(Ordering::SeqCst);
                        if let Some(answer) = cache.find(name, 0.2) {
                            wrong.fetch_or(answer < told, Ordering::SeqCst);
                            given.fetch_add(1, Ordering::SeqCst);
                            continue;
                        }
                        let asked = cache.0.ask(of(name), at(0.1));
                        let answer = truth.is.load(Ordering::SeqCst);
                        thread::yield_now();
                        asked.answered(answer, Some(there(100)), None);
                    }
                }
            });
        }
        all.wait();
        for round in 1..=ROUNDS {
            let index = usize::try_from(round).expect("few") % NAMES.len();
            let everybody = round % 5 == 0;
            let changed = if everybody {
                0..NAMES.len()
            } else {
                index..index + 1
            };
            for truth in &truths[changed.clone()] {
                truth.is.store(round, Ordering::SeqCst);
            }
            match round {
                _ if round % 25 == 0 => {
                    cache.0.lose();
                    cache.hear(&["*"], "t1", 100, 0.1);
                }
                _ if everybody => cache.hear(&["*"], "t1", 100, 0.1),
                _ => cache.hear(&[NAMES[index]], "t1", 100, 0.1),
            }
            for truth in &truths[changed] {
                truth.told.store(round, Ordering::SeqCst);
            }
            // Sometimes at once, sometimes when much was given meanwhile.
            let enough = given.load(Ordering::SeqCst) + round % 5;
            while given.load(Ordering::SeqCst) < enough && !wrong.load(Ordering::SeqCst) {
                thread::yield_now();
            }
        }
        over.store(true, Ordering::SeqCst);
    });
    assert!(
        !wrong.into_inner(),
        "something was given that was taken back before"
    );
    assert!(given.into_inner() > ROUNDS);
}
