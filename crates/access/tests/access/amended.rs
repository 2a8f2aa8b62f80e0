//! Does a state that was told what came into a long list and what left it equal one that was told the whole?

use std::collections::{BTreeMap, BTreeSet};

use access::State;
use domain::{
    Amendment, Before, Change, ChangeRequest, Comment, DisplayName, Event, Home, MadeThrough,
    Member, Personal, PersonalId, Record, Role, Scope, ScopeEntry, Tag, Team, TeamId, Timestamp,
    UserId, WHOLE_LIST,
};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;

use crate::facts;

/// Lists are of up to so many, so that they are long and short ones.
const MOST: u32 = WHOLE_LIST as u32 + 40;

/// Room for whatever is told whole.
const MANY: usize = usize::MAX;

fn user(number: u32) -> UserId {
    UserId::parse(&format!("u{number}")).unwrap()
}

/// How a place in a team came about: for itself, bound to a partnership, through one.
fn how() -> impl Strategy<Value = u8> {
    prop_oneof![8 => Just(0), 1 => Just(1), 1 => Just(2)]
}

fn team(places: BTreeMap<u32, u8>) -> Record {
    let through = |how| vec![domain::PartnershipId::parse(&format!("p{how}")).unwrap()];
    let mut sorted: Vec<_> = places
        .iter()
        .map(|(number, how)| (user(*number), *how))
        .collect();
    sorted.sort();
    let of = |wanted| {
        sorted
            .iter()
            .filter(move |(_, how)| *how == wanted)
            .cloned()
    };
    let made = |(user, how): (UserId, u8)| {
        let made = MadeThrough {
            partnerships: through(how),
            by: None,
            at: Timestamp(1),
        };
        (user, made)
    };
    Team {
        id: TeamId::parse("t").unwrap(),
        display_name: DisplayName::parse("T").unwrap(),
        members: sorted.iter().map(|(user, _)| user.clone()).collect(),
        bound: of(1).map(|(user, how)| (user, through(how))).collect(),
        made_through: vec![],
        made_by: None,
        made_places: of(2).map(made).collect(),
        stamp: facts::stamp(1),
    }
    .into()
}

fn scope(tags: BTreeSet<u32>) -> Scope {
    let tag = |number| Tag::parse(&format!("tag-{number}")).unwrap();
    Scope::listed(tags.into_iter().map(|number| ScopeEntry::Tag(tag(number))))
}

fn grant(tags: BTreeSet<u32>) -> Record {
    let grant = facts::grant("g", "u0", domain::Rights::All, "tag:x");
    domain::Grant {
        scope: scope(tags),
        ..grant
    }
    .into()
}

fn administrator(tags: BTreeSet<u32>) -> Record {
    let areas = domain::Areas {
        technical: Some(scope(tags)),
        ..domain::Areas::all()
    };
    Member {
        user: user(0),
        role: Role::Administrator(areas),
        state: domain::MemberState::Active,
        chosen_panel: Default::default(),
        made_through: vec![],
        made_by: None,
        changed_role: None,
        stamp: facts::stamp(1),
    }
    .into()
}

fn request(comments: u32) -> Record {
    let who = facts::grant("n", "u0", domain::Rights::All, "all").granted_by;
    let said = |number| Comment {
        text: Personal {
            id: PersonalId::parse(&format!("text-{number}")).unwrap(),
            digest: String::new(),
        },
        author: who.clone(),
        by_operator: false,
        at: Timestamp(i64::from(number)),
    };
    ChangeRequest {
        id: domain::ChangeRequestId::parse("r").unwrap(),
        number: 1,
        requester: who.clone(),
        wanted: Box::new(domain::RequestedChange::RaiseAdministratorLimit { limit: 1 }),
        note: None,
        comments: (0..comments).map(said).collect(),
        state: domain::ChangeRequestState::Open,
        stamp: facts::stamp(1),
    }
    .into()
}

/// A noun as it is and as it will be.
fn both<T: Strategy>(
    of: T,
    made: impl Fn(T::Value) -> Record + Copy,
) -> impl Strategy<Value = Vec<Record>>
where
    T::Value: std::fmt::Debug,
{
    vec(of, 2..6).prop_map(move |all| all.into_iter().map(made).collect())
}

/// One noun after the other, each list grown or shrunk by some of what it may hold.
fn versions() -> impl Strategy<Value = Vec<Record>> {
    let sparse = || btree_set(0..MOST, 0..20);
    let most = |gone: BTreeSet<u32>| (0..MOST).filter(|it| !gone.contains(it)).collect();
    let places = (btree_map(0..MOST, how(), 0..20), sparse()).prop_map(|(special, gone)| {
        let place = |number| (number, special.get(&number).copied().unwrap_or(0));
        let there = (0..MOST).filter(|number| !gone.contains(number));
        there.map(place).collect()
    });
    let any = btree_set(0..MOST, 0..MOST as usize);
    prop_oneof![
        both(places, team),
        both(sparse().prop_map(most), grant),
        both(any, grant),
        both(sparse().prop_map(most), administrator),
        both(0..MOST, request),
    ]
}

proptest! {
    #[test]
    fn attack_c4_told_by_entry_is_told_whole(versions in versions()) {
        let home = Home::Organization(facts::acme());
        let mut states = [State::empty(&home), State::empty(&home)];
        let mut before: Option<Before> = None;
        for (revision, after) in versions.iter().enumerate() {
            let mut whole = Change::new(home.clone(), "test");
            whole.events.push(Event::Saved(after.clone()));
            let known = before.iter().map(|before| (before.record.name(), before.clone()));
            let told = whole.amending(&known.collect());
            let amendment = before.as_ref().and_then(|before| Amendment::between(before, after, MANY));
            prop_assert_eq!(told.amendments().next(), amendment.as_ref());
            if let (Some(before), Some(amendment)) = (&before, &amendment) {
                prop_assert!(after.has_long_list());
                prop_assert_eq!(&amendment.of(&before.record), after);
            }
            for (state, change) in states.iter_mut().zip([&whole, &told]) {
                *state = state.applied(revision as u64 + 1, change);
            }
            let [whole, told] = &states;
            prop_assert!(whole.is_same_as(told), "{:#?}\n{:#?}", whole, told);
            let by_entry = Some(amendment.map_or(0, |it| it.by_entry));
            before = Some(Before { record: after.clone(), by_entry });
        }
    }
}

#[test]
fn one_member_more_of_many_is_one_entry() {
    let places = |count| (0..count).map(|number| (number, 0)).collect();
    let before = |count| Before {
        record: team(places(count)),
        by_entry: Some(0),
    };
    let after = team(places(MOST + 1));
    let amendment = Amendment::between(&before(MOST), &after, MANY).unwrap();
    assert_eq!((amendment.came.len(), amendment.left.len()), (1, 0));
    assert_eq!(amendment.count, MOST as usize + 1);
    let Record::Team(noun) = &amendment.noun else {
        panic!("{amendment:?}");
    };
    assert!(noun.members.is_empty());
    // Of a few all are told, and so are they where most are others.
    assert_eq!(Amendment::between(&before(3), &team(places(4)), MANY), None);
    assert_eq!(Amendment::between(&before(3), &after, MANY), None);
}

#[test]
fn a_list_that_can_be_shown_is_told_whole_again_after_some_changes() {
    let places = |count| team((0..count).map(|number| (number, 0)).collect());
    // How many of these changes tell it whole, each of one member more.
    let whole = |least: u32, changes: u32| {
        let mut before = Before {
            record: places(least),
            by_entry: Some(0),
        };
        let mut whole = 0;
        for count in least + 1..=least + changes {
            let record = places(count);
            let amendment = Amendment::between(&before, &record, MANY).unwrap();
            assert_eq!(amendment.came.len(), 1);
            if amendment.is_whole() {
                assert_eq!(amendment.noun, record);
                whole += 1;
            }
            assert!(amendment.is_whole() || count > 1000 || amendment.can_be_whole());
            let by_entry = Some(amendment.by_entry);
            before = Before { record, by_entry };
        }
        whole
    };
    // As often as costs each change 16 entries more.
    assert_eq!(whole(200, 12), 0);
    assert!((1..=2).contains(&whole(200, 27)));
    assert!((10..=30).contains(&whole(200, 320)));
    // Longer ones are not shown whole.
    assert_eq!(whole(1000, 100), 0);
}

#[test]
fn what_a_deletion_touches_is_told_whole_a_few_at_a_time() {
    let own = |id: u32, tags: u32| {
        let Record::Grant(grant) = grant((0..tags).collect()) else {
            panic!("a grant");
        };
        let id = domain::GrantId::parse(&format!("g{id}")).unwrap();
        Record::from(domain::Grant { id, ..grant })
    };
    // Of some it was not looked up how they were told.
    let told = |id: u32| id.is_multiple_of(2).then_some(0);
    let mut before: BTreeMap<_, _> = (0..60)
        .map(|id| (own(id, 400), told(id)))
        .map(|(record, by_entry)| (record.name(), Before { record, by_entry }))
        .collect();
    let mut all = BTreeSet::new();
    for deletion in 1..=40 {
        let mut change = Change::new(Home::Organization(facts::acme()), "test");
        change.events = (0..60)
            .map(|id| Event::Saved(own(id, 400 - deletion)))
            .collect();
        let told = change.amending(&before);
        let whole: Vec<_> = told.amendments().filter(|it| it.is_whole()).collect();
        let entries: usize = whole.iter().map(|it| it.count).sum();
        assert!(entries <= 4000, "{entries} entries at once");
        all.extend(whole.iter().map(|it| it.name()));
        assert_eq!(told.amendments().count(), 60);
        for (amendment, after) in told.amendments().zip(change.saved()) {
            let by_entry = Some(amendment.by_entry);
            let record = after.clone();
            before.insert(amendment.name(), Before { record, by_entry });
        }
    }
    assert_eq!(all.len(), 60, "each was told whole in its turn");
}
