//! Calls by so many at once, each one timed, on a thread of the load's own.

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
use super::held::Gifts;

/// On a thread of its own: it is not to wait for the workers whose waiting it measures, nor is its CPU time theirs.
pub(super) async fn alone<T: Send + 'static>(
    load: impl AsyncFnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let load = tokio::task::spawn_blocking(move || {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        runtime.block_on(load())
    });
    load.await?
}

/// How fast grants were made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measured {
    pub(super) per_second: f64,
    /// In microseconds.
    pub(super) p50: u128,
    pub(super) p99: u128,
}

/// So many callers make so many of these grants together, the first of this number.
pub(super) async fn give(
    (channel, key): (&Channel, &str),
    gifts: &Gifts,
    callers: usize,
    (first, grants): (usize, usize),
) -> Result<Measured, Failure> {
    let next = Arc::new(AtomicUsize::new(first));
    let started = Instant::now();
    let callers: Vec<_> = (0..callers)
        .map(|_| {
            let (channel, key, next) = (channel.clone(), key.to_owned(), Arc::clone(&next));
            tokio::spawn(caller((channel, key), gifts.clone(), next, first + grants))
        })
        .collect();
    let mut times = Vec::with_capacity(grants);
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
    (channel, key): (Channel, String),
    gifts: Gifts,
    next: Arc<AtomicUsize>,
    end: usize,
) -> Result<Vec<u128>, Status> {
    let mut times = Vec::new();
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        if number >= end {
            return Ok(times);
        }
        let sent = Instant::now();
        crowd::give(&channel, &key, gifts.gift(number)).await?;
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
