//! `grantor check`: one question to a running Grantor.

use std::process::ExitCode;
use std::str::FromStr;

use clap::Args;
use grantor::v1::access_service_client::AccessServiceClient;
use grantor::v1::{CheckAccessRequest, Decision};
use tonic::metadata::AsciiMetadataValue;
use tonic::transport::Endpoint;
use tonic::{Request, Status};

use super::Failure;

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
    /// Where Grantor listens.
    #[arg(
        long,
        env = "GRANTOR_ADDRESS",
        default_value = "http://127.0.0.1:50051"
    )]
    address: String,
    /// The key of a service account.
    #[arg(long, env = "GRANTOR_KEY", hide_env_values = true)]
    key: String,
}

impl Check {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let address = match self.address.contains("://") {
            true => self.address.clone(),
            false => format!("http://{}", self.address),
        };
        let endpoint = Endpoint::from_str(&address)?;
        let channel = endpoint.connect().await.map_err(|_| {
            format!(
                "nothing answers at {address}; is Grantor running there, and is it http or https?"
            )
        })?;
        let mut request = Request::new(CheckAccessRequest {
            subject: self.subject.clone(),
            resource: self.resource.clone(),
            right: self.right.clone(),
            ..CheckAccessRequest::default()
        });
        let key = AsciiMetadataValue::try_from(format!("Bearer {}", self.key))?;
        request.metadata_mut().insert("authorization", key);
        let answer = AccessServiceClient::new(channel)
            .check_access(request)
            .await
            .map_err(words)?
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

/// The server's advice, as it gave it.
fn words(status: Status) -> String {
    format!("{}: {}", status.code(), status.message())
}
