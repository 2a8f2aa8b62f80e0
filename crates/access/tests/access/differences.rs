//! What is told of a change, or of time that passes, leads from what somebody had to what they have: neither less nor more.

use std::collections::BTreeSet;

use access::{Asked, Resource, Step, View, Walked, Where, Work};
use domain::{
    CONTACT_SUPPORT, Change, Event, Grant, Kind, OrganizationId, OrganizationRight, Period, Record,
    RightKind, RightName, Timestamp,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::effects::{after, change, change_of, event, saved_or_removed};
use crate::facts::*;
use crate::partners::{LIMITED, Others, among, entrusted, everything, home};
use crate::random::{PEOPLE, PRODUCTS, time, world};
use crate::random_partners::{self, COMPANIES};

/// Who has which right on what.
type Has = BTreeSet<[String; 3]>;

/// Everybody, everything; the organization is the empty id.
fn has(view: &View, at: Timestamp) -> Has {
    let mut all = Has::new();
    for id in PEOPLE {
        let mut add = |on: &str, right: String| all.insert([id.to_owned(), on.to_owned(), right]);
        for right in OrganizationRight::ALL {
            if view.holds(&user(id), right, at) {
                add("", format!("organization/{}", right.name()));
            }
        }
        for on in PRODUCTS {
            let Some(noun) = view.organization.product(&product_id(on)) else {
                continue;
            };
            let rights = view.rights(&user(id), &Resource::Product(noun.id.clone()), at);
            for (right, _) in rights.into_iter().filter(|(_, decision)| decision.allowed) {
                add(on, format!("{}/{right}", noun.product_type));
            }
            let support = RightName::from(CONTACT_SUPPORT);
            let resource = Resource::Product(noun.id.clone());
            if view
                .check(&user(id), &resource, &support, at)
                .unwrap()
                .allowed
            {
                add(on, CONTACT_SUPPORT.to_owned());
            }
        }
    }
    all
}

fn is_of(asked: &Asked, [user, product, _]: &[String; 3]) -> bool {
    match asked {
        Asked::User(of) => of.as_str() == user,
        Asked::Product(of) => of.as_str() == product,
    }
}

fn all_asked() -> impl Iterator<Item = Asked> {
    let users = PEOPLE.into_iter().map(|id| Asked::User(user(id)));
    users.chain(PRODUCTS.map(|id| Asked::Product(product_id(id))))
}

/// Lays what is told on what there was, some at a time.
fn lay_on(has: &mut Has, asked: &Asked, step: Step<'_>, within: Option<&Where>, most: usize) {
    let mut behind: Option<String> = None;
    while let Some(within) = within {
        let work = Work::default();
        let told = asked.differences(step, within, behind.as_deref(), most, &work);
        let Walked { found, stopped_at } = told;
        assert!(found.len() <= most);
        for of in found {
            let on = of.product.map_or(String::new(), |id| id.to_string());
            let named = |right: String| [of.user.to_string(), on.clone(), right];
            for right in of.gained {
                assert!(has.insert(named(right)), "had it");
            }
            for right in of.lost {
                assert!(has.remove(&named(right)), "had it not");
            }
        }
        behind = stopped_at;
        if behind.is_none() {
            return;
        }
    }
}

/// What is told of the change leads from what there was to what there is, for each person and each product.
fn tells_all(before: &View, change: &Change, at: Timestamp, most: usize) {
    let after = &after(before, change);
    let (had, now) = (has(before, at), has(after, at));
    for asked in all_asked() {
        let within = asked.reached_by(change, before, after);
        let step = Step {
            before,
            after,
            from: at,
            to: at,
        };
        let of =
            |all: &Has| -> Has { all.iter().filter(|it| is_of(&asked, it)).cloned().collect() };
        // Of a product, what somebody has on the organization is not told.
        let mut laid = of(&had);
        lay_on(&mut laid, &asked, step, within.as_ref(), most);
        assert_eq!(laid, of(&now), "{asked:?}");
    }
}

/// Whatever gives people something, and whose it is: mostly grants, as there are most of them.
fn all_that_gives(records: &[Record], others: &Others) -> Vec<(OrganizationId, Record)> {
    let own = records.iter().map(|record| (acme(), record.clone()));
    let theirs = others.iter().flat_map(|(id, records)| {
        let records = records.iter().cloned();
        records.map(|record| (id.clone(), record))
    });
    let gives = |(_, record): &(OrganizationId, Record)| {
        let kind = record.name().kind;
        matches!(kind, Kind::Grant | Kind::Team | Kind::ClientAssignment)
    };
    own.chain(theirs).filter(gives).collect()
}

proptest! {
    #[test]
    fn what_a_change_gave_and_took_is_told_of_everybody_and_everything(
        (_, records, others) in world(),
        events in vec(event(), 1..5),
        theirs in (select(&COMPANIES), saved_or_removed(random_partners::record())),
        is_theirs in any::<bool>(),
        at in time(),
        most in 1..4_usize,
    ) {
        let before = among(view(records), &others);
        let change = match theirs {
            (id, event) if is_theirs => change_of(home(id), vec![event]),
            _ => change(events),
        };
        tells_all(&before, &change, at, most);
    }

    #[test]
    fn what_time_gave_and_took_is_told_at_each_start_and_end(
        (_, records, others) in world(),
        from in time(),
        most in 1..4_usize,
    ) {
        let view = among(view(records), &others);
        for asked in all_asked() {
            let of = |at| -> Has {
                has(&view, at).into_iter().filter(|it| is_of(&asked, it)).collect()
            };
            let (mut laid, mut last) = (of(from), from);
            let end = Timestamp(i64::MAX - 1);
            let mut turns = asked.turns(from, end, &view, &Work::default());
            while let Some(turn) = turns.next_time() {
                prop_assert!(last < turn);
                let before = Timestamp(turn.0 - 1);
                prop_assert_eq!(&laid, &of(before), "{:?} until {}", asked, turn);
                let step = Step { before: &view, after: &view, from: before, to: turn };
                let within = turns.pass(&view);
                lay_on(&mut laid, &asked, step, within.as_ref(), most);
                prop_assert_eq!(&laid, &of(turn), "{:?} at {}", asked, turn);
                last = turn;
            }
            prop_assert_eq!(laid, of(end), "{:?} in the end", asked);
        }
    }
}

proptest! {
    // One thing alone seldom gives anything.
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn what_comes_or_goes_is_told_of_everybody_and_everything(
        (_, records, others) in world(),
        which in any::<Index>(),
        comes in any::<bool>(),
        at in time(),
        most in 1..4_usize,
    ) {
        let gives = all_that_gives(&records, &others);
        prop_assume!(!gives.is_empty());
        let (home, record) = which.get(&gives).clone();
        let with = among(view(records), &others);
        let goes = change_of(home.clone(), vec![Event::Removed(record.name())]);
        if comes {
            let comes = change_of(home, vec![Event::Saved(record)]);
            tells_all(&after(&with, &goes), &comes, at, most);
        } else {
            tells_all(&with, &goes, at, most);
        }
    }
}

#[test]
fn a_change_of_a_type_reaches_the_products_of_that_type_alone() {
    let before = view_with([]);
    let kdrive = Record::ProductType(product_type("kdrive", vec![]));
    let change = change(vec![Event::Saved(kdrive)]);
    let after = after(&before, &change);
    let reached = |asked: Asked| asked.reached_by(&change, &before, &after);
    let of_type = ["drive", "drive-new"].map(product_id);
    assert_eq!(
        reached(Asked::User(user("bob"))),
        Some(Where::On(of_type.into()))
    );
    assert_eq!(
        reached(Asked::Product(product_id("drive"))),
        Some(Where::Everywhere)
    );
    assert_eq!(reached(Asked::Product(product_id("site"))), None);
}

#[test]
fn many_windows_are_looked_at_once_and_passed_in_the_order_of_time() {
    let window = |number: i64| {
        let mut grant = grant(
            &format!("g{number}"),
            "bob",
            kind(RightKind::Usage),
            "product:drive",
        );
        grant.period = Period {
            start: Some(Timestamp(1000 - number)),
            end: Some(Timestamp(2000 + number)),
        };
        Record::Grant(grant)
    };
    let view = view_with((0..500).map(window));
    for asked in [
        Asked::User(user("bob")),
        Asked::Product(product_id("drive")),
    ] {
        // Each grant, and each start and end; one step is left.
        let work = Work::of(500 + 998 + 1);
        let mut turns = asked.turns(Timestamp(501), Timestamp(2498), &view, &work);
        assert!(!work.is_spent());
        let mut passed = Vec::new();
        while let Some(at) = turns.next_time() {
            passed.push(at.0);
            assert!(turns.pass(&view).is_some());
        }
        assert!(passed.is_sorted());
        // Those at the first moment and after the last are not among them.
        assert_eq!(
            (passed.len(), passed.first(), passed.last()),
            (998, Some(&502), Some(&2498))
        );
    }
}

/// The usage rights on what is tagged x, from 10 until 20.
fn for_a_while(subject: &str) -> Record {
    let period = Period {
        start: Some(Timestamp(10)),
        end: Some(Timestamp(20)),
    };
    let on_tagged = grant("n", subject, kind(RightKind::Usage), "tag:x");
    Record::Grant(Grant {
        period,
        ..on_tagged
    })
}

#[test]
fn what_a_team_or_a_mandate_holds_starts_and_ends_for_its_people() {
    let crew = Record::Team(team("crew", &["bob", "eve"]));
    let of_team = view_with([crew, for_a_while("team:crew")]);
    let for_desk = [everything("c", "team:desk")];
    let of_mandate = entrusted(LIMITED, [for_a_while("partnership:m")], for_desk);
    for (view, id) in [(of_team, "bob"), (of_mandate, "cora")] {
        let all = |asked: Asked| asked.turns(Timestamp(0), Timestamp(100), &view, &Work::default());
        let mut of_user = all(Asked::User(user(id)));
        let mut of_drive = all(Asked::Product(product_id("drive")));
        let tagged = ["board", "drive", "site"].map(product_id);
        for at in [10, 20] {
            assert_eq!(of_user.next_time(), Some(Timestamp(at)), "{id}");
            assert_eq!(of_user.pass(&view), Some(Where::On(tagged.clone().into())));
            assert_eq!(of_drive.next_time(), Some(Timestamp(at)), "{id}");
            assert!(is_by(of_drive.pass(&view).as_ref(), id), "{id} at {at}");
        }
        assert_eq!((of_user.next_time(), of_drive.next_time()), (None, None));
    }
}

#[test]
fn a_mandate_or_its_assignment_that_goes_reaches_who_exercised_it_through_a_team() {
    let given = for_a_while("partnership:m");
    let assigned = everything("c", "team:desk");
    let with = entrusted(LIMITED, [given.clone()], [assigned.clone()]);
    let assigned = Record::ClientAssignment(assigned).name();
    let taken = change(vec![Event::Removed(given.name())]);
    let unassigned = change_of(home("agency"), vec![Event::Removed(assigned)]);
    for gone in [taken, unassigned] {
        let without = after(&with, &gone);
        let reached = |asked: Asked| asked.reached_by(&gone, &with, &without);
        assert!(reached(Asked::User(user("cora"))).is_some(), "{gone:?}");
        let of_drive = reached(Asked::Product(product_id("drive")));
        assert!(is_by(of_drive.as_ref(), "cora"), "{gone:?}: {of_drive:?}");
    }
}

fn is_by(within: Option<&Where>, id: &str) -> bool {
    matches!(within, Some(Where::By(people)) if people.contains(&user(id)))
}
