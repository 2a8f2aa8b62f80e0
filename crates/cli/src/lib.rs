//! The command line of `grantor`: what each command takes and where it is done. It is a client like any other; what runs
//! the service, or opens its database, the service hands in.

// `println!` panics where whoever reads has read enough; `terminal.rs` prints.
#![warn(clippy::print_stdout)]

mod audit;
mod caller;
mod catalog;
mod check;
mod client;
mod completions;
mod explain;
mod fresh;
mod grants;
mod groups;
mod health;
mod json;
mod keys;
mod list;
mod man;
mod matrix;
mod members;
mod misuse;
mod output;
mod pages;
mod partnerships;
mod refusal;
mod requests;
mod short;
mod table;
mod terminal;
mod watch;
mod words;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use catalog::{CatalogFile, NamedSettings};
pub use health::Health;
pub use terminal::{print, say};

/// What ends a command early.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What no client can do, and the service hands in.
pub trait Service {
    /// The commands that run it.
    type Running: Run;
    /// What `audit` does with its database.
    type Audit: Run;
    /// What `keys` does with its key ring and its database.
    type Keys: Run;
}

/// Commands that the command line does not know by itself.
pub trait Run: Subcommand {
    /// Does the one that was chosen.
    fn run(self) -> impl Future<Output = Result<ExitCode, Failure>>;
}

/// Grantor: who may do what on which product, and why.
#[derive(Parser)]
#[command(
    name = "grantor",
    version,
    after_help = "\
Names can be short: acme stands for organizations/acme, alice for users/alice and acme/drive-1 for
organizations/acme/products/drive-1, wherever it is clear which kind of thing is meant. Full names always work.

A first try: `grantor dev`, and paste what it prints. How a command is used: grantor COMMAND --help."
)]
pub struct Command<S: Service> {
    #[command(subcommand)]
    verb: Verb<S>,
}

#[derive(Subcommand)]
enum Verb<S: Service> {
    /// Ask whether a user may do something; exit code 0 is yes, 1 is no.
    Check(check::Check),
    /// Ask why a user may do something, or may not and who could change that.
    Explain(explain::Explain),
    /// Ask which products a user may use, who may use a product, which rights somebody has, gained or lost.
    List(list::List),
    /// Draw who may what: members and products as a picture.
    Matrix(matrix::Matrix),
    /// See the members of an organization and what they have.
    Members(members::Members),
    /// See which partners an organization entrusts with its products.
    Partnerships(partnerships::Partnerships),
    /// Read the change log, and prove that it still says what it said.
    Audit(audit::Audit<S::Audit>),
    /// Follow changes as they happen.
    Watch(watch::Watch),
    /// See, give and take back grants.
    Grants(grants::Grants),
    /// See change requests, talk about them, and apply or reject them.
    Requests(requests::Requests),
    /// Declare the product types, their rights and the platform's settings from one file.
    Catalog(catalog::Catalog),
    /// Make the key ring, and make, see and revoke keys of service accounts.
    Keys(keys::Keys<S::Keys>),
    #[command(flatten)]
    Running(S::Running),
    /// Print what a shell reads to complete commands and flags.
    Completions(completions::Completions),
    /// Write the manual, a page for each command.
    Man(man::Man),
}

impl<S: Service> Command<S> {
    /// As clap knows it, its help in groups.
    fn described() -> clap::Command {
        groups::grouped(<Self as CommandFactory>::command())
    }

    /// Of the process: help, versions and misuse end it here.
    pub fn of_process() -> Self {
        let matches = Self::described().try_get_matches();
        let mut matches = matches.unwrap_or_else(|wrong| misuse::exit(&wrong));
        Self::from_arg_matches_mut(&mut matches).unwrap_or_else(|wrong| misuse::exit(&wrong))
    }

    /// Does it.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::Check(check) => check.run().await,
            Verb::Explain(explain) => explain.run().await,
            Verb::List(list) => list.run().await,
            Verb::Matrix(matrix) => matrix.run().await,
            Verb::Members(members) => members.run().await,
            Verb::Partnerships(partnerships) => partnerships.run().await,
            Verb::Audit(audit) => audit.run().await,
            Verb::Watch(watch) => watch.run().await,
            Verb::Grants(grants) => grants.run().await,
            Verb::Requests(requests) => requests.run().await,
            Verb::Catalog(catalog) => catalog.run().await,
            Verb::Keys(keys) => keys.run().await,
            Verb::Running(command) => command.run().await,
            Verb::Completions(completions) => completions.run(Self::described()),
            Verb::Man(man) => man.run(Self::described()),
        }
    }
}
