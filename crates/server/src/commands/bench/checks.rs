//! What does a check cost the server, beside a call that does nothing? On tonic as it comes, and behind the layers that every
//! call of Grantor passes.

use std::num::NonZeroUsize;
use std::sync::Arc;

use clap::Args;
use cli::Failure;
use hyper::body::Bytes;

use super::children::Stock;
use super::cores::Whose;
use super::held::{self, Held, Size};
use super::noop;
use super::options::{AtOnce, Filled, On, Turns};
use super::turns::{self, BATCH, CHECK, STREAM};
use super::wire::{Target, framed};
use super::world::World;

#[derive(Debug, Args)]
pub(super) struct Checks {
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    at_once: AtOnce,
    #[command(flatten)]
    turns: Turns,
    #[command(flatten)]
    on: On,
}

impl Checks {
    /// Loads the organization with all cores; then each has its own.
    pub(super) async fn run(self) -> Result<String, Failure> {
        // Before all that takes long, so that what is missing is told at once.
        drop(Stock::begin()?);
        // What one core does is measured.
        let world = World::begin(&self.on, Some(NonZeroUsize::MIN)).await?;
        let held = held::load(&world, Size::of(self.filled)?, held::CALLERS).await?;
        tokio::task::spawn_blocking(move || self.measure(&world, held)).await?
    }

    fn measure(&self, world: &World, mut held: Held) -> Result<String, Failure> {
        turns::take_cores()?;
        let stock = Stock::begin()?;
        let targets = self.targets(world, &stock, &mut held);
        Ok(turns::table(&turns::measure(&targets, self.turns)?))
    }

    /// The call on tonic as it comes stands first.
    fn targets(&self, world: &World, stock: &Stock, held: &mut Held) -> [Target; 7] {
        let nothing: Arc<Vec<Bytes>> = Arc::new(vec![framed(&())]);
        let own = |name, path, messages: &Arc<Vec<Bytes>>| {
            world.target(name, path, messages, self.at_once)
        };
        let on_one = |target: Target| Target {
            connections: 1,
            in_flight: target.connections * target.in_flight,
            ..target
        };
        let (checks, streamed) = (held.checks(), held.streamed());
        let stream = |name| Target {
            streams: true,
            ..own(name, STREAM, &streamed)
        };
        [
            Target {
                address: stock.address,
                server: stock.process(),
                key: None,
                ..own("no-op, tonic as it comes", noop::PATH, &nothing)
            },
            own("no-op, Grantor's layers", noop::PATH, &nothing),
            own("CheckAccess", CHECK, &checks),
            on_one(own("CheckAccess, all on one connection", CHECK, &checks)),
            own("BatchCheckAccess of 100", BATCH, &held.batches()),
            stream("StreamCheckAccess, each answer"),
            on_one(stream("StreamCheckAccess, all on one stream")),
        ]
    }
}

impl World {
    /// A method of the server, with the key.
    pub(super) fn target(
        &self,
        name: &'static str,
        path: &'static str,
        messages: &Arc<Vec<Bytes>>,
        AtOnce {
            connections,
            in_flight,
        }: AtOnce,
    ) -> Target {
        Target {
            name,
            address: self.address,
            server: Whose::Others,
            path,
            key: Some(self.key.clone()),
            messages: Arc::clone(messages),
            streams: false,
            connections,
            in_flight,
        }
    }
}
