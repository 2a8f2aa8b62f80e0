//! `grantor health`: does it serve? For probes of containers and load balancers, which have no key.

use std::fmt::{self, Display, Formatter};
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
use super::words::visible;

/// What each answer about health carries: how the server stands, in a word.
const STATE: &str = "x-grantor-state";

/// Ask grpc.health.v1 whether it serves.
#[derive(Debug, Args)]
#[command(after_help = "\
Exit code 0: it serves. 1: it says that it does not, and why: starting, degraded, away or draining. 2: it cannot be asked.

Examples:
  grantor health
  grantor health --address https://grantor.example:50051 --service grantor.v1.AccessService")]
pub struct Health {
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
    /// Asks, and says it.
    pub async fn run(self) -> Result<ExitCode, Failure> {
        let patience = Duration::from_secs(self.timeout);
        let seconds = self.timeout;
        let connection = Connection::without_key(self.address, self.plaintext, self.ca_certificate);
        let answer = ask(connection.open().await?, self.service);
        let answer = tokio::time::timeout(patience, answer).await;
        let answer = answer.map_err(|_| format!("no answer within {seconds} s"))??;
        print(&format!("{answer}\n"))?;
        Ok(if answer.status == ServingStatus::Serving {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(1)
        })
    }

    /// What a word about how the server stands means; nothing where all is as usual. A server that is newer may say one
    /// that this command does not know.
    pub fn in_words(state: &str) -> Option<String> {
        let words = match state {
            "serving" => return None,
            "starting" => "starting: the database is being read",
            "degraded" => "degraded: questions are answered, nothing can be written",
            "away" => "away: the database cannot be reached, nothing can be answered or written",
            "draining" => "draining: no new calls, those under way may end",
            _ => return Some(visible(state)),
        };
        Some(words.to_owned())
    }
}

/// What a server says of its health.
struct Answer {
    status: ServingStatus,
    /// Why, where it is another than the usual one.
    state: Option<String>,
}

impl Display for Answer {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.status.as_str_name())?;
        match &self.state {
            Some(state) => write!(f, ": {state}"),
            None => Ok(()),
        }
    }
}

/// The health of a service; of the server as a whole without a name.
async fn ask(channel: Authorized, service: String) -> Result<Answer, Failure> {
    let answer = HealthClient::new(channel)
        .check(HealthCheckRequest { service })
        .await;
    let answer = answer.map_err(refused)?;
    let state = answer.metadata().get(STATE);
    Ok(Answer {
        state: state
            .and_then(|word| word.to_str().ok())
            .and_then(Health::in_words),
        status: answer.into_inner().status(),
    })
}
