//! Many new things in one change, all of them or none: what is wrong says of which item.

use std::collections::HashSet;
use std::fmt::Display;
use std::hash::Hash;

use domain::{Refusal, Violation};

/// The refusal, saying which item of the batch it is about.
pub(crate) fn of_item(mut refusal: Refusal, index: usize) -> Refusal {
    refusal.message = format!("requests[{index}]: {}", refusal.message);
    for violation in &mut refusal.violations {
        violation.field = format!("requests[{index}].{}", violation.field);
    }
    refusal.with("item", index.to_string())
}

/// Refuses an id that several items want; `field` holds it in each.
pub(crate) fn ids_must_differ<'a, I>(
    ids: impl IntoIterator<Item = Option<&'a I>>,
    field: &str,
) -> Result<(), Refusal>
where
    I: Display + Eq + Hash + 'a,
{
    let mut seen = HashSet::new();
    let named = ids.into_iter().enumerate();
    let twice: Vec<_> = named
        .filter_map(|(index, id)| Some((index, id?)))
        .filter(|(_, id)| !seen.insert(*id))
        .map(|(index, id)| Violation {
            field: format!("requests[{index}].{field}"),
            description: format!("{id} stands in another item of this batch; an id is used once"),
        })
        .collect();
    if twice.is_empty() {
        Ok(())
    } else {
        Err(Refusal::invalid(twice))
    }
}
