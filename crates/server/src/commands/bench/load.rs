//! The load: so many calls over so many connections, so many in flight, each one timed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use cli::Failure;
use grantor::v1::CheckAccessRequest;
use grantor::v1::access_service_client::AccessServiceClient;
use tonic::Status;
use tonic::transport::Channel;

use super::connect::keyed;
use super::crowd;

/// What is called.
#[derive(Clone)]
pub(super) enum Target {
    /// One more grant in one organization.
    Write { key: String },
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) per_second: f64,
    pub(super) p50: u128,
    pub(super) p99: u128,
}

/// Makes `calls` calls and times each.
pub(super) async fn run(
    channels: &[Channel],
    target: &Target,
    in_flight: usize,
    calls: usize,
) -> Result<Measured, Failure> {
    let next = Arc::new(AtomicUsize::new(0));
    let started = Instant::now();
    let callers = channels
        .iter()
        .flat_map(|channel| (0..in_flight).map(move |_| channel.clone()));
    let callers: Vec<_> = callers
        .map(|channel| tokio::spawn(caller(channel, target.clone(), Arc::clone(&next), calls)))
        .collect();
    let mut times = Vec::with_capacity(calls);
    for caller in callers {
        times.extend(caller.await??);
    }
    let seconds = started.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .copied()
            .unwrap_or_default()
    };
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more digits")]
    let per_second = times.len() as f64 / seconds;
    Ok(Measured {
        per_second,
        p50: at(50),
        p99: at(99),
    })
}

async fn caller(
    channel: Channel,
    target: Target,
    next: Arc<AtomicUsize>,
    calls: usize,
) -> Result<Vec<u128>, Status> {
    let mut times = Vec::new();
    loop {
        let call = next.fetch_add(1, Ordering::Relaxed);
        if call >= calls {
            return Ok(times);
        }
        let sent = Instant::now();
        match &target {
            Target::Write { key } => crowd::give(&channel, key, call).await?,
        }
        times.push(sent.elapsed().as_micros());
    }
}

pub(super) async fn check(
    channel: &Channel,
    key: &str,
    questions: &[CheckAccessRequest],
    call: usize,
) -> Result<(), Status> {
    let question = questions
        .get(call % questions.len().max(1))
        .cloned()
        .unwrap_or_default();
    AccessServiceClient::new(channel.clone())
        .check_access(keyed(question, key)?)
        .await?;
    Ok(())
}

/// The round in the middle by rate.
pub(super) fn median(mut rounds: Vec<Measured>) -> Measured {
    rounds.sort_by(|a, b| a.per_second.total_cmp(&b.per_second));
    let middle = rounds.len() / 2;
    rounds.get(middle).copied().unwrap_or(Measured {
        per_second: 0.0,
        p50: 0,
        p99: 0,
    })
}
