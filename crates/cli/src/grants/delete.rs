//! `grantor grants delete`: take rights back, after showing who loses what.

use std::process::ExitCode;

use clap::Args;
use grantor::v1;
use v1::grant_service_client::GrantServiceClient;

use super::{Caller, Output, answered};
use crate::terminal::{confirmed, note};
use crate::words::effect;
use crate::{Failure, short};

/// Take a grant back.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor grants delete acme/alice-figures --acting-user ann --preview
  grantor grants delete acme/alice-figures --acting-user ann --yes

Exit code 1: it asked, and you said no.")]
pub(super) struct Delete {
    /// Which, such as organizations/acme/grants/g1 or acme/g1.
    #[arg(value_parser = short::grant)]
    name: String,
    /// Only if it is still as it was read with this etag.
    #[arg(long, default_value = "", hide_default_value = true)]
    etag: String,
    /// Only show who would lose what.
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
    caller: Caller,
}

impl Delete {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let mut client = GrantServiceClient::new(self.caller.open().await?);
        let request = v1::DeleteGrantRequest {
            name: self.name.clone(),
            etag: self.etag,
            request_id: self.request_id,
            validate_only: false,
        };
        if self.preview || !self.yes {
            let seen = v1::DeleteGrantRequest {
                validate_only: true,
                ..request.clone()
            };
            let seen = answered(client.delete_grant(seen).await)?;
            if self.preview {
                self.output.one(&seen, || effect(seen.effect.as_ref()))?;
                return Ok(ExitCode::SUCCESS);
            }
            let question = format!("{}Take {} back?", effect(seen.effect.as_ref()), self.name);
            if !confirmed(&question, false)? {
                note("nothing was changed");
                return Ok(ExitCode::from(1));
            }
        }
        let answer = answered(client.delete_grant(request).await)?;
        self.output
            .one(&answer, || format!("{} is taken back.\n", self.name))?;
        Ok(ExitCode::SUCCESS)
    }
}
