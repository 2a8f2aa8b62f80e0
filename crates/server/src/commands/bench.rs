//! `grantor bench`: what Grantor costs, measured over the wire on the real server, each figure beside another of the same run.

mod batches;
mod beside;
mod beside_previews;
mod beside_writes;
mod checks;
mod children;
mod connect;
mod cores;
mod crowd;
mod held;
mod lists;
mod load;
mod loads;
mod noop;
mod options;
mod past;
mod start;
mod turns;
mod wire;
mod world;
mod writes;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use cli::{Failure, print};

/// Measure what Grantor costs, on a server and a database of its own.
///
/// Without a command it measures checks: CPU of a server on core 0, with the load on core 1, beside a call that does nothing,
/// on Grantor's layers and on tonic as it comes. That one is a program of its own, which is built together with this one by
/// `cargo build --release --bins --examples`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Bench {
    #[command(subcommand)]
    what: Option<What>,
    #[command(flatten)]
    checks: checks::Checks,
}

#[derive(Debug, Subcommand)]
enum What {
    Lists(lists::Lists),
    Batches(batches::Batches),
    BesidePreviews(beside_previews::BesidePreviews),
    BesideWrites(beside_writes::BesideWrites),
    Writes(writes::Writes),
    Loads(loads::Loads),
    Start(start::Start),
    Past(past::Past),
}

impl Bench {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let told = match self.what {
            None => self.checks.run().await,
            Some(What::Lists(lists)) => lists.run().await,
            Some(What::Batches(batches)) => batches.run().await,
            Some(What::BesidePreviews(beside)) => beside.run().await,
            Some(What::BesideWrites(beside)) => beside.run().await,
            Some(What::Writes(writes)) => writes.run().await,
            Some(What::Loads(loads)) => loads.run().await,
            Some(What::Start(start)) => start.run().await,
            Some(What::Past(past)) => past.run().await,
        };
        print(&told?)?;
        Ok(ExitCode::SUCCESS)
    }
}
