//! `grantor watch`: changes as they happen, a line each.

use std::process::ExitCode;
use std::str::FromStr;

use clap::Args;
use grantor::v1;
use prost_types::Timestamp;
use v1::watch_changes_request::Start;
use v1::watch_changes_response::Event;

use super::audit::changes::line;
use super::caller::Caller;
use super::output::Output;
use super::refusal::said;
use super::terminal::note;
use super::{Failure, short};

/// Follow changes.
#[derive(Debug, Args)]
#[command(after_help = "\
It goes on, also over a restart of the server, until it is stopped; then it says from where another one goes on.
Exit code 2: it may not watch, or not any more.

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
        let client = self.caller.client()?;
        let parent = self
            .whose
            .home
            .unwrap_or_else(|| "organizations/-".to_owned());
        let watch = client.watch(parent);
        let mut events = match self.from {
            None => watch,
            Some(Start::AfterRevision(revision)) => watch.after_revision(revision),
            Some(Start::StartTime(time)) => watch.start_time(time),
            Some(Start::Position(position)) => watch.position(position),
        }
        .open()
        .await
        .map_err(|error| said(&error))?;
        let mut position = None;
        loop {
            let event = tokio::select! {
                event = events.next() => event,
                stopped = tokio::signal::ctrl_c() => return stopped.map(|()| told_where(position)).map_err(Into::into),
            };
            match event {
                None => return Ok(told_where(position)),
                Some(Err(error)) => {
                    told_where(position);
                    return Err(said(&error).into());
                }
                Some(Ok(event)) => {
                    position = Some(event.position.clone());
                    let line = line(&event.change);
                    let sent = v1::WatchChangesResponse {
                        event: Some(Event::Change(event.change)),
                        position: event.position,
                    };
                    self.output.event(&sent, || line)?;
                }
            }
        }
    }
}

/// Tells from where another watch goes on.
fn told_where(position: Option<String>) -> ExitCode {
    if let Some(position) = position {
        note(&format!("another watch goes on with --from {position}"));
    }
    ExitCode::SUCCESS
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
