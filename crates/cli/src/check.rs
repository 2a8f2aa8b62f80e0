//! `grantor check`: one question to a running Grantor.

use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Args;
use grantor::v1;
use v1::access_service_client::AccessServiceClient;

use super::Failure;
use super::caller::Caller;
use super::fresh::Fresh;
use super::output::Output;
use super::refusal::answered;
use super::short;

/// Ask whether a user may do something; exit code 0 is yes, 1 is no.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit code 0: allowed. 1: denied. 2: there is no answer; standard error says why.

Examples:
  grantor check users/alice manage organizations/acme/products/drive-1
  grantor check alice manage acme/drive-1 && echo may
  grantor check bob manage_users acme --fresh --output json")]
pub(super) struct Check {
    #[command(flatten)]
    question: Question,
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

/// Who, what, on what.
#[derive(Debug, Args)]
pub(super) struct Question {
    /// Who, such as users/alice or alice.
    #[arg(value_parser = short::user)]
    pub(super) subject: String,
    /// Which right, such as manage, kdrive/manage, or manage_users on an organization.
    pub(super) right: String,
    /// On what: organizations/acme or acme; organizations/acme/products/drive-1 or acme/drive-1.
    #[arg(value_parser = short::resource)]
    pub(super) resource: String,
}

impl Check {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let question = self.question;
        let request = v1::CheckAccessRequest {
            subject: question.subject.clone(),
            resource: question.resource.clone(),
            right: question.right.clone(),
            consistency: self.fresh.consistency(),
            ..Default::default()
        };
        let mut client = AccessServiceClient::new(self.caller.open().await?);
        let answer = answered(client.check_access(request).await)?;
        self.output.one(&answer, || {
            question.answered(answer.decision(), answer.reason())
        })?;
        code(answer.decision())
    }
}

impl Question {
    fn answered(&self, decision: v1::Decision, reason: v1::AccessReason) -> String {
        let allowed = decision == v1::Decision::Allowed;
        let (word, color, may) = if allowed {
            ("ALLOWED", AnsiColor::Green, "may")
        } else {
            ("DENIED", AnsiColor::Red, "may not")
        };
        let style = Style::new().bold().fg_color(Some(color.into()));
        format!(
            "{style}{word}{style:#}: {} {may} {} {} ({})\n",
            self.subject,
            self.right,
            self.resource,
            reason.as_str_name().trim_start_matches("ACCESS_REASON_"),
        )
    }
}

/// The exit code that is the answer. Neither yes nor no is an error, never a no.
pub(super) fn code(decision: v1::Decision) -> Result<ExitCode, Failure> {
    match decision {
        v1::Decision::Allowed => Ok(ExitCode::SUCCESS),
        v1::Decision::Denied => Ok(ExitCode::from(1)),
        v1::Decision::Unspecified => {
            Err("the server answered neither yes nor no; is it a newer one?".into())
        }
    }
}
