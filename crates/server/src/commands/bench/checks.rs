//! What does a check cost the server, beside a call that does nothing? On tonic as it comes, and behind the layers that every
//! call of Grantor passes.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::Arc;

use cli::Failure;
use hyper::body::Bytes;

use super::connect::connect;
use super::cores::SERVER;
use super::held::{self, Held, Size, TOGETHER};
use super::noop;
use super::stock::Stock;
use super::wire::{self, Measured, Pace, Target, framed};

const CHECK: &str = "/grantor.v1.AccessService/CheckAccess";
const BATCH: &str = "/grantor.v1.AccessService/BatchCheckAccess";
const STREAM: &str = "/grantor.v1.AccessService/StreamCheckAccess";

/// What is measured, in rounds that take turns.
pub(super) struct Checks {
    pub(super) address: SocketAddr,
    pub(super) key: String,
    pub(super) grants: usize,
    pub(super) pace: Pace,
    pub(super) rounds: usize,
}

impl Checks {
    /// Loads the organization with all cores; then each has its own.
    pub(super) async fn run(self) -> Result<String, Failure> {
        let channel = connect(self.address).await?;
        let held = held::load(&channel, &self.key, Size::of(self.grants)).await?;
        drop(channel);
        tokio::task::spawn_blocking(move || self.measure(held)).await?
    }

    fn measure(&self, mut held: Held) -> Result<String, Failure> {
        SERVER.take_this_process()?;
        let stock = Stock::begin()?;
        let targets = self.targets(&stock, &mut held);
        let mut measured: Vec<Vec<Measured>> = targets.iter().map(|_| Vec::new()).collect();
        // One round of each that is not counted: connections and memory warm up.
        for round in 0..=self.rounds {
            for (target, rounds) in targets.iter().zip(&mut measured) {
                let one = wire::run(target, self.pace);
                let one = one.map_err(|why| format!("{}: {why}", target.name))?;
                if round > 0 {
                    rounds.push(one);
                }
            }
            eprintln!("round {round} of {} done", self.rounds);
        }
        Ok(table(&targets, &measured))
    }

    /// The call on tonic as it comes stands first.
    fn targets(&self, stock: &Stock, held: &mut Held) -> [Target; 5] {
        let nothing: Arc<Vec<Bytes>> = Arc::new(vec![framed(&())]);
        let own = |name, path, messages| Target {
            name,
            address: self.address,
            path,
            key: Some(self.key.clone()),
            messages,
            streams: false,
        };
        [
            Target {
                address: stock.address,
                key: None,
                ..own("no-op, tonic as it comes", noop::PATH, Arc::clone(&nothing))
            },
            own("no-op, Grantor's layers", noop::PATH, nothing),
            own("CheckAccess", CHECK, held.checks()),
            own("BatchCheckAccess of 100", BATCH, held.batches()),
            Target {
                streams: true,
                ..own("StreamCheckAccess, each answer", STREAM, held.streamed())
            },
        ]
    }
}

/// Medians, and how they compare to the first, round by round.
fn table(targets: &[Target], measured: &[Vec<Measured>]) -> String {
    let head = "| call | CPU µs | ÷ | answers/s | decisions/s of CPU | p50 µs | p99 µs |\n|---|---|---|---|---|---|---|\n";
    let mut table = head.to_owned();
    let base = measured.first().map_or(&[][..], Vec::as_slice);
    for (target, rounds) in targets.iter().zip(measured) {
        let of = |figure: fn(&Measured) -> f64| median(rounds.iter().map(figure).collect());
        let ratio = median(
            base.iter()
                .zip(rounds)
                .map(|(base, one)| base.cpu / one.cpu)
                .collect(),
        );
        let cpu = of(|one| one.cpu);
        let decisions = match target.path {
            noop::PATH => String::new(),
            #[expect(clippy::cast_precision_loss, reason = "a hundred")]
            BATCH => format!("{:.0}", TOGETHER as f64 * 1e6 / cpu),
            _ => format!("{:.0}", 1e6 / cpu),
        };
        // A String takes whatever is written to it.
        let _ = writeln!(
            table,
            "| {} | {cpu:.2} | {ratio:.2} | {:.0} | {decisions} | {:.0} | {:.0} |",
            target.name,
            of(|one| one.per_second),
            of(|one| one.p50.as_secs_f64() * 1e6),
            of(|one| one.p99.as_secs_f64() * 1e6),
        );
    }
    table.push_str("\n÷: how many of them take as much as one no-op on tonic as it comes, by CPU, the median of the rounds.\n");
    table
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}
