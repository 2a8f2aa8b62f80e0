//! `grantor check`: one question to a running Grantor.

use std::process::ExitCode;

use clap::Args;
use grantor::v1::access_service_client::AccessServiceClient;
use grantor::v1::{CheckAccessRequest, Decision};

use super::Failure;
use super::client::{Connection, words};

/// Ask whether a user may do something.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: grantor check users/alice manage organizations/acme/products/drive-1"
)]
pub(super) struct Check {
    /// Who, such as users/alice.
    subject: String,
    /// Which right, such as manage, kdrive/manage, or manage_users on an organization.
    right: String,
    /// On what, such as organizations/acme/products/drive-1 or organizations/acme.
    resource: String,
    #[command(flatten)]
    connection: Connection,
}

impl Check {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let channel = self.connection.open().await?;
        let request = CheckAccessRequest {
            subject: self.subject.clone(),
            resource: self.resource.clone(),
            right: self.right.clone(),
            ..CheckAccessRequest::default()
        };
        let answer = AccessServiceClient::new(channel)
            .check_access(request)
            .await
            .map_err(|status| words(&status))?
            .into_inner();
        let allowed = answer.decision() == Decision::Allowed;
        println!(
            "{}: {} {} {} ({})",
            if allowed { "ALLOWED" } else { "DENIED" },
            self.subject,
            if allowed { "may" } else { "may not" },
            format_args!("{} {}", self.right, self.resource),
            answer
                .reason()
                .as_str_name()
                .trim_start_matches("ACCESS_REASON_"),
        );
        Ok(if allowed {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }
}
