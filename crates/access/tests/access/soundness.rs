//! Rule 1 keeps its promise: whatever products come, who was given something has nothing that the giver has not.

use access::{Resource, View};
use domain::{Grant, Product, Record, Role, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::{self, Asks, user, view};
use crate::partners::among;
use crate::random::{self, LAST, PEOPLE, TYPES, time, world};

/// The revision at which it is given: after everything in the world.
const NOW: u64 = LAST + 1;

/// Old products that gain tags and groups, and new ones.
fn later(products: Vec<Product>, coming: Vec<Product>) -> Vec<Record> {
    let mut after = products;
    for (number, came) in coming.into_iter().enumerate() {
        let old = after.iter_mut().find(|old| old.id == came.id);
        match old {
            Some(old) => {
                old.tags.extend(came.tags);
                old.tags.sort();
                old.tags.dedup();
                old.groups.extend(came.groups);
                old.groups.sort();
                old.groups.dedup();
            }
            None => after.push(Product {
                stamp: facts::stamp(NOW + 1 + number as u64),
                ..came
            }),
        }
    }
    after.into_iter().map(Record::Product).collect()
}

fn has(view: &View, who: &str, on: &Resource, at: Timestamp) -> Vec<String> {
    let mut rights = view.rights(&user(who), on, at);
    rights.retain(|(_, decision)| decision.allowed);
    rights.into_iter().map(|(right, _)| right).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, ..ProptestConfig::default() })]

    #[test]
    fn who_is_given_something_never_has_more_than_the_giver(
        (facts, mut records, others) in world(),
        giver in select(&PEOPLE),
        given in random::grant(),
        now in time(),
        coming in vec(random::product(), 0..6),
    ) {
        let given = Grant { scope_revision: NOW, by_owner: false, ties: None, ..given };
        let gift = access::Delegation { scope_revision: NOW, ..access::Delegation::of(&given) };
        let may = among(view(records.clone()), &others).may_give(&user(giver), &gift, now);
        if may.is_err() {
            return Ok(());
        }

        records.retain(|record| !matches!(record, Record::Product(_)));
        records.extend(later(facts.products, coming));
        records.push(Record::Member(facts::member("newcomer", Role::Collaborator)));
        let given = Grant { id: domain::GrantId::parse("gift").unwrap(), ..given };
        let subject = domain::Subject::Member(user("newcomer"));
        records.push(Record::Grant(Grant { subject, ..given }));
        let view = among(view(records), &others);
        for product in view.organization.products() {
            let on = Resource::Product(product.id.clone());
            for at in (now.0..12).map(Timestamp) {
                let giver_has = has(&view, giver, &on, at);
                for right in has(&view, "newcomer", &on, at) {
                    prop_assert!(giver_has.contains(&right), "{right} on {product:?} at {at:?}");
                }
            }
        }
    }
}

#[test]
fn the_legal_representative_gives_everything() {
    let view = facts::view_with([]);
    assert!(view.gives("ann", &domain::Rights::All, "all").is_ok());
    assert_eq!(TYPES.len(), 3);
}
