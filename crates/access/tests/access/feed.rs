//! A state fed by changes is the state loaded from what they left, and answers the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Loading, Resource, State, View};
use domain::{Change, Event, Home, InvitationState, Partner, Record, RecordName, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::facts::{self, user};
use crate::partners::{self, home};
use crate::random::{self, PRODUCTS, USERS};
use crate::random_partners::{self, COMPANIES};

fn record() -> impl Strategy<Value = Record> {
    prop_oneof![
        1 => random::product_type().prop_map(Record::ProductType),
        2 => random::member().prop_map(Record::Member),
        1 => random::shut_out().prop_map(Record::ShutOut),
        2 => random::product().prop_map(Record::Product),
        1 => random::team().prop_map(Record::Team),
        5 => random::grant().prop_map(Record::Grant),
        1 => random::person().prop_map(Record::User),
        1 => invitation().prop_map(Record::Invitation),
        1 => any::<bool>().prop_map(|listed| Record::Partner(partner(listed))),
        3 => random_partners::partnership().prop_map(Record::Partnership),
        3 => random_partners::assignment().prop_map(Record::ClientAssignment),
        1 => Just(Record::Organization(facts::organization(&facts::acme()))),
    ]
}

fn partner(listed: bool) -> Partner {
    Partner {
        organization: facts::acme(),
        listed,
        listed_name: None,
        proposed_name: None,
        contacts: vec![],
        stamp: facts::stamp(1),
    }
}

fn invitation() -> impl Strategy<Value = domain::Invitation> {
    any::<bool>().prop_map(|open| {
        let at = Timestamp(0);
        domain::Invitation {
            id: domain::InvitationId::parse("i").unwrap(),
            email: domain::Personal {
                id: domain::PersonalId::parse("e").unwrap(),
                digest: String::new(),
            },
            locale: domain::Locale::default(),
            role: domain::Role::External,
            grants: vec![],
            teams: vec![],
            panel: domain::Panel::Branded,
            request: None,
            sender: facts::grant("n", "u0", domain::Rights::All, "all").granted_by,
            resent: Vec::new(),
            salt: String::new(),
            expire_time: at,
            state: if open {
                InvitationState::Open
            } else {
                InvitationState::Refused { at }
            },
            made_through: vec![],
            lift_shut_out: false,
            stamp: facts::stamp(1),
        }
    })
}

/// Never removed, so not among the others.
fn change_request() -> impl Strategy<Value = domain::ChangeRequest> {
    let state = prop_oneof![
        2 => Just(domain::ChangeRequestState::Open),
        1 => Just(domain::ChangeRequestState::Cancelled { at: Timestamp(0) }),
    ];
    (1..4_u64, state).prop_map(|(number, state)| domain::ChangeRequest {
        id: domain::ChangeRequestId::parse(&format!("r{number}")).unwrap(),
        number,
        requester: facts::grant("n", "u0", domain::Rights::All, "all").granted_by,
        wanted: Box::new(domain::RequestedChange::RaiseAdministratorLimit { limit: 1 }),
        note: None,
        comments: vec![],
        state,
        stamp: facts::stamp(1),
    })
}

/// Saves, and removals of what may or may not be there.
pub(crate) fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        3 => record().prop_map(Event::Saved),
        1 => change_request().prop_map(|request| Event::Saved(Record::ChangeRequest(request))),
        1 => record().prop_map(|record| Event::Removed(record.name())),
    ];
    vec(event, 1..6)
}

fn homes() -> [Home; 3] {
    [
        Home::Platform,
        Home::People,
        Home::Organization(facts::acme()),
    ]
}

/// The organization is its own partners' as well: so the answers tell what it holds as one.
fn view(states: Vec<State>) -> View {
    let mut states = states.into_iter();
    match (states.next(), states.next(), states.next()) {
        (
            Some(State::Platform(platform)),
            Some(State::People(people)),
            Some(State::Organization(organization)),
        ) => View {
            platform,
            people,
            others: COMPANIES
                .map(|id| (home(id), Arc::clone(&organization)))
                .into(),
            organization,
            narrowed: Default::default(),
            work: Default::default(),
        },
        _ => unreachable!(),
    }
}

fn answers(view: &View) -> Vec<String> {
    let users = USERS.iter().map(|id| user(id));
    let resources = || {
        PRODUCTS
            .iter()
            .map(|id| facts::on(id))
            .chain([Resource::Organization])
    };
    let asked = users.flat_map(|user| resources().map(move |on| (user.clone(), on)));
    let answer = |(user, on): (_, Resource)| format!("{:?}", view.rights(&user, &on, Timestamp(4)));
    asked.map(answer).collect()
}

proptest! {
    #[test]
    fn fed_is_loaded(changes in vec(events(), 1..30), rotate in 0usize..50) {
        let mut kept: BTreeMap<RecordName, Record> = BTreeMap::new();
        let homes = homes();
        let mut fed: Vec<_> = homes.iter().map(State::empty).collect();
        let kept_back = fed.clone();
        for (revision, events) in changes.into_iter().enumerate() {
            for event in &events {
                match event {
                    Event::Saved(record) => kept.insert(record.name(), record.clone()),
                    Event::Amended(_) => unreachable!("these are whole"),
                    Event::Removed(name) => kept.remove(name),
                };
            }
            for (state, home) in fed.iter_mut().zip(&homes) {
                let change = Change { events: events.clone(), ..Change::new(home.clone(), "test") };
                *state = state.applied(revision as u64 + 1, &change);
            }
        }
        let mut records: Vec<_> = kept.into_values().collect();
        let half = rotate.min(records.len());
        records.rotate_left(half);
        let loaded = homes.iter().zip(&fed);
        let loaded: Vec<_> = loaded
            .map(|(home, fed)| State::load(home, fed.revision(), records.clone()))
            .collect();
        for (fed, loaded) in fed.iter().zip(&loaded) {
            prop_assert!(fed.is_same_as(loaded), "{fed:#?}\n{loaded:#?}");
        }
        for (home, fed) in homes.iter().zip(&fed) {
            let mut loading = Loading::new(home);
            records.chunks(7).for_each(|some| loading.add(some.to_vec()));
            let in_parts = loading.done(fed.revision());
            prop_assert!(fed.is_same_as(&in_parts), "{fed:#?}\n{in_parts:#?}");
        }
        for (empty, home) in kept_back.iter().zip(&homes) {
            prop_assert!(empty.is_same_as(&State::empty(home)), "an older state has changed");
        }
        prop_assert_eq!(answers(&view(fed)), answers(&view(loaded)));
    }
}

#[test]
fn states_that_differ_are_told_apart() {
    let home = &homes()[2];
    let grant = facts::grant("n", "u0", domain::Rights::All, "tag:x");
    let other = facts::grant("n", "u0", domain::Rights::All, "tag:y");
    let load = |grant| State::load(home, 1, vec![Record::Grant(grant)]);
    assert!(load(grant.clone()).is_same_as(&load(grant.clone())));
    assert!(!load(grant).is_same_as(&load(other)));
}

#[test]
fn states_that_differ_in_what_partners_have_are_told_apart() {
    let home = &homes()[2];
    let load = |record: &Record| State::load(home, 1, vec![record.clone()]);
    let entrusted = partners::partnership("m", "p", partners::FULL);
    let assigned = partners::everything("c", "cal");
    let limited = partners::partnership("m", "p", partners::LIMITED);
    let mandate = |on| facts::grant("n", "partnership:m", domain::Rights::All, on);
    let differ = [
        (
            Record::Partnership(entrusted.clone()),
            Record::Partnership(limited),
        ),
        (
            Record::Partnership(entrusted.clone()),
            Record::Partnership(partners::invited(entrusted)),
        ),
        (
            Record::ClientAssignment(assigned),
            Record::ClientAssignment(partners::everything("c", "cora")),
        ),
        (
            Record::Grant(mandate("tag:x")),
            Record::Grant(mandate("tag:y")),
        ),
        (
            Record::Partner(partner(true)),
            Record::Partner(partner(false)),
        ),
    ];
    for (one, other) in differ {
        assert!(load(&one).is_same_as(&load(&one)), "{one:?}");
        assert!(!load(&one).is_same_as(&load(&other)), "{one:?}");
        assert!(!load(&one).is_same_as(&State::empty(home)), "{one:?}");
    }
}

#[test]
fn what_is_over_is_forgotten() {
    let home = &homes()[2];
    let active = partners::partnership("m", "p", partners::FULL);
    let over = Record::Partnership(partners::ended(active.clone()));
    let held = State::load(home, 1, vec![Record::Partnership(active)]);
    let change = Change {
        events: vec![Event::Saved(over.clone())],
        ..Change::new(home.clone(), "test")
    };
    let empty = State::empty(home);
    assert!(held.applied(2, &change).is_same_as(&empty));
    assert!(State::load(home, 2, vec![over]).is_same_as(&empty));
}
