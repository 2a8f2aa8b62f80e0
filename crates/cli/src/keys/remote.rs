//! `grantor keys list`, `issue` and `revoke`: the keys of service accounts, asked of a running Grantor.

use std::process::ExitCode;

use clap::Args;
use grantor::v1;
use prost_types::Timestamp;
use v1::service_account_service_client::ServiceAccountServiceClient;

use crate::caller::{Caller, Channel};
use crate::grants::time as a_time;
use crate::output::Output;
use crate::pages::{Limit, Listed};
use crate::refusal::answered;
use crate::table::Table;
use crate::terminal::{confirmed, note};
use crate::words::time;
use crate::{Failure, short};

/// List keys, without their secrets.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor keys list
  grantor keys list serviceAccounts/panel --output json")]
pub(super) struct List {
    /// Of which account only, such as serviceAccounts/panel or panel.
    #[arg(value_parser = short::account)]
    account: Option<String>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl List {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let channel = self.caller.open().await?;
        let accounts = match self.account {
            Some(account) => vec![account],
            None => accounts(&channel).await?,
        };
        let mut all = Vec::new();
        for account in &accounts {
            all.extend(keys(&channel, account).await?);
        }
        self.output.many(&Listed::whole(all), table)
    }
}

async fn accounts(channel: &Channel) -> Result<Vec<String>, Failure> {
    let listed = Limit::ALL.read(channel.clone(), |page_size| {
        v1::ListServiceAccountsRequest {
            page_size,
            ..Default::default()
        }
    });
    Ok(listed
        .await?
        .items
        .into_iter()
        .map(|account| account.name)
        .collect())
}

async fn keys(channel: &Channel, account: &str) -> Result<Vec<v1::Key>, Failure> {
    let listed = Limit::ALL.read(channel.clone(), |page_size| v1::ListKeysRequest {
        parent: account.to_owned(),
        page_size,
        ..Default::default()
    });
    Ok(listed.await?.items)
}

fn table(keys: &[v1::Key]) -> Table {
    let mut table = Table::new(["KEY", "MADE", "LAST USED", "UNTIL", "REVOKED"]);
    for key in keys {
        table.row([
            key.name
                .trim_start_matches("serviceAccounts/")
                .replace("/keys", ""),
            time(key.create_time.as_ref()),
            time(key.last_use_time.as_ref()),
            time(key.expire_time.as_ref()),
            time(key.revoke_time.as_ref()),
        ]);
    }
    table
}

/// Make a key.
#[derive(Debug, Args)]
#[command(after_help = "\
The key is printed alone, so that scripts can take it; it is never shown again.

Example: grantor keys issue panel --expires 2027-01-01T00:00:00Z")]
pub(super) struct Issue {
    /// For which account, such as serviceAccounts/panel or panel.
    #[arg(value_parser = short::account)]
    account: String,
    /// It works until this time, such as 2027-01-01T00:00:00Z; without it, until it is revoked.
    #[arg(long, value_name = "TIME", value_parser = a_time)]
    expires: Option<Timestamp>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Issue {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let mut client = ServiceAccountServiceClient::new(self.caller.open().await?);
        let request = v1::CreateKeyRequest {
            parent: self.account,
            key: Some(v1::Key {
                expire_time: self.expires,
                ..Default::default()
            }),
            ..Default::default()
        };
        let answer = answered(client.create_key(request).await)?;
        self.output.one(&answer, || format!("{}\n", answer.secret))
    }
}

/// Revoke a key.
#[derive(Debug, Args)]
#[command(after_help = "\
Example: grantor keys revoke panel/k1

Exit code 1: it asked, and you said no.")]
pub(super) struct Revoke {
    /// Which, such as serviceAccounts/panel/keys/k1 or panel/k1.
    #[arg(value_parser = short::key)]
    name: String,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Revoke {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = ServiceAccountServiceClient::new(self.caller.open().await?);
        let question = format!(
            "Whoever calls with {} is refused from now on. Revoke it?",
            self.name
        );
        if !confirmed(&question, self.yes)? {
            note("nothing was changed");
            return Ok(ExitCode::from(1));
        }
        let request = v1::RevokeKeyRequest {
            name: self.name,
            ..Default::default()
        };
        let answer = answered(client.revoke_key(request).await)?;
        let key = answer.key.clone().unwrap_or_default();
        self.output.one(&answer, || {
            format!(
                "{} is revoked since {}\n",
                key.name,
                time(key.revoke_time.as_ref())
            )
        })?;
        Ok(ExitCode::SUCCESS)
    }
}
