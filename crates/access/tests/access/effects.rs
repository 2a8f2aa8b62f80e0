//! A preview says exactly who gains or loses which right on how many products.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Resource, View, Work, effect};
use domain::{
    Change, EffectLine, Event, Home, OrganizationId, OrganizationRight, Record, Rights, Role,
    Timestamp,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::*;
use crate::partners::{among, home};
use crate::random::{self, PEOPLE, PRODUCTS, time, world};
use crate::random_partners::{self, COMPANIES};

/// Applied in its home; one of acme may bring nouns of the platform and people along.
pub(crate) fn after(before: &View, change: &Change) -> View {
    let mut after = before.clone();
    match change
        .home
        .organization()
        .map(|id| after.others.get_mut(id))
    {
        Some(Some(other)) => Arc::make_mut(other).apply(2, change),
        _ => {
            Arc::make_mut(&mut after.platform).apply(2, change);
            Arc::make_mut(&mut after.people).apply(2, change);
            Arc::make_mut(&mut after.organization).apply(2, change);
        }
    }
    after
}

pub(crate) fn change(events: Vec<Event>) -> Change {
    change_of(acme(), events)
}

pub(crate) fn change_of(id: OrganizationId, events: Vec<Event>) -> Change {
    Change {
        events,
        ..Change::new(Home::Organization(id), "test")
    }
}

#[test]
fn a_grant_gives_its_rights_and_what_they_imply() {
    let before = view_with([]);
    let given = grant("n", "bob", numbers(&[2]), "type:kdrive");
    let change = change(vec![Event::Saved(Record::Grant(given))]);
    let effect = effect(&before, &after(&before, &change), &[change], Timestamp(0));
    let line = |right: &str| EffectLine {
        user: user("bob"),
        right: right.to_owned(),
        gained: 2,
        by_mandate: 0,
        lost: 0,
    };
    assert_eq!(effect.lines, [line("kdrive/manage"), line("kdrive/read")]);
}

#[test]
fn a_promotion_shows_the_organization_too() {
    let before = view_with([Record::Grant(grant("n", "bob", Rights::All, "all"))]);
    let promoted = Record::Member(member("bob", Role::LegalRepresentative));
    let change = change(vec![Event::Saved(promoted)]);
    let effect = effect(&before, &after(&before, &change), &[change], Timestamp(0));
    let rights: Vec<_> = effect
        .lines
        .iter()
        .map(|line| line.right.as_str())
        .collect();
    assert!(rights.contains(&"organization/manage_users"), "{rights:?}");
    assert!(!rights.contains(&"kdrive/use"), "had it before");
}

/// Whether so many steps are all taken by a preview of these events.
fn takes_all_of(steps: u64, events: &[Event]) -> bool {
    let change = change(events.to_vec());
    let before = View {
        work: Work::of(steps),
        ..view_with([])
    };
    effect(&before, &after(&before, &change), &[change], Timestamp(0));
    before.work.is_spent()
}

#[test]
fn attack_c1_a_preview_counts_each_event_and_whatever_it_compares() {
    let of_nobody = vec![Event::Saved(Record::ProductGroup(group("g"))); 100];
    assert!(takes_all_of(100 * 65, &of_nobody));
    assert!(!takes_all_of(100 * 65 + 1, &of_nobody));
    // Of one product it compares what ann, bob and eve have.
    let product = Record::Product(product("site", "domain", &["y"], &[], 5));
    let of_three = [Event::Saved(product)];
    assert!(takes_all_of(65 + 3 * 50, &of_three));
    assert!(!takes_all_of(65 + 3 * 60, &of_three));
}

type Counts = BTreeMap<(String, String), (u32, u32)>;

/// Everybody, everything.
fn compared(before: &View, after: &View, at: Timestamp) -> Counts {
    let all = |view: &View, id: &str| -> BTreeMap<String, u32> {
        let mut all = BTreeMap::new();
        for right in OrganizationRight::ALL {
            if view.holds(&user(id), right, at) {
                all.insert(format!(" organization/{}", right.name()), 1);
            }
        }
        for product in PRODUCTS {
            let Some(noun) = view.organization.product(&product_id(product)) else {
                continue;
            };
            let of_type = &noun.product_type;
            for (right, decision) in view.rights(&user(id), &Resource::Product(noun.id.clone()), at)
            {
                if decision.allowed {
                    all.insert(format!("{product} {of_type}/{right}"), 1);
                }
            }
        }
        all
    };
    let mut counts = Counts::new();
    for id in PEOPLE {
        let (had, has) = (all(before, id), all(after, id));
        let mut count = |key: &String, gained, lost| {
            let right = key.split_once(' ').unwrap().1.to_owned();
            let counts = counts.entry((id.to_owned(), right)).or_default();
            *counts = (counts.0 + gained, counts.1 + lost);
        };
        has.keys()
            .filter(|key| !had.contains_key(*key))
            .for_each(|key| count(key, 1, 0));
        had.keys()
            .filter(|key| !has.contains_key(*key))
            .for_each(|key| count(key, 0, 1));
    }
    counts
}

pub(crate) fn event() -> impl Strategy<Value = Event> {
    let record = prop_oneof![
        random::product_type().prop_map(Record::ProductType),
        random::member().prop_map(Record::Member),
        random::product().prop_map(Record::Product),
        random::team().prop_map(Record::Team),
        random::grant().prop_map(Record::Grant),
        random::person().prop_map(Record::User),
        random_partners::partnership().prop_map(Record::Partnership),
    ];
    saved_or_removed(record)
}

pub(crate) fn saved_or_removed(
    record: impl Strategy<Value = Record>,
) -> impl Strategy<Value = Event> {
    (record, any::<bool>()).prop_map(|(record, saved)| {
        if saved {
            Event::Saved(record)
        } else {
            Event::Removed(record.name())
        }
    })
}

proptest! {
    #[test]
    fn looking_only_where_events_reach_misses_nothing(
        (_, records, others) in world(),
        events in vec(event(), 1..5),
        theirs in vec((select(&COMPANIES), saved_or_removed(random_partners::record())), 0..4),
        at in time(),
    ) {
        let before = among(view(records), &others);
        let theirs = theirs.into_iter().map(|(id, event)| change_of(home(id), vec![event]));
        let changes: Vec<_> = theirs.chain([change(events)]).collect();
        let after = changes.iter().fold(before.clone(), |view, change| after(&view, change));
        let effect = effect(&before, &after, &changes, at);
        let lines = effect.lines.into_iter();
        let lines: Counts = lines
            .map(|line| ((line.user.to_string(), line.right), (line.gained, line.lost)))
            .collect();
        prop_assert_eq!(lines, compared(&before, &after, at));
    }
}
