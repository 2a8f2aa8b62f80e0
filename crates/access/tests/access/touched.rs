//! Whoever keeps answers and forgets those that changes touched has none that is not as it is now.

use std::collections::BTreeMap;

use access::{Resource, Touched, View};
use domain::{
    Change, Event, Kind, OrganizationRight, Record, RecordName, RightName, Role, Timestamp, UserId,
    UserState,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::effects::{after, change, change_of, event, saved_or_removed};
use crate::facts::*;
use crate::partners::{LIMITED, among, beside_agency, home, lent, partnership, partnership_id};
use crate::random::{self, PEOPLE, PRODUCTS, shut_out, time, world};
use crate::random_partners::{self, COMPANIES};

/// Each answer there is, by who, what and on what.
fn answers(view: &View, at: Timestamp) -> BTreeMap<[String; 3], String> {
    let on_products = ["r0", "r1", "r2", "r3", "contact_support"].map(str::to_owned);
    let on_organization = OrganizationRight::ALL.map(|right| right.name().to_owned());
    let mut all = BTreeMap::new();
    for person in PEOPLE {
        let mut add = |on: &str, resource: &Resource, right: &String| {
            let name = RightName::from(right.as_str());
            let answer = view.check(&user(person), resource, &name, at);
            let key = [person.to_owned(), on.to_owned(), right.clone()];
            all.insert(key, format!("{answer:?}"));
        };
        for right in &on_organization {
            add("", &Resource::Organization, right);
        }
        for product in PRODUCTS {
            for right in &on_products {
                add(product, &Resource::Product(product_id(product)), right);
            }
        }
    }
    all
}

fn is_forgotten(touched: &Touched, user: &UserId) -> bool {
    match touched {
        Touched::Everybody => true,
        Touched::Members(members) => members.contains(user),
    }
}

/// A change of a partner.
fn theirs() -> impl Strategy<Value = Change> {
    let record = random_partners::record();
    (select(&COMPANIES), vec(saved_or_removed(record), 1..3))
        .prop_map(|(id, events)| change_of(home(id), events))
}

/// A change of a partner or of somebody's account.
fn elsewhere() -> impl Strategy<Value = Change> {
    let account = saved_or_removed(random::person().prop_map(Record::User));
    prop_oneof![theirs(), account.prop_map(|event| change(vec![event]))]
}

/// An event after which it can be told whose answers are to be forgotten.
fn told() -> impl Strategy<Value = Event> {
    let record = prop_oneof![
        2 => random::member().prop_map(Record::Member),
        3 => random::team().prop_map(Record::Team),
        6 => random::grant().prop_map(Record::Grant),
        1 => random::person().prop_map(Record::User),
        1 => shut_out().prop_map(Record::ShutOut),
    ];
    saved_or_removed(record)
}

/// Changes of the organization and of partners, one after the other: mostly such after which not everybody's are forgotten.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    let some = prop_oneof![
        6 => vec(told(), 1..3).prop_map(change),
        1 => vec(event(), 1..3).prop_map(change),
    ];
    prop_oneof![
        3 => vec(some, 1..4),
        1 => vec(theirs(), 1),
        1 => vec(prop_oneof![theirs(), vec(told(), 1).prop_map(change)], 2..4),
    ]
}

proptest! {
    #[test]
    fn what_was_answered_before_or_between_changes_and_is_not_forgotten_is_as_after_them(
        (_, records, others) in world(),
        changes in changes(),
        at in time(),
    ) {
        let before = among(view(records), &others);
        let mut views = vec![before.clone()];
        for change in &changes {
            let next = after(views.last().expect("one"), change);
            views.push(next);
        }
        let last = views.last().expect("one");
        let told: Vec<&Change> = changes.iter().collect();
        let touched = Touched::by(&told, [&before, last]);
        let now = answers(last, at);
        for view in &views {
            for (key, kept) in answers(view, at) {
                let is_now = &now[&key];
                let known = is_forgotten(&touched, &user(&key[0])) || kept == *is_now;
                prop_assert!(known, "{key:?}: {kept}, now {is_now}; touched {touched:?}");
            }
        }
    }

    #[test]
    fn of_what_happened_elsewhere_nobody_is_named_who_is_no_member(
        (_, records, others) in world(),
        changes in vec(elsewhere(), 1..4),
    ) {
        let before = among(view(records), &others);
        let last = changes.iter().fold(before.clone(), |view, change| after(&view, change));
        let told: Vec<&Change> = changes.iter().collect();
        if let Touched::Members(members) = Touched::by(&told, [&before, &last]) {
            for user in members {
                prop_assert!(last.organization.member(&user).is_some(), "{user}");
            }
        }
    }
}

#[test]
fn a_grant_touches_whom_it_is_given_to_and_nobody_else() {
    let before = view_with([]);
    let given = grant("n", "bob", numbers(&[2]), "type:kdrive");
    let change = change(vec![Event::Saved(Record::Grant(given))]);
    let touched = Touched::by(&[&change], [&before, &after(&before, &change)]);
    assert_eq!(touched, Touched::Members([user("bob")].into()));
    assert_eq!(
        Touched::by(&[], [&before, &before]),
        Touched::Members([].into())
    );
}

#[test]
fn of_an_account_only_whether_it_works_is_told() {
    let before = view_with([]);
    let changed = |state| change(vec![Event::Saved(Record::User(person("bob", state)))]);
    let touched =
        |change: &Change, view: &View| Touched::by(&[change], [view, &after(view, change)]);
    let renamed = changed(UserState::Active);
    assert_eq!(touched(&renamed, &before), Touched::NOBODY);
    let stopped = changed(UserState::Deactivated);
    let bob = Touched::Members([user("bob")].into());
    assert_eq!(touched(&stopped, &before), bob);
    // Stopped and let in again: who asked between the two heard of it.
    let both = [&stopped, &renamed];
    assert_eq!(Touched::by(&both, [&before, &before]), bob);
}

#[test]
fn whose_grant_came_and_went_again_is_told_to_who_asked_between() {
    let before = view_with([]);
    let given = Record::Grant(grant("n", "bob", numbers(&[2]), "type:kdrive"));
    let gone = change(vec![Event::Removed(given.name())]);
    let come = change(vec![Event::Saved(given)]);
    let touched = Touched::by(&[&come, &gone], [&before, &before]);
    assert_eq!(touched, Touched::Members([user("bob")].into()));
}

#[test]
fn of_what_a_partner_does_to_its_people_a_member_is_told_only_where_something_is_bound() {
    let told = |more: Vec<Record>| {
        let eve = Record::Member(member("eve", Role::Collaborator));
        let left = change_of(home("agency"), vec![Event::Removed(eve.name())]);
        let mandate = Record::Partnership(partnership("m", "agency", LIMITED));
        let before = beside_agency([mandate].into_iter().chain(more), [eve]);
        Touched::by(&[&left], [&before, &after(&before, &left)])
    };
    let grant = grant("n", "eve", numbers(&[1]), "product:drive");
    let web = team("web", &["bob"]).with(&user("eve"));
    let of_eve = Touched::Members([user("eve")].into());
    assert_eq!(told(vec![Record::Grant(grant.clone())]), Touched::NOBODY);
    assert_eq!(told(vec![Record::Team(web.clone())]), Touched::NOBODY);
    assert_eq!(told(vec![Record::Grant(lent(grant, &["m"]))]), of_eve);
    let web = web.binding(&user("eve"), vec![partnership_id("m")]);
    assert_eq!(told(vec![Record::Team(web)]), of_eve);
}

#[test]
fn who_works_for_a_partner_is_not_named_where_its_mandate_changes() {
    let mandate = Record::Partnership(partnership("m", "agency", LIMITED));
    let before = beside_agency([mandate], []);
    let grant = grant("n", "partnership:m", numbers(&[1]), "product:drive");
    let given = change(vec![Event::Saved(Record::Grant(grant))]);
    let after = after(&before, &given);
    assert!(!before.may("pam", "drive", "use") && after.may("pam", "drive", "use"));
    assert_eq!(
        Touched::by(&[&given], [&before, &after]),
        Touched::Everybody
    );
}

#[test]
fn who_accepts_what_was_offered_a_moment_before_touches_as_who_accepts_it_alone() {
    let mandate = Record::Partnership(partnership("m", "agency", LIMITED));
    let before = beside_agency([mandate], []);
    let offer = RecordName {
        kind: Kind::Invitation,
        id: "i".into(),
    };
    let offered = change_of(home("agency"), vec![Event::Removed(offer)]);
    let sue = Record::Member(member("sue", Role::Collaborator));
    let joined = change_of(home("agency"), vec![Event::Saved(sue)]);
    let both = [&before, &after(&before, &joined)];
    assert_eq!(Touched::by(&[&offered, &joined], both), Touched::NOBODY);
}
