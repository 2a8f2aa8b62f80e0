//! A state fed by changes is the state loaded from what they left, and answers the same.

use std::collections::BTreeMap;

use access::{Resource, State, View};
use domain::{Change, Event, Home, InvitationState, OrganizationId, Record, RecordName, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::facts::{self, user};
use crate::random::{self, PRODUCTS, USERS};

fn record() -> impl Strategy<Value = Record> {
    prop_oneof![
        1 => random::product_type().prop_map(Record::ProductType),
        2 => random::member().prop_map(Record::Member),
        2 => random::product().prop_map(Record::Product),
        1 => random::team().prop_map(Record::Team),
        5 => random::grant().prop_map(Record::Grant),
        1 => random::person().prop_map(Record::User),
        1 => invitation().prop_map(Record::Invitation),
    ]
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
            salt: String::new(),
            expire_time: at,
            state: if open {
                InvitationState::Open
            } else {
                InvitationState::Refused { at }
            },
            stamp: facts::stamp(1),
        }
    })
}

/// Never removed, so not among the others.
fn change_request() -> impl Strategy<Value = domain::ChangeRequest> {
    (1..4_u64).prop_map(|number| domain::ChangeRequest {
        id: domain::ChangeRequestId::parse(&format!("r{number}")).unwrap(),
        number,
        requester: facts::grant("n", "u0", domain::Rights::All, "all").granted_by,
        wanted: domain::RequestedChange::RaiseAdministratorLimit { limit: 1 },
        note: None,
        comments: vec![],
        state: domain::ChangeRequestState::Open,
        stamp: facts::stamp(1),
    })
}

/// Saves, and removals of what may or may not be there.
fn events() -> impl Strategy<Value = Vec<Event>> {
    let event = prop_oneof![
        3 => record().prop_map(Event::Saved),
        1 => change_request().prop_map(|request| Event::Saved(Record::ChangeRequest(request))),
        1 => record().prop_map(|record| Event::Removed(record.name())),
    ];
    vec(event, 1..6)
}

fn homes() -> [Home; 3] {
    let id = OrganizationId::parse("acme").unwrap();
    [Home::Platform, Home::Users, Home::Organization(id)]
}

fn view(states: Vec<State>) -> View {
    let mut states = states.into_iter();
    match (states.next(), states.next(), states.next()) {
        (
            Some(State::Platform(platform)),
            Some(State::Users(users)),
            Some(State::Organization(organization)),
        ) => View {
            platform,
            users,
            organization,
        },
        _ => unreachable!(),
    }
}

fn answers(view: &View) -> Vec<String> {
    let users = USERS.iter().map(|id| user(id));
    let asked = users.flat_map(|user| PRODUCTS.map(|id| (user.clone(), facts::on(id))));
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
