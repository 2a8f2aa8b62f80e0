//! `grantor health`: does it serve? For probes of containers and load balancers, which have no key.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;

use super::Failure;
use super::client::{Authorized, Connection};
use super::refusal::refused;
use super::terminal::print;

/// Ask grpc.health.v1 whether it serves.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit code 0: it serves. 1: it says that it does not. 2: it cannot be asked.

Examples:
  grantor health
  grantor health --address https://grantor.example:50051 --service grantor.v1.AccessService")]
pub(super) struct Health {
    /// Where Grantor listens: https://HOST:PORT, or http://HOST:PORT without TLS.
    #[arg(
        long,
        env = "GRANTOR_ADDRESS",
        default_value = "http://127.0.0.1:50051"
    )]
    address: String,
    /// Ask without TLS where the address does not say whether with or without.
    #[arg(long)]
    plaintext: bool,
    /// A PEM file with the authorities that may have signed the server's certificate, instead of the system's.
    #[arg(long, env = "GRANTOR_CA_CERTIFICATE", value_name = "FILE")]
    ca_certificate: Option<PathBuf>,
    /// Only this service, such as grantor.v1.AccessService; without it, the server as a whole.
    #[arg(long, default_value = "", hide_default_value = true)]
    service: String,
    /// So many seconds are waited for the answer.
    #[arg(long, default_value_t = 5, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=600))]
    timeout: u64,
}

impl Health {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let patience = Duration::from_secs(self.timeout);
        let seconds = self.timeout;
        let connection = Connection::without_key(self.address, self.plaintext, self.ca_certificate);
        let status = ask(connection.open().await?, self.service);
        let status = tokio::time::timeout(patience, status).await;
        let status = status.map_err(|_| format!("no answer within {seconds} s"))??;
        print(&format!("{}\n", status.as_str_name()))?;
        Ok(if status == ServingStatus::Serving {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }
}

/// The status of a service; of the server as a whole without a name.
async fn ask(channel: Authorized, service: String) -> Result<ServingStatus, Failure> {
    let answer = HealthClient::new(channel)
        .check(HealthCheckRequest { service })
        .await;
    Ok(answer.map_err(refused)?.into_inner().status())
}
