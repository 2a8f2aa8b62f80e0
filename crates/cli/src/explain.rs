//! `grantor explain`: why a user may do something, or what is missing and who could give it.

use std::process::ExitCode;

use clap::Args;
use grantor::v1;
use v1::access_service_client::AccessServiceClient;

use super::Failure;
use super::caller::Caller;
use super::check::{Question, code};
use super::fresh::Fresh;
use super::output::Output;
use super::refusal::answered;
use super::words::{path, time, visible};

/// Ask why a user may do something, or may not and who could change that.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit code 0: allowed. 1: denied. 2: there is no answer; standard error says why.

Example: grantor explain alice statistics acme/drive-1")]
pub(super) struct Explain {
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Explain {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let request = v1::ExplainAccessRequest {
            subject: self.question.subject,
            resource: self.question.resource,
            right: self.question.right,
            consistency: self.fresh.consistency(),
            ..Default::default()
        };
        let mut client = AccessServiceClient::new(self.caller.open().await?);
        let answer = answered(client.explain_access(request).await)?;
        self.output.one(&answer, || in_words(&answer))?;
        code(answer.decision())
    }
}

/// The sentence, then every way, or what is missing.
fn in_words(answer: &v1::ExplainAccessResponse) -> String {
    let mut text = visible(&answer.sentence) + "\n";
    if !answer.paths.is_empty() {
        text += "\nWays:\n";
    }
    for way in &answer.paths {
        text += &format!("  {}\n", visible(&way.sentence));
        if let Some(through) = &way.path {
            text += &format!("    through {}\n", path(through));
        }
        if way.last_use_time.is_some() {
            let began = time(way.last_use_time.as_ref());
            let day = began.split('T').next().unwrap_or_default();
            text += &format!("    last used on {day}\n");
        }
    }
    if let Some(missing) = &answer.missing {
        text += &lacking(missing, &answer.sentence);
    }
    if answer.valid_until.is_some() {
        text += &format!(
            "\nThe answer can change by itself at {}.\n",
            time(answer.valid_until.as_ref())
        );
    }
    text
}

/// What the sentence does not say yet, and who could change it.
fn lacking(missing: &v1::MissingPiece, sentence: &str) -> String {
    let mut text = String::new();
    if !sentence.contains(&missing.description) {
        text += &format!("Missing: {}\n", visible(&missing.description));
    }
    if !missing.grant.is_empty() {
        text += &format!("The nearest grant is {}.\n", missing.grant);
    }
    if !missing.grantors.is_empty() {
        text += "\nWho could give it:\n";
    }
    for grantor in &missing.grantors {
        text += &format!("  {grantor}\n");
    }
    text
}
