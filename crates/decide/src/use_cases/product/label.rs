//! How many tags and groups may a product have?

use domain::{Product, Reason, RecordName, Refusal};

use crate::use_case::Given;

/// How many tags a product has at most, and in how many groups it is.
const MOST: usize = 64;

/// Refuses the label that is one too many.
pub(crate) fn must_fit(
    given: &Given<'_>,
    product: &Product,
    labels: usize,
    what: &str,
) -> Result<(), Refusal> {
    if labels <= MOST {
        return Ok(());
    }
    let resource = RecordName::product(&product.id).resource_name(given.home);
    Err(Refusal::new(
        Reason::SizeLimit,
        format!(
            "{resource} would have {labels} {what}; at most {MOST} are kept. Take others off first."
        ),
    )
    .about(resource)
    .with("limit", MOST.to_string()))
}
