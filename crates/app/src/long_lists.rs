//! Of which nouns does the log tell only what came into their long list and what left it? Of teams and change requests, and
//! of grants and administrators that lose what was deleted.

use std::collections::BTreeMap;

use access::OrganizationState;
use domain::{Change, Event, Home, Kind, Record, RecordName};
use store::Reader;

use crate::error::Error;

/// These nouns of the home as they were.
pub(crate) async fn before(
    reader: &Reader,
    home: &Home,
    state: &OrganizationState,
    changes: &[Change],
) -> Result<BTreeMap<RecordName, Record>, Error> {
    let mut before = BTreeMap::new();
    for name in changes
        .iter()
        .filter(|own| own.home == *home)
        .flat_map(long)
    {
        let record = match name.kind {
            // Memory keeps none of them.
            Kind::ChangeRequest => reader.record(home, &name).await?,
            _ => state.long_listed(&name),
        };
        if let Some(record) = record {
            before.insert(name, record);
        }
    }
    Ok(before)
}

/// The nouns with a long list that are not shown whole.
fn long(change: &Change) -> impl Iterator<Item = RecordName> {
    let takes_along = change.events.iter().any(takes_along);
    let told_by_entry = move |kind| match kind {
        // Whoever gives them sends all of their scope and hears it again; what loses an entry is only touched.
        Kind::Grant | Kind::Member => takes_along,
        // Whoever changes these lists sends entries, and hears these.
        _ => true,
    };
    let saved = change.events.iter().filter_map(|event| match event {
        Event::Saved(record) if record.has_long_list() => Some(record.name()),
        Event::Saved(_) | Event::Amended(_) | Event::Removed(_) => None,
    });
    saved.filter(move |name| told_by_entry(name.kind))
}

/// What goes out of every scope that lists it.
fn takes_along(event: &Event) -> bool {
    match event {
        Event::Removed(name) => matches!(name.kind, Kind::Product | Kind::ProductGroup),
        Event::Saved(_) | Event::Amended(_) => false,
    }
}
