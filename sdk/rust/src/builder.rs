//! What does a client need to be told, and where does it come from: said, or from the environment?

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use http::{HeaderValue, Uri};
use tokio::runtime::Handle;
use tonic::transport::Endpoint;

use super::caller::Caller;
use super::past::When;
use super::{Client, Transport, address, trust};

/// How long a call may take with all its attempts, unless that is said.
const TIMEOUT: Duration = Duration::from_secs(5);

/// How long one try to connect may take: calls that wait for it end by their own deadline.
const CONNECTING: Duration = Duration::from_secs(20);

/// How often a connection is asked whether it lives, and how long it may take to say so.
const PING: Duration = Duration::from_secs(30);
const PONG: Duration = Duration::from_secs(10);

/// Why no client can be made, and what to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigurationError(pub(super) String);

impl fmt::Display for ConfigurationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ConfigurationError {}

/// The options of a [`Client`].
#[derive(Clone, Default)]
pub struct Builder {
    address: Option<String>,
    key: Option<String>,
    ca_certificate: Option<PathBuf>,
    plaintext: bool,
    timeout: Option<Duration>,
    acting_user: Option<String>,
}

impl Builder {
    /// Where Grantor listens: `https://HOST:PORT` or `HOST:PORT` with TLS, `http://HOST:PORT` without. Not
    /// set: `GRANTOR_ADDRESS`.
    #[must_use]
    pub fn address(mut self, address: impl Into<String>) -> Self {
        self.address = Some(address.into());
        self
    }

    /// The key of a service account, `grk_…`. Not set: `GRANTOR_KEY`.
    #[must_use]
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// A PEM file with the authorities to trust instead of the system's. Not set: `GRANTOR_CA_CERTIFICATE`,
    /// if that is there. With an address without TLS it is refused; that of the environment is not used then.
    #[must_use]
    pub fn ca_certificate(mut self, file: impl Into<PathBuf>) -> Self {
        self.ca_certificate = Some(file.into());
        self
    }

    /// The key may go without TLS to a machine that is not this one, and a bare `HOST:PORT` is without TLS.
    #[must_use]
    pub fn plaintext(mut self, plaintext: bool) -> Self {
        self.plaintext = plaintext;
        self
    }

    /// How long a call may take with all its attempts; 5 s if not set. A watch has no end.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// All calls are for this user, `users/ann`; the key needs scope `act.for.users`.
    #[must_use]
    pub fn acting_user(mut self, user: impl Into<String>) -> Self {
        self.acting_user = Some(user.into());
        self
    }

    /// Makes the client, which connects when it is first used.
    ///
    /// # Errors
    /// Says what to set: no address or key, an address that is none or goes to another machine without TLS,
    /// a file that holds no certificate, or that nothing would use, a timeout of 0. Also outside of a Tokio runtime.
    pub fn build(self) -> Result<Client, ConfigurationError> {
        let missing = |what: &str| ConfigurationError(what.to_owned());
        let address = self.address.or_else(|| variable("GRANTOR_ADDRESS"));
        let address = address
            .ok_or_else(|| missing("there is no address: give one, or set GRANTOR_ADDRESS"))?;
        let given = self.key.or_else(|| variable("GRANTOR_KEY"));
        let given = given.filter(|key| !key.is_empty());
        let given =
            given.ok_or_else(|| missing("there is no key: give one, or set GRANTOR_KEY"))?;
        let uri = address::parse(&address, self.plaintext)?;
        let acting_user = self.acting_user.as_deref().map(acting_user).transpose()?;
        let certificate = self.ca_certificate;
        let endpoint = endpoint(&uri, certificate)?;
        if Handle::try_current().is_err() {
            return Err(missing(
                "a client is made within a Tokio runtime, which drives its connection",
            ));
        }
        let caller = Caller {
            key: key(&given)?,
            acting_user,
            timeout: timeout(self.timeout.unwrap_or(TIMEOUT))?,
            address: uri.to_string().trim_end_matches('/').to_owned(),
        };
        Ok(Client {
            transport: Transport::new(endpoint, caller),
            when: When::default(),
        })
    }
}

impl fmt::Debug for Builder {
    /// Without the key.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let certificate = self.ca_certificate.as_ref();
        let certificate = certificate.map(|file| file.display().to_string());
        f.debug_struct("Builder")
            .field("address", &self.address.as_deref().map(shown))
            .field("ca_certificate", &certificate.as_deref().map(shown))
            .field("plaintext", &self.plaintext)
            .field("timeout", &self.timeout)
            .field("acting_user", &self.acting_user.as_deref().map(shown))
            .finish_non_exhaustive()
    }
}

/// The value of the metadata `x-grantor-acting-user`. Nothing else may pass: a call with an empty one would be
/// for the service account itself.
pub(super) fn acting_user(name: &str) -> Result<HeaderValue, ConfigurationError> {
    let wrong = || {
        let shown = shown(name);
        ConfigurationError(format!(
            "{shown:?} is no acting user; one is like users/ann"
        ))
    };
    let id = name.strip_prefix("users/").unwrap_or_default();
    let plain = id
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'/');
    if id.is_empty() || !plain || looks_like_key(name) {
        return Err(wrong());
    }
    HeaderValue::from_str(name).map_err(|_| wrong())
}

/// Whether it must not be shown: an option may hold the key by mistake.
pub(super) fn looks_like_key(text: &str) -> bool {
    text.to_ascii_lowercase().contains("grk_")
}

/// The text as a message may show it.
pub(super) fn shown(text: &str) -> &str {
    if looks_like_key(text) {
        "(what looks like a key)"
    } else {
        text
    }
}

/// In no time nothing could be answered.
pub(super) fn timeout(given: Duration) -> Result<Duration, ConfigurationError> {
    if given.is_zero() {
        let why = "the timeout is 0; leave it out for 5 s, or give a longer one";
        return Err(ConfigurationError(why.to_owned()));
    }
    Ok(given)
}

fn key(given: &str) -> Result<HeaderValue, ConfigurationError> {
    let mut value = HeaderValue::from_str(&format!("Bearer {given}")).map_err(|_| {
        let why = "the key has characters that no key has; it begins with grk_ (GRANTOR_KEY)";
        ConfigurationError(why.to_owned())
    })?;
    // No log shows it.
    value.set_sensitive(true);
    Ok(value)
}

fn endpoint(uri: &Uri, certificate: Option<PathBuf>) -> Result<Endpoint, ConfigurationError> {
    let endpoint = Endpoint::from(uri.clone())
        .connect_timeout(CONNECTING)
        .http2_keep_alive_interval(PING)
        .keep_alive_timeout(PONG)
        .keep_alive_while_idle(true);
    if uri.scheme_str() == Some("http") {
        return match certificate {
            None => Ok(endpoint),
            Some(file) => Err(contradiction(uri, &file)),
        };
    }
    let certificate = certificate.or_else(|| variable("GRANTOR_CA_CERTIFICATE").map(PathBuf::from));
    endpoint
        .tls_config(trust::tls(certificate.as_deref())?)
        .map_err(|cause| ConfigurationError(format!("TLS to {uri} can't be set up: {cause}")))
}

/// Who names an authority wants TLS. That of the environment is for all addresses, and says nothing of this one.
fn contradiction(uri: &Uri, certificate: &Path) -> ConfigurationError {
    let (address, file) = (uri.to_string(), certificate.display().to_string());
    let (address, file) = (address.trim_end_matches('/'), shown(&file));
    ConfigurationError(format!(
        "the CA certificate {file} is of no use for {address}, which is without TLS; \
         leave it out, or use https://"
    ))
}

/// Empty is as good as not set.
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|text| !text.is_empty())
}
