//! `grantor bench`: what a check costs beside an RPC that does nothing behind the same layers, in one run.

mod beside;
mod connect;
mod crowd;
mod load;
mod noop;
mod world;
mod writes;

use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use app::{App, CallerLimits};
use clap::Args;
use cli::{Failure, print, say};

use crate::serve::{Extra, ListenOptions, serve_with};
use beside::Beside;
use connect::connect;
use load::{Measured, Target};
use world::World;

/// Measure CheckAccess against a call that does nothing.
#[derive(Debug, Args)]
pub(super) struct Bench {
    /// Connections at once.
    #[arg(long, default_value_t = 4)]
    connections: usize,
    /// Calls in flight on each connection.
    #[arg(long, default_value_t = 16)]
    in_flight: usize,
    /// Calls in each round of each kind.
    #[arg(long, default_value_t = 100_000)]
    calls: usize,
    /// Rounds; the two kinds take turns, and the medians are shown.
    #[arg(long, default_value_t = 5)]
    rounds: usize,
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
    /// How long each is measured.
    #[arg(long, default_value_t = 20, requires = "beside_previews_of")]
    seconds: u64,
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
        let address = serve(&app).await?;
        if let Some(grants) = self.beside_previews_of {
            return self.measure_beside(world, address, grants).await;
        }
        if let Some(writers) = self.writers {
            print(&writes::run(&world, address, writers, self.rounds, self.calls).await?)?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut channels = Vec::new();
        for _ in 0..self.connections {
            channels.push(connect(address).await?);
        }
        let noop = Target::Noop {
            key: world.key.clone(),
        };
        let check = Target::Check {
            key: world.key.clone(),
            questions: world.questions,
        };
        let mut measured: [Vec<Measured>; 2] = Default::default();
        // One round of each that is not counted: connections and memory warm up.
        for round in 0..=self.rounds {
            for (kind, target) in [&noop, &check].into_iter().enumerate() {
                let one = load::run(&channels, target, self.in_flight, self.calls).await?;
                if let (true, Some(rounds)) = (round > 0, measured.get_mut(kind)) {
                    rounds.push(one);
                }
            }
            eprintln!("round {round} of {} done", self.rounds);
        }
        let [noop, check] = measured.map(load::median);
        say("| call | requests/s | p50 µs | p99 µs |\n|---|---|---|---|")?;
        say(&format!(
            "| no-op | {:.0} | {} | {} |",
            noop.per_second, noop.p50, noop.p99
        ))?;
        say(&format!(
            "| CheckAccess | {:.0} | {} | {} |",
            check.per_second, check.p50, check.p99
        ))?;
        say(&format!(
            "\nCheckAccess / no-op: {:.3}",
            check.per_second / noop.per_second
        ))?;
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
            lasting: Duration::from_secs(self.seconds),
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
async fn serve(app: &Arc<App>) -> Result<SocketAddr, Failure> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let extra = Extra {
        path: noop::PATH,
        add: noop::beside,
    };
    let app = Arc::clone(app);
    tokio::spawn(serve_with(
        app,
        ListenOptions {
            callers: unlimited(),
            ..ListenOptions::plain(listener)
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
