//! How does a command reach a running Grantor? Address, key and TLS, the same for all commands that call one.

use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use http::Uri;
use tonic::metadata::AsciiMetadataValue;
use tonic::service::Interceptor;
use tonic::service::interceptor::InterceptedService;
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint};
use tonic::{Request, Status};

use super::Failure;

/// Where systems keep the authorities that they trust, in one PEM file.
const TRUSTED: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
];

/// The transport of every client.
pub(super) type Authorized = InterceptedService<Channel, Key>;

/// A running Grantor, and who calls it.
#[derive(Debug, Clone, Args)]
pub(super) struct Connection {
    /// Where Grantor listens: https://HOST:PORT, or http://HOST:PORT without TLS.
    #[arg(
        long,
        env = "GRANTOR_ADDRESS",
        default_value = "http://127.0.0.1:50051"
    )]
    address: String,
    /// The key of a service account.
    #[arg(long, env = "GRANTOR_KEY", hide_env_values = true)]
    key: String,
    /// Send the key without TLS to another machine too; on this machine that needs no flag.
    #[arg(long)]
    plaintext: bool,
    /// A PEM file with the authorities that may have signed the server's certificate, instead of the system's.
    #[arg(long, env = "GRANTOR_CA_CERTIFICATE", value_name = "FILE")]
    ca_certificate: Option<PathBuf>,
}

/// Puts the key into every call.
#[derive(Clone)]
pub(super) struct Key(AsciiMetadataValue);

impl Interceptor for Key {
    fn call(&mut self, mut request: Request<()>) -> Result<Request<()>, Status> {
        request
            .metadata_mut()
            .insert("authorization", self.0.clone());
        Ok(request)
    }
}

impl Connection {
    /// One for questions that need no key; then there is nothing that TLS would have to keep.
    pub(super) fn without_key(
        address: String,
        plaintext: bool,
        ca_certificate: Option<PathBuf>,
    ) -> Self {
        Self {
            plaintext: plaintext || address.starts_with("http://"),
            address,
            key: String::new(),
            ca_certificate,
        }
    }

    /// The address that is called, with its scheme.
    pub(super) fn address(&self) -> Result<String, Failure> {
        Ok(self.uri()?.to_string().trim_end_matches('/').to_owned())
    }

    /// Connects.
    pub(super) async fn open(&self) -> Result<Authorized, Failure> {
        let key = AsciiMetadataValue::try_from(format!("Bearer {}", self.key))
            .map_err(|_| "the key has characters that no key has; it begins with grk_")?;
        let uri = self.uri()?;
        let secure = uri.scheme_str() == Some("https");
        let mut endpoint = Endpoint::from(uri);
        if secure {
            endpoint = endpoint.tls_config(self.tls()?)?;
        }
        let address = self.address()?;
        let channel = endpoint.connect().await.map_err(|error| {
            format!(
                "nothing answers at {address}; is Grantor running there, and is it http or https? ({})",
                deepest(&error)
            )
        })?;
        Ok(InterceptedService::new(channel, Key(key)))
    }

    /// A key is a secret: it leaves this machine encrypted, unless that is said.
    fn uri(&self) -> Result<Uri, Failure> {
        let text = if self.address.contains("://") {
            self.address.clone()
        } else {
            let bare = Uri::from_str(&format!("http://{}", self.address));
            let open = self.plaintext || bare.is_ok_and(|uri| is_loopback(&uri));
            let scheme = if open { "http" } else { "https" };
            format!("{scheme}://{}", self.address)
        };
        let uri = Uri::from_str(&text).map_err(|cause| {
            format!("{text} is no address ({cause}); it is like https://HOST:PORT")
        })?;
        match uri.scheme_str() {
            Some("https") => Ok(uri),
            Some("http") if self.plaintext || is_loopback(&uri) => Ok(uri),
            Some("http") => Err(format!(
                "{text} is another machine, and without TLS everybody on the way could read the key; \
                 use https://, or say --plaintext"
            )
            .into()),
            _ => Err(format!("{text} is neither http:// nor https://").into()),
        }
    }

    fn tls(&self) -> Result<ClientTlsConfig, Failure> {
        let system = || TRUSTED.iter().map(Path::new).find(|file| file.exists());
        let file = self.ca_certificate.as_deref().or_else(system);
        let file = file.ok_or("this system keeps no authorities where they are looked for; name them with --ca-certificate")?;
        let pem = std::fs::read(file)
            .map_err(|cause| format!("{} cannot be read: {cause}", file.display()))?;
        Ok(ClientTlsConfig::new().ca_certificate(Certificate::from_pem(pem)))
    }
}

/// What it came from at last, such as a certificate that nobody vouches for.
fn deepest(error: &dyn std::error::Error) -> &dyn std::error::Error {
    let mut cause = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause
}

fn is_loopback(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host == "localhost" || IpAddr::from_str(bare).is_ok_and(|ip| ip.is_loopback())
}

/// The server's advice, as it gave it.
pub(super) fn words(status: &Status) -> String {
    format!("{}: {}", status.code(), status.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(address: &str, plaintext: bool) -> Option<String> {
        let connection = Connection {
            address: address.to_owned(),
            key: "grk_x".to_owned(),
            plaintext,
            ca_certificate: None,
        };
        connection.address().ok()
    }

    #[test]
    fn a_key_leaves_this_machine_encrypted_unless_that_is_said() {
        let is = |address: &str, plaintext: bool, url: Option<&str>| {
            assert_eq!(called(address, plaintext).as_deref(), url, "{address}");
        };
        is("127.0.0.1:50051", false, Some("http://127.0.0.1:50051"));
        is("[::1]:50051", false, Some("http://[::1]:50051"));
        is("localhost:50051", false, Some("http://localhost:50051"));
        is(
            "grantor.example:443",
            false,
            Some("https://grantor.example:443"),
        );
        is(
            "grantor.example:80",
            true,
            Some("http://grantor.example:80"),
        );
        is("http://grantor.example:80", false, None);
        is("http://localhost.example:80", false, None);
        is("ftp://127.0.0.1:21", true, None);
    }
}
