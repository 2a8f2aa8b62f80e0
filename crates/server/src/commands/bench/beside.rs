//! Checks at a steady pace, alone and beside something else, in rounds that take turns.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use cli::Failure;
use grantor::v1::CheckAccessRequest;
use tokio::task::JoinSet;
use tokio::time::Instant;
use tonic::Status;
use tonic::transport::Channel;

use super::connect::connect;
use super::load::check;
use super::turns::median;

/// One check is sent so often, whether or not the one before was answered.
const EVERY: Duration = Duration::from_millis(5);

/// What is asked, and for how long.
pub(super) struct Steady {
    pub(super) address: SocketAddr,
    pub(super) key: String,
    pub(super) questions: Arc<Vec<CheckAccessRequest>>,
    pub(super) rounds: usize,
    pub(super) lasting: Duration,
}

/// Is told when to stop.
pub(super) type Stop = Arc<AtomicBool>;

/// How long each check took from when it was due, in order, and how the rounds' p99 compare.
pub(super) struct Compared {
    alone: Vec<Duration>,
    beside: Vec<Duration>,
    ratio: f64,
}

impl Steady {
    /// `begin` begins what is to go on beside the checks, until it is told to stop.
    pub(super) async fn compare(
        &self,
        begin: impl Fn(Stop) -> JoinSet<Result<(), Failure>>,
    ) -> Result<Compared, Failure> {
        let channel = connect(self.address).await?;
        let (mut alone, mut beside, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
        for round in 1..=self.rounds {
            let without = self.checks(&channel).await?;
            let stop = Stop::default();
            let mut others = begin(Arc::clone(&stop));
            let with = self.checks(&channel).await?;
            stop.store(true, Ordering::Relaxed);
            while let Some(ended) = others.join_next().await {
                ended??;
            }
            ratios.push(at(&with, 99).as_secs_f64() / at(&without, 99).as_secs_f64());
            alone.extend(without);
            beside.extend(with);
            eprintln!("round {round} of {} done", self.rounds);
        }
        alone.sort_unstable();
        beside.sort_unstable();
        Ok(Compared {
            alone,
            beside,
            ratio: median(ratios),
        })
    }

    /// Sends checks at a steady pace for so long, and waits for all answers: how long they took, in order.
    async fn checks(&self, channel: &Channel) -> Result<Vec<Duration>, Failure> {
        let mut pace = tokio::time::interval(EVERY);
        let begun = Instant::now();
        let mut asked = Vec::new();
        while begun.elapsed() < self.lasting {
            let due = pace.tick().await;
            let (channel, key) = (channel.clone(), self.key.clone());
            let (questions, number) = (Arc::clone(&self.questions), asked.len());
            asked.push(tokio::spawn(async move {
                check(&channel, &key, &questions, number).await?;
                Ok::<_, Status>(due.elapsed())
            }));
        }
        let mut times = Vec::with_capacity(asked.len());
        for answer in asked {
            times.push(answer.await??);
        }
        times.sort_unstable();
        Ok(times)
    }
}

impl Compared {
    pub(super) fn table(&self, beside: &str) -> String {
        format!(
            "| checks | count | p50 ms | p99 ms | longest ms |\n|---|---|---|---|---|\n| alone | {} |\n\
             | beside {beside} | {} |\n\np99 beside ÷ alone, the median of the rounds: {:.2}\n",
            row(&self.alone),
            row(&self.beside),
            self.ratio
        )
    }
}

/// The time within which so many of a hundred were answered.
fn at(times: &[Duration], share: usize) -> Duration {
    let place = (times.len() * share / 100).min(times.len().saturating_sub(1));
    times.get(place).copied().unwrap_or_default()
}

fn row(times: &[Duration]) -> String {
    let at = |share| format!("{:.1}", at(times, share).as_secs_f64() * 1_000.0);
    let (p50, p99, longest) = (at(50), at(99), at(100));
    format!("{} | {p50} | {p99} | {longest}", times.len())
}
