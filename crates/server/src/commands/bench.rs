//! `grantor bench`: what a check costs beside calls that do nothing, in one run; and what it costs beside other work.

mod beside;
mod checks;
mod connect;
mod cores;
mod crowd;
mod held;
mod load;
mod noop;
mod stock;
mod wire;
mod world;
mod writes;

use std::net::SocketAddr;
use std::num::NonZeroUsize;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use app::{App, CallerLimits};
use clap::Args;
use cli::{Failure, print};

use crate::serve::{Extra, ListenOptions, serve_with};
use beside::Beside;
use checks::Checks;
use wire::Pace;
use world::World;

/// Before a round counts.
const WARM: Duration = Duration::from_millis(500);

/// Measure what checks cost beside a call that does nothing: CPU of a server of its own on core 0, with the load on core 1.
#[derive(Debug, Args)]
pub(super) struct Bench {
    /// Grants of the organization that is asked about; it has a member for twenty of them, and a product for ten.
    #[arg(long, default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(20..))]
    grants: u64,
    /// Connections at once.
    #[arg(long, default_value_t = 8)]
    connections: usize,
    /// Calls in flight on each connection, and questions in flight on each stream.
    #[arg(long, default_value_t = 8)]
    in_flight: usize,
    /// Grants that each writer makes in a round.
    #[arg(long, default_value_t = 1_000, requires = "writers")]
    calls: usize,
    /// Rounds; what is measured takes turns, and the medians are shown.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// How long each is measured: 2 s in each round, 20 s beside previews.
    #[arg(long)]
    seconds: Option<u64>,
    /// Instead: checks at a steady pace, alone and beside previews of deleting another tenant's team that holds so many
    /// grants of invented tags.
    #[arg(long, value_name = "GRANTS")]
    beside_previews_of: Option<usize>,
    /// Previews that are asked for at once.
    #[arg(long, default_value_t = 5, requires = "beside_previews_of")]
    previews: usize,
    /// Instead: grants made in one organization, by one caller and by so many at once.
    #[arg(long, conflicts_with = "beside_previews_of")]
    writers: Option<usize>,
    /// An empty database to fill, in place of a SQLite file of its own: postgres://…
    #[arg(long, value_name = "URL")]
    database: Option<String>,
}

impl Bench {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let directory = std::env::temp_dir().join(format!("grantor-bench-{}", std::process::id()));
        let outcome = self.measure(&directory).await;
        // The directory is of this run alone; what is left of it is no loss.
        let _ = std::fs::remove_dir_all(&directory);
        outcome
    }

    async fn measure(&self, directory: &std::path::Path) -> Result<ExitCode, Failure> {
        std::fs::create_dir_all(directory)?;
        let app = world::open(directory, self.database.as_deref()).await?;
        let world = world::fill(&app).await?;
        let measures_checks = self.beside_previews_of.is_none() && self.writers.is_none();
        // Checks are measured by what one core does.
        let address = serve(&app, measures_checks.then_some(NonZeroUsize::MIN)).await?;
        if let Some(grants) = self.beside_previews_of {
            return self.measure_beside(world, address, grants).await;
        }
        if let Some(writers) = self.writers {
            print(&writes::run(&world, address, writers, self.rounds, self.calls).await?)?;
            return Ok(ExitCode::SUCCESS);
        }
        let checks = Checks {
            address,
            key: world.key,
            grants: usize::try_from(self.grants)?,
            pace: Pace {
                connections: self.connections,
                in_flight: self.in_flight,
                warm: WARM,
                lasting: Duration::from_secs(self.seconds.unwrap_or(2)),
            },
            rounds: self.rounds,
        };
        print(&checks.run().await?)?;
        Ok(ExitCode::SUCCESS)
    }

    /// The load has a thread of its own: it is not to wait for the workers whose waiting it measures.
    async fn measure_beside(
        &self,
        world: World,
        address: SocketAddr,
        grants: usize,
    ) -> Result<ExitCode, Failure> {
        let beside = Beside {
            world: Arc::new(world),
            address,
            grants,
            previews: self.previews,
            lasting: Duration::from_secs(self.seconds.unwrap_or(20)),
        };
        let load = tokio::task::spawn_blocking(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()?;
            runtime.block_on(beside.run())
        });
        print(&load.await??)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The real server, on a port of its own.
async fn serve(app: &Arc<App>, cores: Option<NonZeroUsize>) -> Result<SocketAddr, Failure> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let extra = Extra {
        path: noop::PATH,
        add: noop::beside,
    };
    let app = Arc::clone(app);
    let usual = ListenOptions::plain(listener);
    tokio::spawn(serve_with(
        app,
        ListenOptions {
            callers: unlimited(),
            cores: cores.unwrap_or(usual.cores),
            ..usual
        },
        Duration::ZERO,
        std::future::pending(),
        Some(extra),
    ));
    Ok(address)
}

/// The limits are asked as ever, and nobody meets them: one key asks here as fast as it can.
fn unlimited() -> CallerLimits {
    let usual = CallerLimits::default();
    let rate = usual.key_rate.saturating_mul(usual.key_rate);
    CallerLimits {
        key_rate: rate,
        organization_rate: rate,
        ..usual
    }
}
