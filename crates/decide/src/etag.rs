//! Has somebody else been faster? Compares the etag that the caller read.

use domain::{Reason, Refusal, Stamp};

/// Refuses if an etag was sent and the noun has changed since.
pub(crate) fn must_match(etag: Option<&str>, stamp: Stamp, name: &str) -> Result<(), Refusal> {
    match etag {
        Some(seen) if seen != stamp.etag() => Err(Refusal::new(
            Reason::EtagMismatch,
            format!(
                "{name} has changed since it was read (its etag is {} now, {seen} was sent). Read it again, decide again, and send the new etag.",
                stamp.etag()
            ),
        )
        .about(name)
        .with("etag", stamp.etag())),
        _ => Ok(()),
    }
}
