//! The commands of `grantor`: what each takes and where it is done.

mod audit;
mod bench;
mod caller;
pub(crate) mod catalog;
mod check;
mod client;
mod completions;
mod dev;
mod explain;
mod fresh;
mod grants;
mod groups;
mod health;
mod json;
mod keys;
mod list;
mod mail;
mod man;
mod matrix;
mod members;
mod migrate;
mod misuse;
mod operators;
mod output;
mod pages;
mod partnerships;
mod refusal;
mod requests;
mod serve;
mod short;
mod table;
mod terminal;
mod watch;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Call, Capacity, Options};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand};
use decide::rule::Rule;
use domain::{Caller, MailLimits, Who};

use crate::settings::{Database, Given, SettingsError};

/// What ends a command early.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// Grantor: who may do what on which product, and why.
#[derive(Debug, Parser)]
#[command(
    name = "grantor",
    version,
    after_help = "\
Names can be short: acme stands for organizations/acme, alice for users/alice and acme/drive-1 for
organizations/acme/products/drive-1, wherever it is clear which kind of thing is meant. Full names always work.

A first try: `grantor dev`, and paste what it prints. How a command is used: grantor COMMAND --help."
)]
pub struct Command {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Ask whether a user may do something; exit code 0 is yes, 1 is no.
    Check(check::Check),
    /// Ask why a user may do something, or may not and who could change that.
    Explain(explain::Explain),
    /// Ask which products a user may use, who may use a product, which rights somebody has.
    List(list::List),
    /// Draw who may what: members and products as a picture.
    Matrix(matrix::Matrix),
    /// See the members of an organization and what they have.
    Members(members::Members),
    /// See which partners an organization entrusts with its products.
    Partnerships(partnerships::Partnerships),
    /// Read the change log, and prove that it still says what it said.
    Audit(audit::Audit),
    /// Follow changes as they happen.
    Watch(watch::Watch),
    /// See, give and take back grants.
    Grants(grants::Grants),
    /// See change requests, talk about them, and apply or reject them.
    Requests(requests::Requests),
    /// Declare the product types, their rights and the platform's settings from one file.
    Catalog(catalog::Catalog),
    /// Make the key ring, and make, see and revoke keys of service accounts.
    Keys(keys::Keys),
    /// Start on an embedded SQLite file under ./.grantor with demo data, on loopback only.
    Dev(dev::Dev),
    /// Start the service.
    Serve(serve::Serve),
    /// Bring the tables up to date, or say whether they are.
    Migrate(migrate::Migrate),
    /// Ask whether a running Grantor serves; exit code 0 is yes, 1 is no.
    Health(health::Health),
    /// Name operators: users or service accounts that run the platform.
    Operators(operators::Operators),
    /// See mails that wait or were given up, and try them again.
    Mail(mail::Mail),
    /// Measure CheckAccess beside a call that does nothing, on a server of its own.
    Bench(bench::Bench),
    /// Print what a shell reads to complete commands and flags.
    Completions(completions::Completions),
    /// Write the manual, a page for each command.
    Man(man::Man),
}

/// The command line as clap knows it, its help in groups.
fn command() -> clap::Command {
    groups::grouped(<Command as CommandFactory>::command())
}

impl Command {
    /// Of the process: help, versions and misuse end it here.
    pub fn of_process() -> Self {
        let matches = command().try_get_matches();
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
            Verb::Dev(dev) => dev.run().await,
            Verb::Serve(serve) => serve.run().await,
            Verb::Migrate(migrate) => migrate.run().await,
            Verb::Health(health) => health.run().await,
            Verb::Operators(operators) => operators.run().await,
            Verb::Mail(mail) => mail.run().await,
            Verb::Bench(bench) => bench.run().await,
            Verb::Completions(completions) => completions.run(),
            Verb::Man(man) => man.run(),
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
        database_url: database.url.text().to_owned(),
        reader_connections: database.reader_connections,
        key_file: database.key_file.clone(),
        create_keys: false,
        mail: None,
        mail_limits: MailLimits::default(),
        clock: None,
        capacity: Capacity::default(),
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
        place: None,
    }
}
