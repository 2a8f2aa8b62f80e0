//! `grantor audit`: what changed, and does the change log still say what it said?

pub(super) mod changes;

use std::process::ExitCode;

use clap::{Args, Subcommand};

use super::{Failure, Run};

/// Read the change log, and prove that it still says what it said.
#[derive(Debug, Args)]
#[command(
    after_help = "list and show ask a running Grantor, with a key. verify and heads read its database, on the operator's own machine."
)]
pub(super) struct Audit<S: Run> {
    #[command(subcommand)]
    verb: Verb<S>,
}

#[derive(Debug, Subcommand)]
enum Verb<S: Run> {
    /// The changes of an organization, the latest first: who changed what, when and why.
    List(Box<changes::List>),
    /// One change, with each thing as it was right after it.
    Show(changes::Show),
    #[command(flatten)]
    OnDatabase(S),
}

impl<S: Run> Audit<S> {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::List(list) => list.run().await.map(|()| ExitCode::SUCCESS),
            Verb::Show(show) => show.run().await.map(|()| ExitCode::SUCCESS),
            Verb::OnDatabase(command) => command.run().await,
        }
    }
}
