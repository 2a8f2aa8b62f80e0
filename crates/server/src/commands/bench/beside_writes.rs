//! How do checks fare while the organization that they are about changes all the time?

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use clap::Args;
use cli::Failure;
use tokio::task::JoinSet;

use super::beside::{Steady, Stop};
use super::connect::connect;
use super::crowd;
use super::held::{self, Held, Size};
use super::load::alone;
use super::options::{Filled, On, at_least_one};
use super::world::World;

/// Measure checks at a steady pace, alone and beside writes in the same organization.
///
/// A check is sent every 5 ms, and a grant is made so many times a second; neither waits for the one before.
#[derive(Debug, Args)]
pub(super) struct BesideWrites {
    /// Grants made a second.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(1..))]
    rate: u32,
    /// Rounds; checks alone and beside the writes take turns.
    #[arg(long, default_value_t = 3, value_parser = at_least_one)]
    rounds: usize,
    /// How long each is measured in a round.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    on: On,
}

impl BesideWrites {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, None).await?;
        let size = Size::of(self.filled)?;
        let held = held::load(&world, size, held::CALLERS).await?;
        let written = usize::try_from(self.seconds)? * usize::try_from(self.rate)?;
        let all = (size.grants + (written + 1) * self.rounds).saturating_mul(2);
        held::make_room(&world, all).await?;
        alone(async move || self.compare(&world, held).await).await
    }

    async fn compare(&self, world: &World, mut held: Held) -> Result<String, Failure> {
        let channel = connect(world.address).await?;
        let steady = Steady {
            address: world.address,
            key: world.key.clone(),
            questions: held.questions(),
            rounds: self.rounds,
            lasting: Duration::from_secs(self.seconds),
        };
        let (gifts, made) = (held.gifts(), Arc::new(AtomicUsize::new(0)));
        let every = Duration::from_secs(1) / self.rate;
        let begin = |stop: Stop| {
            let (channel, key, made) = (channel.clone(), world.key.clone(), Arc::clone(&made));
            let gifts = gifts.clone();
            let mut writing = JoinSet::new();
            writing.spawn(async move {
                let mut pace = tokio::time::interval(every);
                let mut writes: JoinSet<Result<(), tonic::Status>> = JoinSet::new();
                while !stop.load(Ordering::Relaxed) {
                    pace.tick().await;
                    let (channel, key) = (channel.clone(), key.clone());
                    let gift = gifts.gift(made.fetch_add(1, Ordering::Relaxed));
                    writes.spawn(async move { crowd::give(&channel, &key, gift).await });
                }
                while let Some(written) = writes.join_next().await {
                    written??;
                }
                Ok(())
            });
            writing
        };
        let compared = steady.compare(begin).await?;
        let made = made.load(Ordering::Relaxed);
        let table = compared.table(&format!("{} writes a second", self.rate));
        let seconds = self.seconds.saturating_mul(u64::try_from(self.rounds)?);
        Ok(format!(
            "{table}\nGrants made meanwhile, in {seconds} s: {made}\n"
        ))
    }
}
