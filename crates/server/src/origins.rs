//! Which pages' scripts may call over gRPC-Web? Browsers ask by CORS, and hold back what is not allowed.

use std::sync::Arc;
use std::time::Duration;

use http::header::{AUTHORIZATION, CONTENT_TYPE};
use http::uri::{Authority, Scheme};
use http::{HeaderName, HeaderValue, Method, Uri};
use tower_http::cors::{AllowOrigin, CorsLayer};

use crate::auth::{ACTING_USER, REQUEST_ID};
use crate::health::STATE;

/// How long a browser remembers what may be sent; none remembers longer than two hours.
const REMEMBERED: Duration = Duration::from_secs(7200);

/// The origins of pages whose scripts may call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origins(Allowed);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Allowed {
    Listed(Arc<[String]>),
    ThisMachine,
}

/// Why an origin is none that a browser could send, and what would be right.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidOrigin {
    /// Everybody's page, with a key that can read who may do what.
    #[error("has *: name each origin, since a page that may call has a key")]
    Wildcard,
    /// Not an address of a site.
    #[error("has {0:?}: an origin is https://HOST or https://HOST:PORT")]
    Malformed(String),
    /// Whoever is on the way could put a script of theirs into the page.
    #[error("has {0:?}: a page in plaintext may only come from this machine; use https://")]
    Plaintext(String),
    /// It could never match.
    #[error("has {given:?}, which browsers write as {sent:?}")]
    Spelling {
        /// What was given.
        given: String,
        /// What browsers send for it.
        sent: String,
    },
}

impl Origins {
    /// Scripts of no other origin may call.
    #[must_use]
    pub fn none() -> Self {
        Self(Allowed::Listed(Arc::default()))
    }

    /// Pages which this machine serves over http on any port: what developers have.
    #[must_use]
    pub fn this_machine() -> Self {
        Self(Allowed::ThisMachine)
    }

    /// Exactly these, such as `https://panel.example.com`.
    pub fn listed(origins: &[String]) -> Result<Self, InvalidOrigin> {
        let origins = origins.iter().map(|origin| checked(origin));
        Ok(Self(Allowed::Listed(origins.collect::<Result<_, _>>()?)))
    }

    fn allow(&self, origin: &HeaderValue) -> bool {
        let Ok(origin) = origin.to_str() else {
            return false;
        };
        match &self.0 {
            Allowed::Listed(origins) => origins.iter().any(|known| known == origin),
            Allowed::ThisMachine => parts(origin).is_some_and(|(scheme, authority)| {
                scheme == Scheme::HTTP && is_local(authority.host())
            }),
        }
    }

    /// Answers browsers' questions, and lets scripts read what a status says.
    pub(crate) fn layer(self) -> CorsLayer {
        CorsLayer::new()
            .allow_origin(AllowOrigin::predicate(move |origin, _| self.allow(origin)))
            .allow_methods([Method::POST])
            .allow_headers([
                AUTHORIZATION,
                CONTENT_TYPE,
                ACTING_USER,
                REQUEST_ID,
                HeaderName::from_static("grpc-timeout"),
                HeaderName::from_static("x-grpc-web"),
                HeaderName::from_static("x-user-agent"),
            ])
            .expose_headers([
                HeaderName::from_static("grpc-status"),
                HeaderName::from_static("grpc-message"),
                HeaderName::from_static("grpc-status-details-bin"),
                REQUEST_ID,
                HeaderName::from_static(STATE),
            ])
            .max_age(REMEMBERED)
    }
}

/// An origin as browsers write it.
fn checked(origin: &str) -> Result<String, InvalidOrigin> {
    if origin.contains('*') {
        return Err(InvalidOrigin::Wildcard);
    }
    let malformed = || InvalidOrigin::Malformed(origin.to_owned());
    let (scheme, authority) = parts(origin).ok_or_else(malformed)?;
    let host = authority.host().to_ascii_lowercase();
    if scheme == Scheme::HTTP && !is_local(&host) {
        return Err(InvalidOrigin::Plaintext(origin.to_owned()));
    }
    let usual = if scheme == Scheme::HTTP { 80 } else { 443 };
    let sent = match authority.port_u16().filter(|port| *port != usual) {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    };
    if sent == origin {
        return Ok(sent);
    }
    Err(InvalidOrigin::Spelling {
        given: origin.to_owned(),
        sent,
    })
}

fn parts(origin: &str) -> Option<(Scheme, Authority)> {
    let parts = origin.parse::<Uri>().ok()?.into_parts();
    let scheme = parts.scheme?;
    let authority = parts.authority?;
    let is_web = scheme == Scheme::HTTP || scheme == Scheme::HTTPS;
    let is_plain = origin.is_ascii() && !authority.as_str().contains('@');
    (is_web && is_plain && !authority.host().is_empty()).then_some((scheme, authority))
}

fn is_local(host: &str) -> bool {
    matches!(host, "localhost" | "127.0.0.1" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listed(origin: &str) -> Result<Origins, InvalidOrigin> {
        Origins::listed(&[origin.to_owned()])
    }

    #[track_caller]
    fn allows(origins: &Origins, origin: &str) -> bool {
        origins.allow(&HeaderValue::from_str(origin).expect("a header"))
    }

    #[test]
    fn an_origin_is_written_as_browsers_write_it() {
        for good in [
            "https://panel.example.com",
            "https://panel.example.com:8443",
            "https://xn--bcher-kva.example",
            "https://[2001:db8::1]:8443",
            "http://localhost:5173",
            "http://127.0.0.1",
            "http://[::1]:3000",
        ] {
            let origins = listed(good).expect(good);
            assert!(allows(&origins, good), "{good}");
        }
    }

    #[test]
    fn what_no_browser_sends_is_refused_with_what_it_would_send() {
        for (given, sent) in [
            ("https://panel.example.com/", "https://panel.example.com"),
            ("https://panel.example.com/app", "https://panel.example.com"),
            ("https://panel.example.com?a=b", "https://panel.example.com"),
            ("https://Panel.Example.com", "https://panel.example.com"),
            ("https://panel.example.com:443", "https://panel.example.com"),
            ("http://localhost:80", "http://localhost"),
        ] {
            let wrong = InvalidOrigin::Spelling {
                given: given.to_owned(),
                sent: sent.to_owned(),
            };
            assert_eq!(listed(given), Err(wrong));
            listed(sent).expect("what was proposed");
        }
    }

    #[test]
    fn what_is_no_origin_is_refused() {
        for bad in [
            "",
            " ",
            "null",
            "panel.example.com",
            "https://",
            "https://example.com:x:y",
            "ftp://panel.example.com",
            "https://ann@panel.example.com",
            "https://bücher.example",
            "https://a.example, https://b.example",
        ] {
            assert_eq!(listed(bad), Err(InvalidOrigin::Malformed(bad.to_owned())));
        }
        for wildcard in ["*", "https://*.example.com"] {
            assert_eq!(listed(wildcard), Err(InvalidOrigin::Wildcard));
        }
        let plain = "http://panel.example.com".to_owned();
        assert_eq!(listed(&plain), Err(InvalidOrigin::Plaintext(plain)));
    }

    #[test]
    fn nothing_else_than_what_is_listed_may_call() {
        let origins = listed("https://panel.example.com").expect("an origin");
        for other in [
            "http://panel.example.com",
            "https://panel.example.com:8443",
            "https://panel.example.com.evil.example",
            "https://evil.example",
            "null",
        ] {
            assert!(!allows(&origins, other), "{other}");
        }
        assert!(!allows(&Origins::none(), "https://panel.example.com"));
    }

    #[test]
    fn a_developers_pages_are_those_of_this_machine() {
        let origins = Origins::this_machine();
        for own in [
            "http://localhost:5173",
            "http://127.0.0.1:8080",
            "http://[::1]:1",
        ] {
            assert!(allows(&origins, own), "{own}");
        }
        for other in [
            "http://localhost.evil.example:5173",
            "http://evil.example",
            "http://127.0.0.1.evil.example",
            "http://x@localhost",
            "http://192.168.1.2:5173",
            "null",
        ] {
            assert!(!allows(&origins, other), "{other}");
        }
    }
}
