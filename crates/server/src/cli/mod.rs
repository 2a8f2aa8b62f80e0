//! The commands of `grantor`: what each takes and where it is done.

mod audit;
mod bench;
pub(crate) mod catalog;
mod check;
mod client;
mod dev;
mod keys;
mod mail;
mod migrate;
mod operators;
mod serve;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Call, Options, Rule};
use clap::{Args, Parser, Subcommand};
use domain::{Caller, Who};

use crate::settings::{Database, Given, SettingsError};

/// What ends a command early.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Grantor: who may do what on which product, and why.
#[derive(Debug, Parser)]
#[command(
    name = "grantor",
    version,
    after_help = "A first try: `grantor dev`, and paste what it prints."
)]
pub struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Start on an embedded SQLite file under ./.grantor with demo data, on loopback only.
    Dev(dev::Dev),
    /// Start the service.
    Serve(serve::Serve),
    /// Bring the tables up to date, or say whether they are.
    Migrate(migrate::Migrate),
    /// Ask a running Grantor whether a user may do something; exit code 0 is yes, 1 is no.
    Check(check::Check),
    /// Look after the change log.
    Audit(audit::Audit),
    /// Name operators: users or service accounts that run the platform.
    Operators(operators::Operators),
    /// See mails that wait or were given up, and try them again.
    Mail(mail::Mail),
    /// Measure CheckAccess beside a call that does nothing, on a server of its own.
    Bench(bench::Bench),
    /// Make the key ring, and keys for service accounts.
    Keys(keys::Keys),
    /// Declare the product types, their rights and the platform's settings from one file.
    Catalog(catalog::Catalog),
}

impl Command {
    /// Does it.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::Dev(dev) => dev.run().await,
            Verb::Serve(serve) => serve.run().await,
            Verb::Migrate(migrate) => migrate.run().await,
            Verb::Check(check) => check.run().await,
            Verb::Audit(audit) => audit.run().await,
            Verb::Operators(operators) => operators.run().await,
            Verb::Mail(mail) => mail.run().await,
            Verb::Bench(bench) => bench.run().await,
            Verb::Keys(keys) => keys.run().await,
            Verb::Catalog(catalog) => catalog.run().await,
        }
    }
}

/// The settings, and the file under them.
#[derive(Debug, Clone, Args)]
pub(crate) struct Configured {
    /// A TOML file with settings, under what the environment and flags say.
    #[arg(long, env = "GRANTOR_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    given: Given,
}

impl Configured {
    pub(crate) fn given(self) -> Result<Given, SettingsError> {
        self.given.over_file(self.config.as_deref())
    }
}

/// What the application is opened with.
pub(crate) fn options(database: &Database) -> Options {
    Options {
        database_url: database.url.clone(),
        reader_connections: database.reader_connections,
        key_file: database.key_file.clone(),
        create_keys: false,
        mail: None,
        clock: None,
    }
}

/// Opens the database of these settings, for commands of the operator.
pub(crate) async fn open(configured: Configured) -> Result<Arc<App>, Failure> {
    let given = configured.given()?;
    crate::logs::start(given.log.as_deref().or(Some("warn")), given.log_format)?;
    Ok(App::open(&options(&given.database()?), false).await?)
}

/// Opens the database, does it, and lets what is noted beside it end, also where it was refused.
pub(crate) async fn with_app(
    configured: Configured,
    work: impl AsyncFnOnce(&App) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let app = open(configured).await?;
    let outcome = work(&app).await;
    app.close().await;
    outcome
}

/// A call of the operator's own command.
pub(crate) fn command_line(method: &str) -> Call {
    Call {
        who: Who {
            actor: None,
            caller: Caller::CommandLine,
        },
        rule: Arc::new(Rule {
            method: method.to_owned(),
            ..Rule::default()
        }),
        request_id: None,
        validate_only: false,
        deadline: None,
    }
}
