//! `grantor requests comment, start, apply, reject, cancel`: what moves a request on.

use std::process::ExitCode;

use clap::Args;
use grantor::v1;
use v1::change_request_service_client::ChangeRequestServiceClient;

use super::in_words::whole;
use super::{Caller, Output, answered};
use crate::caller::Channel;
use crate::json::Named;
use crate::terminal::{confirmed, note};
use crate::words::{counted, effect};
use crate::{Failure, short};

/// Which request, and how the answer is shown.
#[derive(Debug, Args)]
struct Which {
    /// Which, such as organizations/acme/changeRequests/r1 or acme/r1.
    #[arg(value_parser = short::change_request)]
    name: String,
    /// Makes it safe to run this again: the same id has one effect within 24 hours.
    #[arg(long, default_value = "", hide_default_value = true)]
    request_id: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Which {
    async fn client(&self) -> Result<ChangeRequestServiceClient<Channel>, Failure> {
        Ok(ChangeRequestServiceClient::new(self.caller.open().await?))
    }
}

/// The answer, or the request as it is now.
fn say(
    output: &Output,
    answer: &impl Named,
    request: Option<&v1::ChangeRequest>,
) -> Result<ExitCode, Failure> {
    output.one(answer, || {
        whole(request.unwrap_or(&v1::ChangeRequest::default()))
    })?;
    Ok(ExitCode::SUCCESS)
}

/// Comment on a request.
#[derive(Debug, Args)]
#[command(after_help = "Example: grantor requests comment acme/r1 'Which of the two drives?'")]
pub(super) struct Comment {
    #[command(flatten)]
    which: Which,
    /// What is said.
    text: String,
}

impl Comment {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = self.which.client().await?;
        let request = v1::AddChangeRequestCommentRequest {
            name: self.which.name,
            text: self.text,
            request_id: self.which.request_id,
            validate_only: false,
        };
        let answer = answered(client.add_change_request_comment(request).await)?;
        say(&self.which.output, &answer, answer.change_request.as_ref())
    }
}

/// Start to work on a request.
#[derive(Debug, Args)]
#[command(after_help = "Example: grantor requests start acme/r1")]
pub(super) struct Start {
    #[command(flatten)]
    which: Which,
}

impl Start {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = self.which.client().await?;
        let request = v1::StartChangeRequestRequest {
            name: self.which.name,
            request_id: self.which.request_id,
            ..Default::default()
        };
        let answer = answered(client.start_change_request(request).await)?;
        say(&self.which.output, &answer, answer.change_request.as_ref())
    }
}

/// Carry out a request.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor requests apply acme/r1 --preview
  grantor requests apply acme/r1 --yes

Exit code 1: it asked, and you said no.")]
pub(super) struct Apply {
    #[command(flatten)]
    which: Which,
    /// Only if the request is still as it was read with this etag; without it, as it is shown before asking.
    #[arg(long)]
    etag: Option<String>,
    /// It is meant that the request opens all products of the organization.
    #[arg(long)]
    acknowledge_all_products: bool,
    /// Only show who would gain and lose what.
    #[arg(long)]
    preview: bool,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
}

impl Apply {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = self.which.client().await?;
        let mut request = v1::ApplyChangeRequestRequest {
            name: self.which.name.clone(),
            etag: self.etag.unwrap_or_default(),
            acknowledge_all_products: self.acknowledge_all_products,
            request_id: self.which.request_id,
            validate_only: false,
        };
        if self.preview || !self.yes {
            let seen = current(&mut client, &self.which.name).await?;
            if request.etag.is_empty() {
                // What is applied is what was shown.
                request.etag.clone_from(&seen.etag);
            }
            let asked = v1::ApplyChangeRequestRequest {
                validate_only: true,
                ..request.clone()
            };
            let would = answered(client.apply_change_request(asked).await)?;
            if self.preview {
                self.which
                    .output
                    .one(&would, || whole(&seen) + &consequences(&would))?;
                return Ok(ExitCode::SUCCESS);
            }
            if !confirmed(
                &format!("{}{}Apply it?", whole(&seen), consequences(&would)),
                false,
            )? {
                note("nothing was changed");
                return Ok(ExitCode::from(1));
            }
        }
        let answer = answered(client.apply_change_request(request).await)?;
        say(&self.which.output, &answer, answer.change_request.as_ref())
    }
}

async fn current(
    client: &mut ChangeRequestServiceClient<Channel>,
    name: &str,
) -> Result<v1::ChangeRequest, Failure> {
    let request = v1::GetChangeRequestRequest {
        name: name.to_owned(),
    };
    let answer = answered(client.get_change_request(request).await)?;
    Ok(answer.change_request.unwrap_or_default())
}

/// Who gains and loses, and how much is opened.
fn consequences(would: &v1::ApplyChangeRequestResponse) -> String {
    let mut text = effect(would.effect.as_ref());
    if would.opened_products > 0 {
        let products = counted(would.opened_products, "product");
        text += &format!("It opens everything: {products} today, and what comes later.\n");
    }
    text
}

/// Refuse a request.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: grantor requests reject acme/r1 --reason 'Please ask your administrator Bob'"
)]
pub(super) struct Reject {
    #[command(flatten)]
    which: Which,
    /// Why; whoever asked reads it.
    #[arg(long)]
    reason: String,
}

impl Reject {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = self.which.client().await?;
        let request = v1::RejectChangeRequestRequest {
            name: self.which.name,
            reason: self.reason,
            request_id: self.which.request_id,
            ..Default::default()
        };
        let answer = answered(client.reject_change_request(request).await)?;
        say(&self.which.output, &answer, answer.change_request.as_ref())
    }
}

/// Take one's own request back.
#[derive(Debug, Args)]
#[command(after_help = "Example: grantor requests cancel acme/r1 --acting-user bob")]
pub(super) struct Cancel {
    #[command(flatten)]
    which: Which,
}

impl Cancel {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = self.which.client().await?;
        let request = v1::CancelChangeRequestRequest {
            name: self.which.name,
            request_id: self.which.request_id,
            ..Default::default()
        };
        let answer = answered(client.cancel_change_request(request).await)?;
        say(&self.which.output, &answer, answer.change_request.as_ref())
    }
}
