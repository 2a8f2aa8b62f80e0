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
    must_differ(ids, (field, "an id is used once"))
}

/// Refuses what several items say in this field.
pub(crate) fn must_differ<T>(
    said: impl IntoIterator<Item = Option<T>>,
    (field, rule): (&str, &str),
) -> Result<(), Refusal>
where
    T: Display + Eq + Hash + Clone,
{
    let mut seen = HashSet::new();
    let said = said.into_iter().enumerate();
    let twice: Vec<_> = said
        .filter_map(|(index, said)| Some((index, said?)))
        .filter(|(_, said)| !seen.insert(said.clone()))
        .map(|(index, said)| Violation {
            field: format!("requests[{index}].{field}"),
            description: format!("{said} stands in another item of this batch; {rule}"),
        })
        .collect();
    if twice.is_empty() {
        Ok(())
    } else {
        Err(Refusal::invalid(twice))
    }
}
