//! `grantor keys init` and `create`: the ring of secret keys, and the first keys of service accounts, in the database.

use std::path::PathBuf;
use std::process::ExitCode;

use app::App;
use clap::{Args, Subcommand};
use cli::{Failure, Run, say};
use decide::use_cases::service_account::{CreateKey, CreateServiceAccount};
use domain::{
    DisplayName, OrganizationId, Reach, Reason, ServiceAccountId, ServiceScope, ServiceScopeKind,
};

use super::{Configured, Written, command_line, with_app};
use crate::names;

#[derive(Debug, Subcommand)]
pub(super) enum Keys {
    /// Make the key ring that chains the change log and signs links. Losing it loses the proof; keep a copy.
    Init {
        /// Where; it must not exist yet.
        file: PathBuf,
    },
    /// Make a key for a service account and print it once; the account is made if it is not there.
    Create(Box<Create>),
}

#[derive(Debug, Args)]
pub(super) struct Create {
    /// serviceAccounts/ID.
    #[arg(value_parser = account)]
    account: ServiceAccountId,
    /// A scope of an account that is made: access.ask, read, users.write, products.write, type.ID.write,
    /// act.for.users or operator; with @acme,globex it counts in these organizations only.
    #[arg(long = "scope", value_parser = scope)]
    scopes: Vec<ServiceScope>,
    #[command(flatten)]
    configured: Configured,
}

impl Run for Keys {
    async fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Init { file } => {
                App::create_key_ring(&file)?;
                say(&format!(
                    "{} made; keep a copy apart from the database's backups",
                    file.display()
                ))?;
            }
            Self::Create(wish) => wish.run().await?,
        }
        Ok(ExitCode::SUCCESS)
    }
}

impl Create {
    async fn run(self) -> Result<(), Failure> {
        let Self {
            account,
            scopes,
            configured,
        } = self;
        with_app(configured, async |app| create(app, account, scopes).await).await
    }
}

async fn create(
    app: &App,
    account: ServiceAccountId,
    scopes: Vec<ServiceScope>,
) -> Result<(), Failure> {
    if !scopes.is_empty() {
        let make = CreateServiceAccount {
            id: Some(account.clone()),
            display_name: DisplayName::parse(account.as_str())?,
            scopes,
        };
        let made = app.write(command_line(Written::KeysCreate), make).await;
        made.map_err(|error| hint(error, "leave out --scope to make it another key"))?;
    }
    let key = CreateKey {
        account,
        expire_time: None,
    };
    let done = app.write(command_line(Written::KeysCreate), key).await;
    let done = done.map_err(|error| hint(error, "give it a --scope, then it is made"))?;
    say(&done.secret.unwrap_or_default())
}

/// What a caller of the command would do about an account that is there, or is not.
fn hint(error: app::Error, advice: &str) -> Failure {
    let taken = match &error {
        app::Error::Refused(no) => matches!(
            no.reason,
            Reason::IdTaken | Reason::AlreadyExists | Reason::NotFound
        ),
        app::Error::Store(app::StoreError::IdTaken(_)) => true,
        _ => false,
    };
    if taken {
        format!("{error} For `keys create`: {advice}.").into()
    } else {
        error.into()
    }
}

fn account(text: &str) -> Result<ServiceAccountId, String> {
    names::one(text, "serviceAccounts/*", ServiceAccountId::parse)
        .ok_or_else(|| "must be serviceAccounts/ID, the id of a-z, 0-9 and '-'".to_owned())
}

fn scope(text: &str) -> Result<ServiceScope, String> {
    let (kind, organizations) = match text.split_once('@') {
        None => (text, None),
        Some((kind, organizations)) => (kind, Some(organizations)),
    };
    let kind =
        ServiceScopeKind::parse(kind).ok_or_else(|| format!("{kind} is no scope; see --help"))?;
    let reach = match organizations {
        None => Reach::All,
        Some(listed) => {
            let ids: Result<_, _> = listed.split(',').map(OrganizationId::parse).collect();
            Reach::Listed(ids.map_err(|wrong| wrong.to_string())?)
        }
    };
    Ok(ServiceScope { kind, reach })
}
