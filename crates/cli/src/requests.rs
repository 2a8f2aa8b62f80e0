//! `grantor requests`: what organizations ask the operator for, and working it off.

mod in_words;
mod work;

use std::process::ExitCode;

use clap::{Args, Subcommand, ValueEnum};
use grantor::v1;
use v1::ChangeRequestState as State;
use v1::change_request_service_client::ChangeRequestServiceClient;

use super::caller::Caller;
use super::fresh::Fresh;
use super::output::Output;
use super::pages::Limit;
use super::refusal::answered;
use super::{Failure, short};

/// See change requests, talk about them, and apply or reject them.
#[derive(Debug, Args)]
#[command(after_help = "An operator's day:
  grantor requests list --all --state open
  grantor requests get acme/r1
  grantor requests start acme/r1
  grantor requests apply acme/r1 --preview
  grantor requests apply acme/r1")]
pub(super) struct Requests {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// The requests of an organization, of all of them, or one's own.
    List(List),
    /// One request, with what it asks for and its comments.
    Get(Get),
    /// Say something on a request; the other side gets a mail.
    Comment(work::Comment),
    /// Say that one works on it, as an operator.
    Start(work::Start),
    /// Carry out what it asks for, after showing who gains and loses what.
    Apply(work::Apply),
    /// Say no, and why.
    Reject(work::Reject),
    /// Take one's own request back.
    Cancel(work::Cancel),
}

impl Requests {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::List(list) => list.run().await,
            Verb::Get(get) => get.run().await,
            Verb::Comment(comment) => comment.run().await,
            Verb::Start(start) => start.run().await,
            Verb::Apply(apply) => apply.run().await,
            Verb::Reject(reject) => reject.run().await,
            Verb::Cancel(cancel) => cancel.run().await,
        }
    }
}

/// The states that requests are listed by.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum NamedState {
    Open,
    InProgress,
    Applied,
    Rejected,
    Cancelled,
}

impl From<NamedState> for i32 {
    fn from(named: NamedState) -> Self {
        let state = match named {
            NamedState::Open => State::Open,
            NamedState::InProgress => State::InProgress,
            NamedState::Applied => State::Applied,
            NamedState::Rejected => State::Rejected,
            NamedState::Cancelled => State::Cancelled,
        };
        state.into()
    }
}

/// Whose requests.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Whose {
    /// Of which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: Option<String>,
    /// Of all organizations, as an operator.
    #[arg(long)]
    all: bool,
    /// The acting user's own, wherever they are a member.
    #[arg(long)]
    mine: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor requests list acme --state open --state in-progress
  grantor requests list --mine --acting-user bob")]
struct List {
    #[command(flatten)]
    whose: Whose,
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
    async fn run(self) -> Result<ExitCode, Failure> {
        let channel = self.caller.open().await?;
        let states = self.states.into_iter().map(i32::from).collect();
        let consistency = self.fresh.consistency();
        let listed = if self.whose.mine {
            let request = v1::ListMyChangeRequestsRequest {
                states,
                consistency,
                ..Default::default()
            };
            let list = |page_size| v1::ListMyChangeRequestsRequest {
                page_size,
                ..request.clone()
            };
            self.limit.read(channel, list).await?
        } else {
            let of_all = || "organizations/-".to_owned();
            let request = v1::ListChangeRequestsRequest {
                parent: self.whose.organization.unwrap_or_else(of_all),
                states,
                consistency,
                ..Default::default()
            };
            let list = |page_size| v1::ListChangeRequestsRequest {
                page_size,
                ..request.clone()
            };
            self.limit.read(channel, list).await?
        };
        self.output.many(&listed, in_words::table)?;
        Ok(ExitCode::SUCCESS)
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor requests get acme/r1")]
struct Get {
    /// Which, such as organizations/acme/changeRequests/r1 or acme/r1.
    #[arg(value_parser = short::change_request)]
    name: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Get {
    async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = ChangeRequestServiceClient::new(self.caller.open().await?);
        let answer = client
            .get_change_request(v1::GetChangeRequestRequest { name: self.name })
            .await;
        let request = answered(answer)?.change_request.unwrap_or_default();
        self.output.one(&request, || in_words::whole(&request))?;
        Ok(ExitCode::SUCCESS)
    }
}
