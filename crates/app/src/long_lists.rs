//! Of which nouns does the log tell only what came into their long list and what left it? Of teams and change requests, and
//! of grants and administrators that lose what was deleted.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use access::OrganizationState;
use domain::{Before, Change, Event, Home, Kind, Record, RecordName};
use store::Reader;

use crate::error::Error;

/// These nouns of the home as they were.
pub(crate) async fn before(
    reader: &Reader,
    home: &Home,
    state: &OrganizationState,
    changes: &[Change],
) -> Result<BTreeMap<RecordName, Before>, Error> {
    let mut records = Vec::new();
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
        records.extend(record);
    }
    as_told(reader, home, records).await
}

/// Changes that are read, while the home is locked, to find out how they told these lists.
const LOOKED_UP: usize = 16;

/// The same with how the log told each. Where many or large changes told them that is left open, and a later change of few
/// tells each of these whole.
async fn as_told(
    reader: &Reader,
    home: &Home,
    records: Vec<Record>,
) -> Result<BTreeMap<RecordName, Before>, Error> {
    let long = records.iter().filter(|record| record.has_long_list());
    let revisions: BTreeSet<_> = long.map(|record| record.stamp().revision).collect();
    let mut told: HashMap<u64, HashMap<RecordName, u32>> = HashMap::new();
    if revisions.len() <= LOOKED_UP {
        let revisions: Vec<_> = revisions.into_iter().collect();
        for logged in reader.changes_named(home, &revisions).await? {
            let amendments = logged.change.amendments();
            let by_entry = amendments.map(|it| (it.name(), it.by_entry));
            told.insert(logged.revision, by_entry.collect());
        }
    }
    let before = |record: Record| {
        let name = record.name();
        let by_entry = if record.has_long_list() {
            let told = told.get(&record.stamp().revision);
            told.map(|told| told.get(&name).copied().unwrap_or(0))
        } else {
            // A short list is always told whole.
            Some(0)
        };
        (name, Before { record, by_entry })
    };
    Ok(records.into_iter().map(before).collect())
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
