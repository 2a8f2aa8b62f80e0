//! `grantor migrate`: the tables.

use std::process::ExitCode;

use app::App;
use clap::{Args, Subcommand};

use super::{Configured, Failure, options};

/// Bring the tables up to date, or say whether they are.
#[derive(Debug, Args)]
pub(super) struct Migrate {
    #[command(subcommand)]
    verb: Verb,
    #[command(flatten)]
    configured: Configured,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Apply what is missing.
    Up,
    /// Say what is applied; exit code 1 if anything is missing.
    Status,
}

impl Migrate {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let given = self.configured.given()?;
        crate::logs::start(given.log.as_deref().or(Some("warn")), given.log_format)?;
        let options = options(&given.database()?);
        match self.verb {
            Verb::Up => {
                let applied = App::migrate(&options).await?;
                for name in &applied {
                    println!("applied {name}");
                }
                println!("{} applied; the tables are up to date", applied.len());
                Ok(ExitCode::SUCCESS)
            }
            Verb::Status => {
                let status = App::migration_status(&options).await?;
                for (name, applied) in &status {
                    println!("{} {name}", if *applied { "applied" } else { "missing" });
                }
                let whole = status.iter().all(|(_, applied)| *applied);
                Ok(if whole { ExitCode::SUCCESS } else { ExitCode::from(1) })
            }
        }
    }
}
