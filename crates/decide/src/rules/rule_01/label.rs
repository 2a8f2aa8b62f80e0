//! Tags and groups give: whoever labels a product gives everything that goes through the label.

use std::sync::Arc;

use domain::{Change, Product, Reason, RecordName, Refusal, ScopeEntry};

use crate::preconditions::acting_user;
use crate::rules::rule_09::label_must_be_direct;
use crate::taking::taken_through;
use crate::use_case::Context;

/// Refuses unless the acting user may put these products under this tag or into this group.
pub(crate) fn may_add(
    context: &Context<'_>,
    products: &[&Arc<Product>],
    entry: &ScopeEntry,
) -> Result<(), Refusal> {
    if products.is_empty() {
        return Ok(());
    }
    label_must_be_direct(context, entry)?;
    let actor = acting_user(context)?;
    products.iter().try_for_each(|product| {
        must_be_in_scope(context, product)?;
        context
            .view
            .may_label(actor, &product.id, entry, context.moment.now)
    })
}

/// Refuses unless the acting user may take these products from under this tag or out of this group.
pub(crate) fn may_take(
    context: &Context<'_>,
    change: &mut Change,
    products: &[&Arc<Product>],
    entry: &ScopeEntry,
) -> Result<(), Refusal> {
    if products.is_empty() {
        return Ok(());
    }
    label_must_be_direct(context, entry)?;
    products
        .iter()
        .try_for_each(|product| must_be_in_scope(context, product))?;
    taken_through(context, change, entry);
    Ok(())
}

/// An administrator whose TECHNICAL is narrowed changes only products in its scope.
pub(crate) fn must_be_in_scope(context: &Context<'_>, product: &Product) -> Result<(), Refusal> {
    let actor = acting_user(context)?;
    if context.view.in_technical_scope(actor, &product.id) {
        return Ok(());
    }
    let resource = RecordName::product(&product.id).resource_name(context.home);
    Err(Refusal::new(
        Reason::RightMissing,
        format!(
            "{resource} is outside of the technical scope of {}, so they do not manage it. \
             A legal representative, or an administrator whose TECHNICAL covers it, can.",
            actor.resource_name()
        ),
    )
    .about(resource)
    .with("right", "manage_products"))
}
