//! A grant is kept as few bytes: asked for, it is what was saved, in every field, whatever came and went beside it.

use std::collections::BTreeMap;

use access::OrganizationState;
use domain::{
    Caller, Change, Event, Grant, GrantId, Home, KeyId, Kinds, PartnerTies, PartnershipId, Period,
    Personal, PersonalId, Record, RecordName, RightNumber, Rights, Scope, ServiceAccountId, Stamp,
    Subject, Timestamp, Who,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::{self, user};
use crate::random;

/// Such as the server makes, such as people choose, and the shortest and the longest.
fn id() -> impl Strategy<Value = GrantId> {
    let chosen = select(vec!["-", "0", "grant-0000000000000000001a", "g-1", "g-2"]);
    prop_oneof![
        3 => select(vec!["b7", "b6", "ba", "2z"]).prop_map(|end| format!("{}{end}", "a3z7".repeat(6))),
        2 => chosen.prop_map(str::to_owned),
        1 => Just("long-".repeat(12) + "end"),
    ]
    .prop_map(|id| GrantId::parse(&id).unwrap())
}

fn subject() -> impl Strategy<Value = Subject> {
    let subjects = vec!["u0", "u1", "team:a", "partnership:m"];
    select(subjects).prop_map(|subject| facts::grant("n", subject, Rights::All, "all").subject)
}

fn rights() -> impl Strategy<Value = Rights> {
    let many = vec(any::<u32>().prop_map(RightNumber), 0..5);
    prop_oneof![
        random::rights(),
        many.prop_map(|all| Rights::listed(Kinds::NONE, all)),
    ]
}

/// One in ten has more entries than fit beside others.
fn scope() -> impl Strategy<Value = Scope> {
    let product = (0..5_000u32).prop_map(|number| facts::entry(&format!("product:p{number}")));
    let entries = |count| vec(prop_oneof![product.clone(), random::entry()], count);
    prop_oneof![
        1 => Just(Scope::All),
        6 => entries(0..4).prop_map(Scope::listed),
        1 => entries(2..6).prop_map(Scope::Listed),
        1 => entries(400..700).prop_map(Scope::listed),
    ]
}

fn time() -> impl Strategy<Value = Timestamp> {
    any::<i64>().prop_map(Timestamp)
}

fn who() -> impl Strategy<Value = Who> {
    let service = Caller::Service {
        account: ServiceAccountId::parse("shop").unwrap(),
        key: KeyId::parse("key").unwrap(),
    };
    let caller = select(vec![Caller::CommandLine, Caller::LinkPage, service]);
    let actor = option::of(select(&random::USERS).prop_map(user));
    (actor, caller).prop_map(|(actor, caller)| Who { actor, caller })
}

fn note() -> impl Strategy<Value = Option<Box<Personal>>> {
    let note = ("[a-z0-9-]{1,63}", "[0-9a-f]{0,64}").prop_map(|(id, digest)| Personal {
        id: PersonalId::parse(&id).unwrap(),
        digest,
    });
    option::weighted(0.3, note.prop_map(Box::new))
}

fn ties() -> impl Strategy<Value = Option<Box<PartnerTies>>> {
    let some = || {
        vec(
            "[a-z]{1,3}".prop_map(|id| PartnershipId::parse(&id).unwrap()),
            0..3,
        )
    };
    let ties = (some(), some()).prop_map(|(bound, made)| PartnerTies::new(bound, made));
    prop_oneof![2 => Just(None), 1 => ties]
}

/// Most were never changed; times and revisions can be any.
fn stamp() -> impl Strategy<Value = Stamp> {
    (any::<u64>(), time(), option::of((any::<u64>(), time()))).prop_map(|(made, at, touched)| {
        let (revision, update_time) = touched.unwrap_or((made, at));
        Stamp {
            create_revision: made,
            create_time: at,
            revision,
            update_time,
        }
    })
}

fn grant() -> impl Strategy<Value = Grant> {
    let period =
        (option::of(time()), option::of(time())).prop_map(|(start, end)| Period { start, end });
    let what = (rights(), scope(), any::<u64>(), period, any::<bool>());
    let about = (note(), who(), ties(), stamp());
    (id(), subject(), what, about).prop_map(|(id, subject, what, about)| {
        let (rights, scope, scope_revision, period, by_owner) = what;
        let (note, granted_by, ties, stamp) = about;
        Grant {
            id,
            subject,
            rights,
            scope,
            scope_revision,
            period,
            note,
            granted_by,
            by_owner,
            ties,
            stamp,
        }
    })
}

/// Saved, or removed where it is there.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        3 => grant().prop_map(|grant| Event::Saved(Record::Grant(grant))),
        1 => id().prop_map(|id| Event::Removed(RecordName::grant(&id))),
    ];
    vec(event, 1..6)
}

fn change(events: Vec<Event>) -> Change {
    Change {
        events,
        ..Change::new(Home::Organization(facts::acme()), "test")
    }
}

type Kept = BTreeMap<GrantId, Grant>;

fn keep(kept: &mut Kept, events: &[Event]) {
    for event in events {
        match event {
            Event::Saved(Record::Grant(grant)) => {
                kept.insert(grant.id.clone(), grant.clone());
            }
            Event::Removed(name) => {
                kept.remove(&GrantId::parse(&name.id).unwrap());
            }
            _ => unreachable!("only grants come and go"),
        }
    }
}

/// Every way to a grant leads to the same.
fn assert_whole(state: &OrganizationState, kept: &Kept) {
    let all: Vec<_> = state.grants().map(|grant| Grant::clone(&grant)).collect();
    assert_eq!(all, kept.values().cloned().collect::<Vec<_>>());
    for (id, grant) in kept {
        assert_eq!(state.grant(id).as_deref(), Some(grant));
        let after = state.grants_after(Some(id)).next();
        let next = kept.range(id.clone()..).nth(1);
        assert_eq!(after.as_deref(), next.map(|(_, grant)| grant));
        let of_subject: Vec<_> = state.grants_of(&grant.subject).collect();
        let held = kept.values().filter(|held| held.subject == grant.subject);
        assert!(of_subject.iter().map(AsRef::as_ref).eq(held));
        for entry in grant.scope.entries().iter().take(3) {
            let naming = state.grants_naming(entry);
            let mut naming: Vec<_> = naming.iter().map(|grant| &grant.id).collect();
            // An entry that stands twice in a list names twice.
            naming.dedup();
            let expected = kept.values().filter(|held| held.scope.lists(entry));
            assert!(naming.into_iter().eq(expected.map(|grant| &grant.id)));
        }
    }
}

proptest! {
    #[test]
    fn a_grant_is_what_was_saved(changes in vec(events(), 1..12)) {
        let mut kept = Kept::new();
        let mut states = Vec::new();
        let mut state = OrganizationState::default();
        for (revision, events) in changes.into_iter().enumerate() {
            keep(&mut kept, &events);
            state.apply(revision as u64 + 1, &change(events));
            states.push((state.clone(), kept.clone()));
        }
        // Those before stay as they were.
        for (state, kept) in &states {
            assert_whole(state, kept);
        }
        let records = kept.values().cloned().map(Record::Grant);
        assert_whole(&OrganizationState::load(1, records), &kept);
    }

    #[test]
    fn many_are_found_by_their_ids_in_whatever_order_they_come_and_go(
        events in vec((0..700u32, prop::bool::weighted(0.3)), 1..1_500),
        at_once in 1..400usize,
    ) {
        let mut kept = Kept::new();
        let mut state = OrganizationState::default();
        let event = |(number, gone): &(u32, bool)| {
            let grant = facts::grant(&format!("n{number}"), "u0", Rights::All, "product:p0");
            match gone {
                true => Event::Removed(RecordName::grant(&grant.id)),
                false => Event::Saved(Record::Grant(grant)),
            }
        };
        for events in events.chunks(at_once) {
            let events: Vec<_> = events.iter().map(event).collect();
            keep(&mut kept, &events);
            state.apply(1, &change(events));
        }
        assert!(state.grants().map(|grant| grant.id.clone()).eq(kept.keys().cloned()));
        for number in 0..700 {
            let id = GrantId::parse(&format!("n{number}")).unwrap();
            assert_eq!(state.grant(&id).as_deref(), kept.get(&id));
            let after = state.grants_after(Some(&id)).next();
            let mut after_it = kept.range(id.clone()..).map(|(id, _)| id);
            let expected = after_it.find(|other| **other != id);
            assert_eq!(after.as_ref().map(|grant| &grant.id), expected);
        }
    }
}
