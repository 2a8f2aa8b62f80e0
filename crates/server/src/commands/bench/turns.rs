//! Calls that are measured in rounds, in which they take turns: what disturbs the machine for a while disturbs each.

use std::fmt::Write as _;

use cli::Failure;

use super::cores::SERVER;
use super::held::TOGETHER;
use super::options::Turns;
use super::wire::{self, Measured, Target};

/// Methods that answer one question, or many in one call.
pub(super) const CHECK: &str = "/grantor.v1.AccessService/CheckAccess";
pub(super) const STREAM: &str = "/grantor.v1.AccessService/StreamCheckAccess";
pub(super) const BATCH: &str = "/grantor.v1.AccessService/BatchCheckAccess";

/// What was measured of one target, round by round.
pub(super) struct Rounds {
    name: &'static str,
    /// Decisions in an answer, where it has some.
    decisions: Option<f64>,
    rounds: Vec<Measured>,
}

/// From now on this process has one core, and the load the other.
pub(super) fn take_cores() -> Result<(), Failure> {
    SERVER.take_this_process()
}

/// Measures each, in turns.
pub(super) fn measure(targets: &[Target], turns: Turns) -> Result<Vec<Rounds>, Failure> {
    let rounds = |target: &Target| Rounds {
        name: target.name,
        #[expect(clippy::cast_precision_loss, reason = "a hundred")]
        decisions: match target.path {
            BATCH => Some(TOGETHER as f64),
            CHECK | STREAM => Some(1.0),
            _ => None,
        },
        rounds: Vec::new(),
    };
    let mut measured: Vec<Rounds> = targets.iter().map(rounds).collect();
    // One round of each that is not counted: connections and memory warm up.
    for round in 0..=turns.rounds {
        for (target, measured) in targets.iter().zip(&mut measured) {
            let one = wire::run(target, turns.lasting());
            let one = one.map_err(|why| format!("{}: {why}", target.name))?;
            if round > 0 {
                measured.rounds.push(one);
            }
        }
        eprintln!("round {round} of {} done", turns.rounds);
    }
    Ok(measured)
}

/// Medians, and how they compare to the first, round by round.
pub(super) fn table(measured: &[Rounds]) -> String {
    let mut table = "| call | CPU µs | ÷ | answers/s | decisions/s of CPU | p50 µs | p99 µs |\n\
                     |---|---|---|---|---|---|---|\n"
        .to_owned();
    let Some(base) = measured.first() else {
        return table;
    };
    for one in measured {
        let cpu = one.median(|round| round.cpu);
        let decisions = one.decisions.map(|each| format!("{:.0}", each * 1e6 / cpu));
        // A String takes whatever is written to it.
        let _ = writeln!(
            table,
            "| {} | {cpu:.2} | {:.2} | {:.0} | {} | {:.0} | {:.0} |",
            one.name,
            base.over(one, |round| round.cpu),
            one.median(|round| round.per_second),
            decisions.unwrap_or_default(),
            one.median(micros_of_half),
            one.median(micros_of_most),
        );
    }
    let _ = writeln!(
        table,
        "\n÷: how many of them take as much as one {}, by CPU, the median of the rounds.",
        base.name
    );
    table
}

pub(super) fn micros_of_half(round: &Measured) -> f64 {
    round.p50.as_secs_f64() * 1e6
}

pub(super) fn micros_of_most(round: &Measured) -> f64 {
    round.p99.as_secs_f64() * 1e6
}

impl Rounds {
    fn median(&self, figure: impl Fn(&Measured) -> f64) -> f64 {
        median(self.rounds.iter().map(figure).collect())
    }

    /// How many times the other's figure this one's is.
    pub(super) fn over(&self, other: &Self, figure: impl Fn(&Measured) -> f64) -> f64 {
        let rounds = self.rounds.iter().zip(&other.rounds);
        median(
            rounds
                .map(|(one, other)| figure(one) / figure(other))
                .collect(),
        )
    }
}

/// The value in the middle.
pub(super) fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
