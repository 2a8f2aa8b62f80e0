//! From the wire's request to who asks: what the guard found, taken out beside the message.

use app::{Call, Consistency};
use domain::{Reason, Refusal};
use tonic::{Request, Status};

use crate::status::status;

/// The longest request id, in bytes.
const MAX_REQUEST_ID: usize = 128;

/// The call that the guard let through, and its message.
pub(crate) fn take<M>(request: Request<M>) -> Result<(Call, M), Status> {
    let (_, mut extensions, message) = request.into_parts();
    let call = extensions.remove::<Call>().ok_or_else(|| {
        status(
            Refusal::new(
                Reason::CredentialsMissing,
                "The call did not come through the guard.",
            )
            .into(),
        )
    })?;
    Ok((call, message))
}

/// A mutation: with its idempotency key, and whether it is only a preview.
pub(crate) fn mutation(
    mut call: Call,
    request_id: &str,
    validate_only: bool,
) -> Result<Call, Status> {
    let printable = request_id.bytes().all(|byte| byte.is_ascii_graphic());
    if request_id.len() > MAX_REQUEST_ID || !printable {
        let why = "must be at most 128 printable ASCII characters without spaces, such as a UUID";
        return Err(status(Refusal::field("request_id", why).into()));
    }
    call.request_id = (!request_id.is_empty()).then(|| request_id.to_owned());
    call.validate_only = validate_only;
    Ok(call)
}

/// What a question asks for when it says nothing about freshness.
pub(crate) const DEFAULT: Consistency = Consistency::MinimizeLatency;
