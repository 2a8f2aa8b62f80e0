//! What does a caller hear where no server answered? UNAVAILABLE or DEADLINE_EXCEEDED, and what to do.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use tonic::metadata::MetadataMap;
use tonic::{Code, Status, TimeoutExpired, transport};

use super::caller::{Caller, REQUEST_ID};

/// Characters of a cause that a message shows.
const SHOWN: usize = 200;

/// What to do about an answer that is no TLS.
const NO_TLS: &str = " (does the server speak TLS? if not, use http://)";

/// What to do where the machine is there, and nobody listens.
const NOBODY: &str = " (is Grantor running there?)";

/// One call, as its failures name it.
#[derive(Debug, Clone)]
pub(super) struct Called {
    pub(super) caller: Arc<Caller>,
    pub(super) request_id: HeaderValue,
}

impl Called {
    /// The call did not end in time.
    pub(super) fn late(&self, timeout: Duration) -> Status {
        let (address, seconds) = (&self.caller.address, timeout.as_secs_f64());
        let why = format!("no answer from {address} within {seconds} s");
        self.status(Code::DeadlineExceeded, why)
    }

    /// The caller wants no more of it.
    pub(super) fn closed(&self) -> Status {
        let why = "the stream is closed; make another".to_owned();
        self.status(Code::Cancelled, why)
    }

    /// Its `x-request-id`.
    pub(super) fn id(&self) -> &str {
        self.request_id.to_str().unwrap_or_default()
    }

    /// The call did not get through. None if the time was up, as the transport's own timer saw it.
    pub(super) fn unreached(&self, error: &transport::Error) -> Option<Status> {
        if caused_by::<TimeoutExpired>(error) {
            return None;
        }
        Some(self.cut(&deepest(error)))
    }

    /// There is no answer, or it stopped before its end.
    pub(super) fn cut(&self, cause: &str) -> Status {
        let address = &self.caller.address;
        let short = short(cause);
        let advice = match cause {
            _ if is_no_tls(cause) => NO_TLS,
            _ if cause.contains("Connection refused") => NOBODY,
            _ => "",
        };
        let why = format!("no answer from {address}: {short}{advice}");
        self.status(Code::Unavailable, why)
    }

    /// The answer is larger than any client takes.
    pub(super) fn too_large(&self, length: usize, limit: usize) -> Status {
        let why = format!(
            "the answer has {length} bytes, and at most {limit} are taken; ask for smaller pages"
        );
        self.status(Code::ResourceExhausted, why)
    }

    fn status(&self, code: Code, message: String) -> Status {
        let mut headers = http::HeaderMap::new();
        headers.insert(REQUEST_ID, self.request_id.clone());
        Status::with_metadata(code, message, MetadataMap::from_headers(headers))
    }
}

fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    let mut next = Some(error);
    std::iter::from_fn(move || {
        let error = next?;
        next = error.source();
        Some(error)
    })
}

fn caused_by<E: Error + 'static>(error: &(dyn Error + 'static)) -> bool {
    chain(error).any(|cause| cause.is::<E>())
}

/// What it came from at last, such as a certificate that nobody vouches for.
pub(super) fn deepest(error: &(dyn Error + 'static)) -> String {
    chain(error)
        .last()
        .map(ToString::to_string)
        .unwrap_or_default()
}

/// Its first line, and of that no more than a message shows.
fn short(cause: &str) -> String {
    let line = cause.lines().next().unwrap_or_default();
    line.chars().take(SHOWN).collect()
}

/// Whether the server answered a TLS handshake with something else, or hung up on it. Rustls, whose type this
/// crate does not have, says it in words; a test holds them.
fn is_no_tls(cause: &str) -> bool {
    cause.contains("InvalidContentType") || cause.contains("tls handshake eof")
}
