//! How does a command reach a running Grantor? Address, key and TLS, the same for all commands that call one.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use grantor::client::{Client, Transport};

use super::Failure;

/// How long one call of a command may take: applying a catalog looks at everybody's access.
const TIMEOUT: Duration = Duration::from_secs(60);

/// The transport of every client.
pub(super) type Authorized = Transport;

/// A running Grantor, and who calls it.
#[derive(Debug, Clone, Args)]
pub(super) struct Connection {
    /// Where Grantor listens: https://HOST:PORT or HOST:PORT, or http://HOST:PORT without TLS.
    #[arg(
        long,
        env = "GRANTOR_ADDRESS",
        default_value = "http://127.0.0.1:50051"
    )]
    address: String,
    /// The key of a service account.
    #[arg(long, env = "GRANTOR_KEY", hide_env_values = true)]
    key: String,
    /// Send the key without TLS to another machine too, and to a bare HOST:PORT; http:// on this machine needs no flag.
    #[arg(long)]
    plaintext: bool,
    /// A PEM file with the authorities that may have signed the server's certificate, instead of the system's.
    #[arg(long, env = "GRANTOR_CA_CERTIFICATE", value_name = "FILE")]
    ca_certificate: Option<PathBuf>,
}

impl Connection {
    /// One for questions that need no key; then there is none that TLS would have to keep. The client wants one all
    /// the same, and gets one that opens nothing.
    pub(super) fn without_key(
        address: String,
        plaintext: bool,
        ca_certificate: Option<PathBuf>,
    ) -> Self {
        Self {
            plaintext: plaintext || address.starts_with("http://"),
            address,
            key: "grk_none".to_owned(),
            ca_certificate,
        }
    }

    /// The address that is called, with its scheme.
    pub(super) fn address(&self) -> Result<String, Failure> {
        Ok(self.client()?.transport().address().to_owned())
    }

    /// The way to it; it connects with the first call.
    pub(super) async fn open(&self) -> Result<Authorized, Failure> {
        Ok(self.client()?.transport())
    }

    /// The client of this Grantor, as every service that asks it has one.
    pub(super) fn client(&self) -> Result<Client, Failure> {
        let mut builder = Client::builder()
            .address(&self.address)
            .key(&self.key)
            .plaintext(self.plaintext)
            .timeout(TIMEOUT);
        // That of the environment the client takes by itself, where there is TLS.
        let environment = std::env::var_os("GRANTOR_CA_CERTIFICATE");
        let given = self.ca_certificate.as_ref();
        if let Some(file) = given.filter(|file| environment.as_deref() != Some(file.as_os_str())) {
            builder = builder.ca_certificate(file);
        }
        Ok(builder.build()?)
    }
}
