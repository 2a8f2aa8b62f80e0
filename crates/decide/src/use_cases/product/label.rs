//! Tags and groups give: whoever labels a product gives everything that goes through the label (rule 1).

use std::sync::Arc;

use domain::{Change, Product, Reason, RecordName, Refusal, ScopeEntry};

use super::must_be_in_scope;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::Given;
use crate::use_cases::cascade::{gives_access, taken_through};
use crate::use_cases::found::acting_user;

/// How many tags a product has at most, and in how many groups it is.
const MOST: usize = 64;

/// Refuses unless the acting user may put these products under this tag or into this group.
pub(crate) fn may_add(
    given: &Given<'_>,
    products: &[&Arc<Product>],
    entry: &ScopeEntry,
) -> Result<(), Refusal> {
    if products.is_empty() {
        return Ok(());
    }
    must_be_open(given, entry)?;
    let actor = acting_user(given)?;
    products.iter().try_for_each(|product| {
        must_be_in_scope(given, product)?;
        given
            .view
            .may_label(actor, &product.id, entry, given.moment.now)
    })
}

/// Refuses unless the acting user may take these products from under this tag or out of this group.
pub(crate) fn may_take(
    given: &Given<'_>,
    change: &mut Change,
    products: &[&Arc<Product>],
    entry: &ScopeEntry,
) -> Result<(), Refusal> {
    if products.is_empty() {
        return Ok(());
    }
    must_be_open(given, entry)?;
    products
        .iter()
        .try_for_each(|product| must_be_in_scope(given, product))?;
    taken_through(given, change, entry);
    Ok(())
}

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

/// A label through which nobody has anything is only a label (rule 9).
pub(crate) fn must_be_open(given: &Given<'_>, entry: &ScopeEntry) -> Result<(), Refusal> {
    if gives_access(given, entry) {
        must_be_direct(given)
    } else {
        Ok(())
    }
}
