//! What a step came to, as the suite compares it.

use grantor::client::{ConfigurationError, Error};
use serde_json::{Value, json};

/// What the call answered, or how it failed.
pub(crate) type Outcome = Result<Value, Value>;

/// How a call failed.
pub(crate) fn failed(error: impl Into<Error>) -> Value {
    let error = error.into();
    let violations = error
        .violations()
        .iter()
        .map(|wrong| json!({"field": wrong.field, "description": wrong.description}));
    json!({
        "code": error.code_name(),
        "reason": error.reason(),
        "message": error.message(),
        "metadata": error.metadata(),
        "request_id": error.request_id(),
        "violations": violations.collect::<Vec<_>>(),
    })
}

/// No client could be made.
pub(crate) fn configuration(why: &ConfigurationError) -> Value {
    json!({"code": "CONFIGURATION", "message": why.to_string()})
}

/// The runner can't do it.
pub(crate) fn runner(why: &str) -> Value {
    json!({"code": "RUNNER", "message": why})
}
