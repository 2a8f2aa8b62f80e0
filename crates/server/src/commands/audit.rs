//! `grantor audit verify` and `heads`: does the change log still say what it said? Read from the database itself.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Subcommand;
use cli::{Failure, Run, say};

use super::{Configured, open};

#[derive(Debug, Subcommand)]
pub(super) enum Audit {
    /// Read every change of every home and check revisions, chain, heads and digests, and that the
    /// database's clock is not behind them; exit code 1 if any is wrong.
    Verify {
        /// Compare with heads that `audit heads` wrote earlier and that were kept elsewhere: shows a log cut short.
        #[arg(long, value_name = "FILE")]
        anchor: Option<PathBuf>,
        #[command(flatten)]
        configured: Configured,
    },
    /// Print the head of every home, to be kept in another place as an anchor.
    Heads {
        #[command(flatten)]
        configured: Configured,
    },
}

impl Run for Audit {
    async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Verify { anchor, configured } => verify(anchor, configured).await,
            Self::Heads { configured } => {
                let app = open(configured).await?;
                for anchor in app.anchors().await? {
                    say(&anchor.to_string())?;
                }
                app.close().await;
                Ok(ExitCode::SUCCESS)
            }
        }
    }
}

async fn verify(anchor: Option<PathBuf>, configured: Configured) -> Result<ExitCode, Failure> {
    let anchors = match anchor {
        None => Vec::new(),
        Some(path) => {
            let text = std::fs::read_to_string(&path)
                .map_err(|cause| format!("{} cannot be read: {cause}", path.display()))?;
            text.lines()
                .map(str::parse)
                .collect::<Result<Vec<app::Anchor>, _>>()?
        }
    };
    let app = open(configured).await?;
    let audited = app.audit(&anchors, |home, revision| {
        if revision % 10_000 == 0 {
            eprintln!("{home}: {revision} changes read");
        }
    });
    let audited = audited.await?;
    app.close().await;
    for wrong in &audited.findings {
        say(&format!("WRONG {wrong}"))?;
    }
    for clock in &audited.clocks {
        say(&format!("CLOCK {clock}"))?;
    }
    say(&format!(
        "{} homes, {} changes: {}",
        audited.homes,
        audited.changes,
        if audited.findings.is_empty() {
            "all verified"
        } else {
            "not as they were written"
        }
    ))?;
    Ok(
        if audited.findings.is_empty() && audited.clocks.is_empty() {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        },
    )
}
