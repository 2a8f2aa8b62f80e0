//! Tags and groups give: whoever labels a product gives everything that goes through the label.

use std::collections::HashSet;
use std::sync::Arc;

use domain::{Change, Product, Reason, RecordName, Refusal, ScopeEntry};

use crate::preconditions::acting_user;
use crate::rules::rule_09::{giving, label_must_be_direct, policy_must_be_open};
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
    let mut labelling = context.view.labelling(actor, context.moment.now);
    products.iter().try_for_each(|product| {
        must_be_in_scope(context, product)?;
        labelling.may(&product.id, entry)
    })
}

/// Refuses unless these products may come with their tags and in their groups; `of` says of which of them the refusal is.
/// It is asked of whoever acts as of who puts them on, as which operator ever; an account that acts for nobody makes
/// products as they are.
pub(crate) fn may_come_with(
    context: &Context<'_>,
    products: &[Product],
    of: impl Fn(Refusal, usize) -> Refusal,
) -> Result<(), Refusal> {
    let all: HashSet<_> = products.iter().flat_map(labels).collect();
    let giving = giving(context, all);
    let gives = |product: &Product| -> Vec<ScopeEntry> {
        let labels = labels(product);
        labels.filter(|label| giving.contains(label)).collect()
    };
    let mut asked: Vec<_> = products.iter().map(gives).enumerate().collect();
    asked.retain(|(_, labels)| !labels.is_empty());
    let Some((first, _)) = asked.first() else {
        return Ok(());
    };
    policy_must_be_open(context.view).map_err(|refusal| of(refusal, *first))?;
    let Some(actor) = &context.who.actor else {
        return Ok(());
    };
    // What hangs on a label is held without it, and by nobody's mandate: it is not done through a partnership.
    let bare = with_bare(context, products).without_mandates_of(actor);
    let mut labelling = bare.labelling(actor, context.moment.now);
    for (index, labels) in asked {
        let Some(product) = products.get(index) else {
            continue;
        };
        for label in &labels {
            let may = labelling.may(&product.id, label);
            may.map_err(|refusal| of(refusal, index))?;
        }
    }
    Ok(())
}

fn labels(product: &Product) -> impl Iterator<Item = ScopeEntry> + '_ {
    let tags = product.tags.iter().cloned().map(ScopeEntry::Tag);
    tags.chain(product.groups.iter().cloned().map(ScopeEntry::Group))
}

/// The states with these products, in them without tags and groups.
fn with_bare(context: &Context<'_>, products: &[Product]) -> access::View {
    let mut change = context.change();
    for product in products {
        change.save(Product {
            tags: Vec::new(),
            groups: Vec::new(),
            ..product.clone()
        });
    }
    context.view.after(context.moment.revision, &change)
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
