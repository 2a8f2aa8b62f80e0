//! Whose word for a server's certificate is taken? That of a given file, or of the system.

use std::path::Path;

use tonic::transport::{Certificate, ClientTlsConfig};

use super::ConfigurationError;
use super::builder::shown;

/// Where systems keep the authorities that they trust, in one PEM file.
const SYSTEM: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/cert.pem",
    "/etc/ssl/ca-bundle.pem",
];

/// TLS that trusts the authorities of the file, or of the system.
pub(super) fn tls(given: Option<&Path>) -> Result<ClientTlsConfig, ConfigurationError> {
    let system = || SYSTEM.iter().map(Path::new).find(|file| file.exists());
    let file = given.or_else(system).ok_or_else(|| {
        ConfigurationError(
            "this system keeps no authorities where they are looked for; \
             name a PEM file with them as the CA certificate (GRANTOR_CA_CERTIFICATE)"
                .to_owned(),
        )
    })?;
    let unusable = |why: &str| {
        let file = file.display().to_string();
        let shown = shown(&file);
        ConfigurationError(format!(
            "the CA certificate {shown} {why}; name a PEM file (GRANTOR_CA_CERTIFICATE)"
        ))
    };
    let pem = std::fs::read_to_string(file)
        .map_err(|cause| unusable(&format!("can't be read: {cause}")))?;
    if !pem.contains("-----BEGIN CERTIFICATE-----") {
        return Err(unusable("holds no certificate"));
    }
    Ok(ClientTlsConfig::new().ca_certificate(Certificate::from_pem(pem)))
}
