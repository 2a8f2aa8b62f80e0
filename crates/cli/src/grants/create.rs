//! `grantor grants create`: give rights; `--preview` shows who would gain what.

use std::process::ExitCode;

use clap::Args;
use grantor::v1;
use v1::grant_service_client::GrantServiceClient;

use super::spec::{self, GrantSpec};
use super::{Caller, Output, answered, in_words};
use crate::terminal::{confirmed, note, print};
use crate::words::{counted, effect};
use crate::{Failure, short};

/// Give rights.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor grants create acme alice --right kdrive/statistics --product drive-1 --acting-user ann --preview
  grantor grants create acme teams/webmasters --right technical --tag client-globex --acting-user ann \\
      --expires 2027-01-01T00:00:00Z --note 'Until the site has moved'

Exit code 1: it asked, and you said no.")]
pub(super) struct Create {
    /// In which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    /// Who gets it: alice for a member, teams/webmasters, partnerships/p1, or the whole name.
    subject: String,
    /// The id of the grant; without it the server makes one.
    #[arg(long, default_value = "", hide_default_value = true)]
    id: String,
    /// Only show who would gain what.
    #[arg(long)]
    preview: bool,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
    /// Makes it safe to run this again: the same id has one effect within 24 hours.
    #[arg(long, default_value = "", hide_default_value = true)]
    request_id: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    spec: GrantSpec,
    #[command(flatten)]
    caller: Caller,
}

impl Create {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let all = self.spec.opens_all();
        let subject = spec::subject(&self.organization, &self.subject);
        let request = v1::CreateGrantRequest {
            grant: Some(self.spec.grant(&self.organization, subject)),
            parent: self.organization,
            grant_id: self.id,
            acknowledge_all_products: all,
            request_id: self.request_id,
            validate_only: self.preview,
        };
        let mut client = GrantServiceClient::new(self.caller.open().await?);
        if all && !self.preview && !self.yes {
            let seen = v1::CreateGrantRequest {
                validate_only: true,
                ..request.clone()
            };
            let seen = answered(client.create_grant(seen).await)?;
            print(&previewed(&seen))?;
            if !confirmed("Give it?", false)? {
                print("Nothing was changed.\n")?;
                return Ok(ExitCode::from(1));
            }
        }
        let answer = answered(client.create_grant(request).await)?;
        for name in &answer.identical_grants {
            note(&format!("{name} says the same already"));
        }
        self.output.one(&answer, || {
            if self.preview {
                previewed(&answer)
            } else {
                in_words(&answer.grant.clone().unwrap_or_default())
            }
        })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// What would be, and for whom.
fn previewed(answer: &v1::CreateGrantResponse) -> String {
    let mut text = effect(answer.effect.as_ref());
    if answer.opened_products > 0 {
        text += &format!(
            "It opens everything: {} today, and what comes later.\n",
            counted(answer.opened_products, "product")
        );
    }
    text
}
