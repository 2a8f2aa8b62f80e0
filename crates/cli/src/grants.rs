//! `grantor grants`: who was given what, and giving and taking it.

mod create;
mod delete;
mod spec;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use grantor::v1;
use prost_types::Timestamp;
use v1::grant_service_client::GrantServiceClient;

use super::caller::Caller;
use super::fresh::Fresh;
use super::output::Output;
use super::pages::Limit;
use super::refusal::answered;
use super::table::Table;
use super::words::{self, labelled, or_none, rights, scope};
use super::{Failure, short};

pub(super) use spec::time;

/// See, give and take back grants.
#[derive(Debug, Args)]
pub(super) struct Grants {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The grants of an organization.
    List(List),
    /// One grant.
    Get(Get),
    /// Give a member, a team or a partnership rights on products.
    Create(Box<create::Create>),
    /// Take a grant back, after showing who loses what.
    Delete(delete::Delete),
}

impl Grants {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::List(list) => list.run().await,
            Verb::Get(get) => get.run().await,
            Verb::Create(create) => create.run().await,
            Verb::Delete(delete) => delete.run().await,
        }
    }
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor grants list acme
  grantor grants list acme --subject alice --output json
  grantor grants list acme --expires-before 2027-01-01T00:00:00Z
  grantor grants list acme --unused-since 2026-10-01T00:00:00Z")]
struct List {
    /// Of which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    /// Only those of this member, team or partnership: alice, teams/webmasters, partnerships/p1 or the whole name.
    #[arg(long)]
    subject: Option<String>,
    /// Only those that end from now on and before this time, such as 2027-01-01T00:00:00Z.
    #[arg(long, value_name = "TIME", conflicts_with = "subject", value_parser = time)]
    expires_before: Option<Timestamp>,
    /// Only those that nobody has used on the day of this time (UTC) or later, as far as uses are known, such as
    /// 2027-01-01T00:00:00Z.
    #[arg(long, value_name = "TIME", conflicts_with = "expires_before", value_parser = time)]
    unused_since: Option<Timestamp>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl List {
    async fn run(self) -> Result<ExitCode, Failure> {
        let channel = self.caller.open().await?;
        let (parent, consistency) = (self.organization, self.fresh.consistency());
        let listed = if self.expires_before.is_some() {
            let request = v1::ListExpiringGrantsRequest {
                parent,
                until_time: self.expires_before,
                consistency,
                ..Default::default()
            };
            let list = |page_size| v1::ListExpiringGrantsRequest {
                page_size,
                ..request.clone()
            };
            self.limit.read(channel, list).await?
        } else {
            let subject = self.subject.map(|subject| spec::subject(&parent, &subject));
            let request = v1::ListGrantsRequest {
                parent,
                subject: subject.unwrap_or_default(),
                consistency,
                unused_since: self.unused_since,
                ..Default::default()
            };
            let list = |page_size| v1::ListGrantsRequest {
                page_size,
                ..request.clone()
            };
            self.limit.read(channel, list).await?
        };
        self.output.many(&listed, table)?;
        Ok(ExitCode::SUCCESS)
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor grants get acme/alice-figures")]
struct Get {
    /// Which, such as organizations/acme/grants/g1 or acme/g1.
    #[arg(value_parser = short::grant)]
    name: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Get {
    async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = GrantServiceClient::new(self.caller.open().await?);
        let answer = client
            .get_grant(v1::GetGrantRequest { name: self.name })
            .await;
        let grant = answered(answer)?.grant.unwrap_or_default();
        self.output.one(&grant, || in_words(&grant))?;
        Ok(ExitCode::SUCCESS)
    }
}

fn table(grants: &[v1::Grant]) -> Table {
    let mut table = Table::new(["GRANT", "TO", "RIGHTS", "ON", "UNTIL", "BY", "NOTE"]);
    for grant in grants {
        table.row([
            short::id(&grant.name).to_owned(),
            holder(&grant.subject),
            rights(grant.rights.as_ref()),
            on(grant),
            words::time(grant.expire_time.as_ref()),
            or_none(short::id(&grant.granted_by)),
            or_none(&grant.note),
        ]);
    }
    table
}

/// `alice` of a member, `teams/webmasters` of another holder.
fn holder(subject: &str) -> String {
    let parts: Vec<_> = subject.split('/').collect();
    match parts.as_slice() {
        ["organizations", _, "members", id] => (*id).to_owned(),
        ["organizations", _, rest @ ..] => rest.join("/"),
        _ => subject.to_owned(),
    }
}

fn on(grant: &v1::Grant) -> String {
    let scope = scope(grant.scope.as_ref());
    if grant.covers_nothing {
        format!("{scope} (covers nothing)")
    } else {
        scope
    }
}

/// One grant, a line for each thing that there is to say.
fn in_words(grant: &v1::Grant) -> String {
    let lines = [
        ("to", grant.subject.clone()),
        ("rights", rights(grant.rights.as_ref())),
        ("on", on(grant)),
        (
            "from",
            words::time(grant.start_time.as_ref().or(grant.create_time.as_ref())),
        ),
        ("until", words::time(grant.expire_time.as_ref())),
        ("given by", or_none(&grant.granted_by)),
        ("note", or_none(&grant.note)),
        ("etag", grant.etag.clone()),
    ];
    labelled(&grant.name, 9, &lines)
}
