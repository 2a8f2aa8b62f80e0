//! Where is Grantor, and may a key go there as it is? A key leaves this machine encrypted, unless that is said.

use std::net::IpAddr;
use std::str::FromStr;

use http::Uri;

use super::ConfigurationError;
use super::builder::looks_like_key;

/// The address with its scheme, `https` or `http`.
pub(super) fn parse(text: &str, plaintext: bool) -> Result<Uri, ConfigurationError> {
    if looks_like_key(text) {
        return Err(ConfigurationError(
            "the address looks like a key; address and key may be swapped (GRANTOR_ADDRESS, GRANTOR_KEY)"
                .to_owned(),
        ));
    }
    let full = if text.contains("://") {
        text.to_owned()
    } else {
        format!("{}://{text}", if plaintext { "http" } else { "https" })
    };
    let uri = Uri::from_str(&full)
        .map_err(|cause| no_address(text, &cause.to_string()))
        .and_then(|uri| complete(uri).map_err(|what| no_address(text, what)))?;
    match (uri.scheme_str(), plaintext) {
        (Some("https"), false) | (Some("http"), true) => Ok(uri),
        (Some("http"), false) if is_loopback(&uri) => Ok(uri),
        (Some("http"), false) => Err(ConfigurationError(format!(
            "{text} is another machine, and without TLS everybody on the way could read the key; \
             use https://, or say plaintext"
        ))),
        (Some("https"), true) => Err(ConfigurationError(format!(
            "plaintext contradicts {text}; leave it out, or use http://"
        ))),
        _ => Err(no_address(text, "it is neither http:// nor https://")),
    }
}

/// Host and port, and nothing else.
fn complete(uri: Uri) -> Result<Uri, &'static str> {
    let host = uri.host().unwrap_or_default();
    let named = uri
        .authority()
        .is_some_and(|all| all.as_str().contains('@'));
    if host.is_empty() || named {
        Err("it is not a host and a port")
    } else if uri.port_u16().is_none_or(|port| port == 0) {
        Err("the port is missing")
    } else if uri.path_and_query().is_some_and(|rest| rest != "/") {
        Err("something follows the port")
    } else {
        Ok(uri)
    }
}

fn no_address(text: &str, why: &str) -> ConfigurationError {
    ConfigurationError(format!(
        "{text:?} is no address ({why}); it is like https://HOST:PORT (GRANTOR_ADDRESS)"
    ))
}

fn is_loopback(uri: &Uri) -> bool {
    let host = uri.host().unwrap_or_default();
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    host.eq_ignore_ascii_case("localhost")
        || IpAddr::from_str(bare).is_ok_and(|ip| ip.is_loopback())
}
