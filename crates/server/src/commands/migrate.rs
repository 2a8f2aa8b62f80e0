//! `grantor migrate`: the tables.

use std::process::ExitCode;

use app::{App, Options, Progress};
use clap::{Args, Subcommand};
use cli::{Failure, say};

use super::{Configured, options};

/// Bring the tables up to date, or say whether they are.
#[derive(Debug, Args)]
pub(super) struct Migrate {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Apply what is missing.
    Up(Configured),
    /// Say what is applied; exit code 1 if anything is missing.
    Status(Configured),
}

impl Migrate {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::Up(configured) => up(&opened_with(configured)?).await,
            Verb::Status(configured) => status(&opened_with(configured)?).await,
        }
    }
}

fn opened_with(configured: Configured) -> Result<Options, Failure> {
    let raw = configured.raw()?;
    crate::logs::start(raw.log.as_deref().or(Some("warn")), raw.log_format)?;
    Ok(options(&raw.database()?))
}

async fn up(options: &Options) -> Result<ExitCode, Failure> {
    let applied = App::migrate(options, tell).await?;
    say(&format!(
        "{} applied; the tables are up to date",
        applied.len()
    ))?;
    Ok(ExitCode::SUCCESS)
}

fn tell(progress: Progress) {
    match progress {
        Progress::Begins { name, rows, takes } if rows > 0 => {
            let takes = takes.as_secs();
            tell_line(&format!(
                "{name} goes through {rows} rows: up to {takes} s or so; stopped, it goes on when run again"
            ));
        }
        Progress::Begins { .. } => {}
        Progress::Applied(name) => tell_line(&format!("applied {name}")),
    }
}

/// Nobody who reads it is no reason to stop in the middle.
fn tell_line(line: &str) {
    let _ = say(line);
}

async fn status(options: &Options) -> Result<ExitCode, Failure> {
    let status = App::migration_status(options).await?;
    for (name, applied) in &status {
        say(&format!(
            "{} {name}",
            if *applied { "applied" } else { "missing" }
        ))?;
    }
    let whole = status.iter().all(|(_, applied)| *applied);
    Ok(if whole {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(1)
    })
}
