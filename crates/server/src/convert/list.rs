//! Lists in requests: every item is looked at, so that all that is wrong is found at once.

use std::ops::RangeInclusive;

use crate::fields::Fields;

/// Every item parsed under its own path; `None` if any was rejected.
pub(crate) fn each<I, T>(
    fields: &mut Fields,
    field: &str,
    items: Vec<I>,
    parse: impl Fn(&mut Fields, &str, I) -> Option<T>,
) -> Option<Vec<T>> {
    let items = items.into_iter().enumerate();
    let parsed: Vec<_> = items
        .map(|(index, item)| parse(fields, &format!("{field}[{index}]"), item))
        .collect();
    parsed.into_iter().collect()
}

/// Refuses a list that is too short or too long.
pub(crate) fn bounded<T>(
    fields: &mut Fields,
    field: &str,
    items: &[T],
    bounds: RangeInclusive<usize>,
) -> Option<()> {
    if bounds.contains(&items.len()) {
        return Some(());
    }
    let (least, most) = bounds.into_inner();
    fields.reject(
        field,
        format!("must hold {least} to {most} entries (got {})", items.len()),
    );
    None
}
