//! `grantor watch`: changes as they happen, a line each.

use std::process::ExitCode;
use std::str::FromStr;

use clap::Args;
use grantor::v1;
use prost_types::Timestamp;
use v1::access_service_client::AccessServiceClient;
use v1::watch_changes_request::Start;
use v1::watch_changes_response::Event;

use super::audit::changes::line;
use super::caller::Caller;
use super::output::Output;
use super::refusal::said;
use super::{Failure, short};

/// Follow changes.
#[derive(Debug, Args)]
#[command(after_help = "\
It ends only when it is stopped, or with exit code 2 when it can't go on; then it says from where the next one can.

Examples:
  grantor watch acme
  grantor watch acme --from 0                          # everything since the first change, and on
  grantor watch --all --from 2026-11-01T00:00:00Z --output json")]
pub(super) struct Watch {
    #[command(flatten)]
    whose: Whose,
    /// Begin with what came after this: a revision, such as 12; a time, such as 2026-11-01T00:00:00Z; or a position
    /// that an earlier watch told. Without it, with what happens from now on.
    #[arg(long, value_name = "REVISION|TIME|POSITION", value_parser = start)]
    from: Option<Start>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

/// Whose changes.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Whose {
    /// Of which organization, such as organizations/acme or acme; or platform, or people.
    #[arg(value_name = "ORGANIZATION", value_parser = short::home)]
    home: Option<String>,
    /// Of all organizations.
    #[arg(long)]
    all: bool,
}

impl Watch {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let request = v1::WatchChangesRequest {
            parent: self
                .whose
                .home
                .unwrap_or_else(|| "organizations/-".to_owned()),
            start: self.from,
            heartbeat_interval: None,
        };
        let mut client = AccessServiceClient::new(self.caller.open().await?);
        let mut position = String::new();
        let ended = |status: tonic::Status, position: &str| -> Failure {
            let resume = if position.is_empty() {
                String::new()
            } else {
                format!("\n  go on with --from {position}")
            };
            format!("{}{resume}", said(&status)).into()
        };
        let answer = client
            .watch_changes(request)
            .await
            .map_err(|status| ended(status, ""))?;
        let mut stream = answer.into_inner();
        while let Some(sent) = stream
            .message()
            .await
            .map_err(|status| ended(status, &position))?
        {
            if let Some(Event::Change(change)) = &sent.event {
                self.output.event(&sent, || line(change))?;
            }
            position = sent.position;
        }
        Err(format!("the server ended the watch\n  go on with --from {position}").into())
    }
}

fn start(text: &str) -> Result<Start, String> {
    if text.is_empty() {
        return Err("it is empty; leave --from out to begin now".to_owned());
    }
    if text.bytes().all(|digit| digit.is_ascii_digit()) {
        let revision = text
            .parse()
            .map_err(|_| format!("{text} is no revision; there are none so high"))?;
        return Ok(Start::AfterRevision(revision));
    }
    let time = Timestamp::from_str(text)
        .ok()
        .filter(|_| text.contains('T'));
    Ok(time.map_or_else(|| Start::Position(text.to_owned()), Start::StartTime))
}
