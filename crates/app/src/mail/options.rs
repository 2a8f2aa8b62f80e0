//! How do mails leave, from whom, and where do their links lead? Checked once, when the settings are read.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use lettre::message::Mailbox;
use lettre::transport::smtp::AsyncSmtpTransportBuilder;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, Tokio1Executor};

/// How mails leave.
#[derive(Debug, Clone)]
pub struct MailOptions {
    /// By which way.
    pub way: MailWay,
    pub sender: Sender,
    /// Where links lead.
    pub public_url: PublicUrl,
}

/// By which way mails leave.
#[derive(Debug, Clone)]
pub enum MailWay {
    /// As `.eml` files in a directory: for development, and for other programs that send.
    Directory {
        path: PathBuf,
        /// Whether each link is logged, for development alone: a link is a key.
        show_links: bool,
    },
    /// To a mail server.
    Smtp(Smtp),
}

/// What is wrong with a setting of mails, and what would be right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidMail(String);

/// Who mails are from: a name and an address.
#[derive(Clone)]
pub struct Sender(Mailbox);

/// The address of the pages that links in mails lead to, without a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicUrl(String);

/// A mail server.
#[derive(Clone)]
pub struct Smtp {
    builder: AsyncSmtpTransportBuilder,
    timeout: Duration,
}

impl Sender {
    /// `Name <address>`, or an address alone.
    pub fn parse(text: &str) -> Result<Self, InvalidMail> {
        let wrong = || {
            InvalidMail(
                "must be an address such as no-reply@example.com, or Name <no-reply@example.com>"
                    .to_owned(),
            )
        };
        if text.chars().any(char::is_control) {
            return Err(wrong());
        }
        text.parse().map(Self).map_err(|_| wrong())
    }

    /// The name, or the host of the address.
    pub fn name(&self) -> &str {
        let name = self.0.name.as_deref();
        name.unwrap_or_else(|| self.0.email.domain())
    }

    /// The same address under another name.
    pub(crate) fn under(&self, name: &str) -> Mailbox {
        Mailbox::new(Some(name.to_owned()), self.0.email.clone())
    }

    /// The host of the address.
    pub(crate) fn host(&self) -> &str {
        self.0.email.domain()
    }
}

impl fmt::Debug for Sender {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sender({})", self.0)
    }
}

impl PublicUrl {
    /// An https address, or http on this machine alone: what the page is sent is a key.
    pub fn parse(text: &str) -> Result<Self, InvalidMail> {
        let url = text.trim_end_matches('/');
        let plain = url.strip_prefix("http://");
        let rest = url.strip_prefix("https://").or(plain).unwrap_or_default();
        let host = host(rest);
        let fits = !host.is_empty()
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/[]%".contains(&byte));
        if !fits {
            let what = "must be an address such as https://access.example.com, without ? and #";
            return Err(InvalidMail(what.to_owned()));
        }
        if plain.is_some() && !is_loopback(host) {
            let what = "must begin with https://: whoever reads along could answer in the invited person's place \
                        (http:// is for this machine alone)";
            return Err(InvalidMail(what.to_owned()));
        }
        Ok(Self(url.to_owned()))
    }

    /// The address of a page, with what only the browser sees after the `#`.
    pub(crate) fn link(&self, page: &str, token: &str) -> String {
        format!("{}/{page}#{token}", self.0)
    }

    /// What stands before the paths of the pages, empty in most places.
    pub fn path(&self) -> &str {
        let (_, rest) = self.0.split_once("://").unwrap_or_default();
        rest.find('/').map_or("", |slash| rest.split_at(slash).1)
    }
}

impl Smtp {
    /// `smtp://[USER:PASSWORD@]HOST[:PORT][?tls=required]` or `smtps://…`; `authority` is a PEM certificate that
    /// servers may be signed by, beside those that browsers trust.
    pub fn parse(
        url: &str,
        timeout: Duration,
        authority: Option<&[u8]>,
    ) -> Result<Self, InvalidMail> {
        let wrong = || {
            InvalidMail(
                "must be smtps://USER:PASSWORD@HOST:PORT, or smtp://USER:PASSWORD@HOST:PORT?tls=required".to_owned(),
            )
        };
        let (scheme, rest) = url.split_once("://").ok_or_else(wrong)?;
        let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (credentials, server) = place
            .rsplit_once('@')
            .map_or((None, place), |(who, server)| (Some(who), server));
        let host = host(server);
        let tls = match (scheme, query) {
            ("smtps", "") => Some(true),
            ("smtp", "tls=required") => Some(false),
            ("smtp", "") => None,
            _ => return Err(wrong()),
        };
        if host.is_empty() || credentials.is_some_and(|who| !who.contains(':')) {
            return Err(wrong());
        }
        if tls.is_none() && !is_loopback(host) {
            let what = "sends mails, and the keys in them, in the clear: add ?tls=required, or begin with smtps://";
            return Err(InvalidMail(what.to_owned()));
        }
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| wrong())?;
        let builder = match (tls, authority) {
            (Some(wrapped), Some(authority)) => builder.tls(trusting(host, wrapped, authority)?),
            (None, Some(_)) => {
                let what = "an authority is of no use without TLS: add ?tls=required, or begin with smtps://";
                return Err(InvalidMail(what.to_owned()));
            }
            (_, None) => builder,
        };
        Ok(Self {
            builder: builder.timeout(Some(timeout)),
            timeout,
        })
    }

    pub(super) fn transport(&self) -> AsyncSmtpTransport<Tokio1Executor> {
        self.builder.clone().build()
    }

    pub(super) fn timeout(&self) -> Duration {
        self.timeout
    }
}

fn trusting(host: &str, wrapped: bool, authority: &[u8]) -> Result<Tls, InvalidMail> {
    let wrong = |_| InvalidMail("the authority is no certificate in PEM".to_owned());
    let authority = Certificate::from_pem(authority).map_err(wrong)?;
    let parameters = TlsParameters::builder(host.to_owned())
        .add_root_certificate(authority)
        .build()
        .map_err(wrong)?;
    Ok(if wrapped {
        Tls::Wrapper(parameters)
    } else {
        Tls::Required(parameters)
    })
}

/// Logs never show the password.
impl fmt::Debug for Smtp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Smtp(…)")
    }
}

/// The host of `HOST[:PORT][/…]`.
fn host(place: &str) -> &str {
    let place = place.split('/').next().unwrap_or_default();
    match place.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => place.split(':').next().unwrap_or_default(),
    }
}

fn is_loopback(host: &str) -> bool {
    let address = host.parse::<std::net::IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_https_or_to_this_machine() {
        for good in [
            "https://access.example.com",
            "https://example.com:8443/grantor/",
            "http://127.0.0.1:50051",
            "http://[::1]:80",
            "http://localhost:1",
        ] {
            assert!(PublicUrl::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "access.example.com",
            "http://example.com",
            "https://",
            "https://a?b",
            "https://a#b",
            "https://a b",
            "ftp://a",
        ] {
            assert!(PublicUrl::parse(bad).is_err(), "{bad}");
        }
        let path = |url| PublicUrl::parse(url).map(|url| url.path().to_owned());
        assert_eq!(
            path("https://example.com/grantor/"),
            Ok("/grantor".to_owned())
        );
        assert_eq!(path("https://example.com/"), Ok(String::new()));
    }

    #[test]
    fn nothing_is_sent_in_the_clear_to_another_machine() {
        let parse = |url| Smtp::parse(url, Duration::from_secs(1), None);
        for good in [
            "smtp://127.0.0.1:2525",
            "smtp://user:pass@mail.example.com:587?tls=required",
            "smtps://user:p%40ss@mail.example.com",
        ] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "mail.example.com",
            "http://mail.example.com",
            "smtp://",
            "smtp://mail.example.com",
            "smtp://user:pass@mail.example.com:587",
            "smtp://mail.example.com?tls=opportunistic",
            "smtps://user@mail.example.com",
            "smtps://mail.example.com:x",
        ] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        let shown = format!("{:?}", parse("smtps://user:hunter2@mail.example.com"));
        assert!(!shown.contains("hunter2"), "{shown}");
    }

    #[test]
    fn a_sender_is_one_address() {
        for good in ["a@example.com", "Acme Platform <a@example.com>"] {
            assert!(Sender::parse(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "a",
            "a@example.com, b@example.com",
            "a@example.com\nBcc: b@example.com",
        ] {
            assert!(Sender::parse(bad).is_err(), "{bad}");
        }
    }
}
