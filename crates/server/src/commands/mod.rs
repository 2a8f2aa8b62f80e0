//! The commands that no client can do: they run the service, or open its key ring and its database. The command line
//! takes them in.

mod audit;
mod bench;
mod dev;
mod keys;
mod mail;
mod migrate;
mod operators;
mod serve;
mod written;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use app::{App, Call, Capacity, Options};
use clap::{Args, Subcommand};
use cli::{Failure, Run, Service};
use decide::rule::Rule;
use domain::{Caller, MailLimits, Who};

pub(crate) use self::written::Written;
use crate::settings::{Database, RawSettings, SettingsError};

/// What this process is asked to do. Help, versions and misuse end it here.
pub fn of_process() -> cli::Command<impl Service> {
    cli::Command::<Grantor>::of_process()
}

/// The service whose commands these are.
enum Grantor {}

impl Service for Grantor {
    type Running = Running;
    type Audit = audit::Audit;
    type Keys = keys::Keys;
}

#[derive(Debug, Subcommand)]
enum Running {
    /// Start on an embedded SQLite file under ./.grantor with demo data, on loopback only.
    Dev(dev::Dev),
    /// Start the service.
    Serve(serve::Serve),
    /// Bring the tables up to date, or say whether they are.
    Migrate(migrate::Migrate),
    /// Ask whether a running Grantor serves; exit code 0 is yes, 1 is no.
    Health(cli::Health),
    /// Name operators: users or service accounts that run the platform.
    Operators(operators::Operators),
    /// See mails that wait or were given up, and try them again.
    Mail(mail::Mail),
    Bench(bench::Bench),
}

impl Run for Running {
    async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Dev(dev) => dev.run().await,
            Self::Serve(serve) => serve.run().await,
            Self::Migrate(migrate) => migrate.run().await,
            Self::Health(health) => health.run().await,
            Self::Operators(operators) => operators.run().await,
            Self::Mail(mail) => mail.run().await,
            Self::Bench(bench) => bench.run().await,
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
    raw: RawSettings,
}

impl Configured {
    pub(crate) fn raw(self) -> Result<RawSettings, SettingsError> {
        self.raw.over_file(self.config.as_deref())
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
    let raw = configured.raw()?;
    crate::logs::start(raw.log.as_deref().or(Some("warn")), raw.log_format)?;
    Ok(App::open(&options(&raw.database()?), false).await?)
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
pub(crate) fn command_line(command: Written) -> Call {
    Call {
        who: Who {
            actor: None,
            caller: Caller::CommandLine,
        },
        rule: Arc::new(Rule {
            method: command.name().to_owned(),
            ..Rule::default()
        }),
        request: None,
        validate_only: false,
        deadline: None,
        place: None,
    }
}
