//! From the wire's request to who asks: what the guard found, taken out beside the message.

use app::{Call, Consistency};
use domain::{Reason, Refusal};
use tonic::Request;

use crate::problem::Problem;

/// The call that the guard let through, and its message.
pub(crate) fn take<M>(request: Request<M>) -> Result<(Call, M), Problem> {
    let (_, mut extensions, message) = request.into_parts();
    let call = extensions.remove::<Call>().ok_or_else(|| {
        Refusal::new(
            Reason::CredentialsMissing,
            "The call did not come through the guard.",
        )
    })?;
    Ok((call, message))
}

/// What a question asks for when it says nothing about freshness.
pub(crate) const DEFAULT: Consistency = Consistency::MinimizeLatency;
