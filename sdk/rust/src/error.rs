//! What does a caller learn from a call that failed? Code, reason, what to do next, and which call it was.

use std::collections::HashMap;
use std::fmt;

use tonic::{Code, Status};
use tonic_types::StatusExt;

use super::caller::REQUEST_ID;
use crate::v1;

/// The domain of Grantor's reasons.
const DOMAIN: &str = "grantor";

/// A call failed, or one question of many. Decide by [`code`](Self::code) and [`reason`](Self::reason),
/// never by the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Fields>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Fields {
    code: Code,
    reason: String,
    message: String,
    metadata: HashMap<String, String>,
    violations: Vec<Violation>,
    request_id: String,
}

/// A field of the request that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Its path, such as `grant.scope.products[0]`.
    pub field: String,
    /// What is wrong with it.
    pub description: String,
}

impl Error {
    /// The gRPC code. UNAVAILABLE also where nothing answers, DEADLINE_EXCEEDED also where the time was up
    /// here. Whether a change was made is then not known; the same request with the same `request_id` tells.
    #[must_use]
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// The gRPC code as gRPC writes it: `NOT_FOUND`.
    #[must_use]
    pub fn code_name(&self) -> &'static str {
        name(self.0.code)
    }

    /// The reason of `docs/errors.md`, such as `RIGHT_UNKNOWN`. Empty where the error is not Grantor's. A
    /// newer server may give reasons that this client does not know.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.0.reason
    }

    /// What to do next, in words.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// What the reason is about: names and values.
    #[must_use]
    pub fn metadata(&self) -> &HashMap<String, String> {
        &self.0.metadata
    }

    /// Every wrong field of the request.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        &self.0.violations
    }

    /// The `x-request-id` of the call, by which the server's log knows it.
    #[must_use]
    pub fn request_id(&self) -> &str {
        &self.0.request_id
    }

    /// An answer that this client must not take for one.
    pub(super) fn not_understood(message: &str, request_id: &str) -> Self {
        Self::bare(Code::Internal, String::new(), message, request_id)
    }

    /// The error of one question of a batch.
    pub(super) fn of_question(error: &v1::AccessError, request_id: &str) -> Self {
        let reason = match v1::ErrorReason::try_from(error.reason) {
            Ok(known) => known
                .as_str_name()
                .trim_start_matches("ERROR_REASON_")
                .to_owned(),
            Err(_) => error.reason.to_string(),
        };
        Self::bare(Code::from(error.code), reason, &error.message, request_id)
    }

    fn bare(code: Code, reason: String, message: &str, request_id: &str) -> Self {
        Self(Box::new(Fields {
            code,
            reason,
            message: message.to_owned(),
            metadata: HashMap::new(),
            violations: Vec::new(),
            request_id: request_id.to_owned(),
        }))
    }
}

impl From<Status> for Error {
    fn from(status: Status) -> Self {
        let details = status.get_error_details();
        let info = details.error_info().filter(|info| info.domain == DOMAIN);
        let bad = details.bad_request().map(|bad| &bad.field_violations);
        let violations = bad.into_iter().flatten().map(|wrong| Violation {
            field: wrong.field.clone(),
            description: wrong.description.clone(),
        });
        Self(Box::new(Fields {
            code: status.code(),
            reason: info.map(|info| info.reason.clone()).unwrap_or_default(),
            message: status.message().to_owned(),
            metadata: info.map(|info| info.metadata.clone()).unwrap_or_default(),
            violations: violations.collect(),
            request_id: request_id(status.metadata()),
        }))
    }
}

/// The `x-request-id` that came with an answer or an error.
pub(super) fn request_id(metadata: &tonic::metadata::MetadataMap) -> String {
    let id = metadata.get(REQUEST_ID.as_str());
    id.and_then(|id| id.to_str().ok())
        .unwrap_or_default()
        .to_owned()
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Fields {
            reason, message, ..
        } = &*self.0;
        f.write_str(self.code_name())?;
        if !reason.is_empty() {
            write!(f, " ({reason})")?;
        }
        write!(f, ": {message}")?;
        if !self.request_id().is_empty() {
            write!(f, " [{}]", self.request_id())?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

fn name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}
