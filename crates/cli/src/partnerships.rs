//! `grantor partnerships`: which partners an organization entrusts, with what.

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use grantor::v1;
use v1::PartnershipState as State;
use v1::partnership::Access;
use v1::partnership_service_client::PartnershipServiceClient;

use super::caller::Caller;
use super::fresh::Fresh;
use super::output::Output;
use super::pages::Limit;
use super::refusal::answered;
use super::table::Table;
use super::words::{labelled, or_none, plain, rights, scope, time};
use super::{Failure, short};

/// See which partners an organization entrusts with its products.
#[derive(Debug, Args)]
pub(super) struct Partnerships {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The partnerships of a client organization.
    List(List),
    /// One partnership, with its mandate.
    Get(Get),
}

impl Partnerships {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::List(list) => list.run().await,
            Verb::Get(get) => get.run().await,
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The states that partnerships are listed by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum NamedState {
    Invited,
    Active,
    Declined,
    Withdrawn,
    Expired,
    Terminated,
}

impl From<NamedState> for i32 {
    fn from(named: NamedState) -> Self {
        let state = match named {
            NamedState::Invited => State::Invited,
            NamedState::Active => State::Active,
            NamedState::Declined => State::Declined,
            NamedState::Withdrawn => State::Withdrawn,
            NamedState::Expired => State::Expired,
            NamedState::Terminated => State::Terminated,
        };
        state.into()
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor partnerships list acme --state active --acting-user ann")]
struct List {
    /// Of which client, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    /// Only those in this state; can be said several times.
    #[arg(long = "state", value_name = "STATE", value_enum)]
    states: Vec<NamedState>,
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
    async fn run(self) -> Result<(), Failure> {
        let request = v1::ListPartnershipsRequest {
            parent: self.organization,
            states: self.states.into_iter().map(i32::from).collect(),
            consistency: self.fresh.consistency(),
            ..Default::default()
        };
        let listed = self.limit.read(self.caller.open().await?, |page_size| {
            v1::ListPartnershipsRequest {
                page_size,
                ..request.clone()
            }
        });
        self.output.many(&listed.await?, |partnerships| {
            let mut table = Table::new([
                "PARTNERSHIP",
                "PARTNER",
                "STATE",
                "MANDATE",
                "SINCE",
                "ENDED",
            ]);
            for partnership in partnerships {
                table.row([
                    short::id(&partnership.name).to_owned(),
                    partner(partnership),
                    state(partnership),
                    mandate(partnership).to_owned(),
                    time(partnership.start_time.as_ref()),
                    time(partnership.end_time.as_ref()),
                ]);
            }
            table
        })
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor partnerships get acme/p1 --acting-user ann")]
struct Get {
    /// Which, such as organizations/acme/partnerships/p1 or acme/p1.
    #[arg(value_parser = short::partnership)]
    name: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Get {
    async fn run(self) -> Result<(), Failure> {
        let mut client = PartnershipServiceClient::new(self.caller.open().await?);
        let answer = client
            .get_partnership(v1::GetPartnershipRequest { name: self.name })
            .await;
        let partnership = answered(answer)?.partnership.unwrap_or_default();
        self.output.one(&partnership, || in_words(&partnership))
    }
}

fn in_words(partnership: &v1::Partnership) -> String {
    let mut lines = vec![
        (
            "partner",
            format!("{} ({})", partner(partnership), partnership.partner),
        ),
        ("state", state(partnership)),
        ("mandate", mandate(partnership).to_owned()),
    ];
    if let Some(Access::Limited(limited)) = &partnership.access {
        let given = limited.grants.iter();
        lines.extend(given.map(|given| {
            (
                "gives",
                format!(
                    "{} on {}",
                    rights(given.rights.as_ref()),
                    scope(given.scope.as_ref())
                ),
            )
        }));
    }
    lines.extend([
        ("proposed by", or_none(&partnership.sender)),
        ("since", time(partnership.start_time.as_ref())),
        ("ended", time(partnership.end_time.as_ref())),
        ("etag", partnership.etag.clone()),
    ]);
    labelled(&partnership.name, 12, &lines)
}

fn partner(partnership: &v1::Partnership) -> String {
    if partnership.partner_listed_name.is_empty() {
        short::id(&partnership.partner).to_owned()
    } else {
        partnership.partner_listed_name.clone()
    }
}

fn state(partnership: &v1::Partnership) -> String {
    plain(partnership.state().as_str_name(), "PARTNERSHIP_STATE_")
}

fn mandate(partnership: &v1::Partnership) -> &'static str {
    match &partnership.access {
        None => "-",
        Some(Access::Limited(_)) => "limited",
        Some(Access::Full(full)) if full.wallet_entrusted == Some(true) => "full, with the wallet",
        Some(Access::Full(_)) => "full, without the wallet",
    }
}
