//! Who calls, and for whom? What stands in the metadata of every call.

use std::time::Duration;

use http::{HeaderMap, HeaderName, HeaderValue};

use super::ConfigurationError;
use super::builder::acting_user;

const AUTHORIZATION: HeaderName = HeaderName::from_static("authorization");
const ACTING_USER: HeaderName = HeaderName::from_static("x-grantor-acting-user");
/// Names a call in the server's log and in errors.
pub(super) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What is the same in all calls of one client.
#[derive(Debug, Clone)]
pub(super) struct Caller {
    /// As it is sent, `Bearer grk_…`.
    pub(super) key: HeaderValue,
    pub(super) acting_user: Option<HeaderValue>,
    /// How long a call may take with all its attempts.
    pub(super) timeout: Duration,
    /// What is called, for messages.
    pub(super) address: String,
}

impl Caller {
    /// Whether the acting user that a call says of its own, if it does, is one.
    pub(super) fn allows(headers: &HeaderMap) -> Result<(), ConfigurationError> {
        headers
            .get_all(ACTING_USER)
            .iter()
            .try_for_each(|user| acting_user(&String::from_utf8_lossy(user.as_bytes())).map(drop))
    }

    /// Puts all of it into the metadata of a call; what the call says of its own is kept. Returns the
    /// `x-request-id` by which the call is known.
    pub(super) fn sign(&self, headers: &mut HeaderMap, id: &HeaderValue) -> HeaderValue {
        headers
            .entry(AUTHORIZATION)
            .or_insert_with(|| self.key.clone());
        if let Some(user) = &self.acting_user {
            headers.entry(ACTING_USER).or_insert_with(|| user.clone());
        }
        headers
            .entry(REQUEST_ID)
            .or_insert_with(|| id.clone())
            .clone()
    }
}
