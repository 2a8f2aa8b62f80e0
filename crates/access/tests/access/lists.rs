//! Both lists are what the evaluator allows of all that there is, page by page of every size, also after changes.

use std::sync::Arc;

use access::{OrganizationState, Resource, View, Walked, Wanted, Work};
use domain::{
    Change, Event, Home, OrganizationRight, Product, ProductId, ProductTypeId, Refusal, RightName,
    Timestamp, UserId,
};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::facts::{acme, user, view};
use crate::feed::events;
use crate::partners::{among, home};
use crate::random::{PEOPLE, TYPES, time, world};
use crate::random_partners::COMPANIES;

const PAGE_SIZES: [usize; 4] = [1, 2, 3, 100];

fn people() -> Vec<UserId> {
    let mut people: Vec<_> = PEOPLE.iter().map(|id| user(id)).collect();
    people.push(user("stranger"));
    people.sort();
    people
}

/// All pages of this size, one after the other.
fn paged<T>(size: usize, mut page: impl FnMut(Option<&T>, usize) -> Vec<T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    loop {
        let next = page(all.last(), size);
        let is_end = next.len() < size;
        all.extend(next);
        if is_end {
            return all;
        }
    }
}

/// All that a walk finds which stops at each candidate, and goes on from there.
fn in_steps<T, Id>(walk: impl Fn(Option<&Id>) -> Result<Walked<T, Id>, Refusal>) -> Vec<T> {
    let (mut all, mut last) = (Vec::new(), None);
    loop {
        let walked = walk(last.as_ref()).unwrap();
        assert!(walked.found.len() <= 1, "one was looked at");
        all.extend(walked.found);
        last = walked.stopped_at;
        if last.is_none() {
            return all;
        }
    }
}

fn allows(view: &View, user: &UserId, on: &Resource, right: &RightName, at: Timestamp) -> bool {
    view.check(user, on, right, at).unwrap().allowed
}

/// What the user may do on the product, by asking about each right.
fn held(view: &View, user: &UserId, product: &Product, at: Timestamp) -> Vec<String> {
    let on = Resource::Product(product.id.clone());
    let rights = view.rights(user, &on, at).into_iter();
    let held = rights.filter(|(_, decision)| decision.allowed);
    held.map(|(right, _)| right).collect()
}

fn products_are_those_that_are_allowed(view: &View, at: Timestamp) {
    let types = TYPES.map(|id| ProductTypeId::parse(id).unwrap());
    let of_type = |of: &ProductTypeId| Arc::clone(view.platform.product_type(of).unwrap());
    let named = types.iter().map(of_type).flat_map(|of| {
        let rights = of.live_rights().map(|right| right.id.of_type(&of.id));
        rights
            .map(|named| RightName::from(named.to_string()))
            .collect::<Vec<_>>()
    });
    let support = RightName::from("contact_support");
    let rights: Vec<_> = named.chain([support]).collect();
    let by_right = rights.iter().map(|right| (Some(right), None));
    let by_type = types.iter().map(|of| (None, Some(of)));
    let by_both = rights.iter().zip(&types);
    let by_both = by_both.map(|(right, of)| (Some(right), Some(of)));
    let any = [(None, None)].into_iter();
    for (right, product_type) in any.chain(by_right).chain(by_type).chain(by_both) {
        let wanted = Wanted {
            right,
            product_type,
        };
        for user in people() {
            let expected = expected_products(view, &user, wanted, at);
            for size in PAGE_SIZES {
                let listed = paged(size, |last: Option<&(ProductId, Vec<String>)>, size| {
                    let after = last.map(|(id, _)| id);
                    let page = view.accessible_products(&user, wanted, after, size, at);
                    let page = page.unwrap().found.into_iter();
                    page.map(|(product, rights)| (product.id.clone(), rights))
                        .collect()
                });
                assert_eq!(listed, expected, "{user} {wanted:?} by {size}");
            }
            let few = view.clone().with_work(Work::of(1));
            let steps = in_steps(|after| few.accessible_products(&user, wanted, after, 100, at));
            assert_eq!(steps.len(), expected.len(), "{user} {wanted:?} by one look");
            let counted = view.count_accessible_products(&user, wanted, at).unwrap();
            assert_eq!(counted, expected.len(), "{user} {wanted:?} counted");
        }
    }
}

/// Every product, judged by itself.
fn expected_products(
    view: &View,
    user: &UserId,
    wanted: Wanted<'_>,
    at: Timestamp,
) -> Vec<(ProductId, Vec<String>)> {
    let fits = |product: &&Arc<Product>| {
        let is_of = |of: &str| product.product_type.as_str() == of;
        let on = Resource::Product(product.id.clone());
        let held = match wanted.right {
            None => !held(view, user, product, at).is_empty(),
            Some(right) if right.declared_by().is_some_and(|of| !is_of(of)) => false,
            Some(right) => allows(view, user, &on, right, at),
        };
        held && wanted.product_type.is_none_or(|of| is_of(of.as_str()))
    };
    let products = view.organization.products().filter(fits);
    products
        .map(|product| (product.id.clone(), held(view, user, product, at)))
        .collect()
}

fn accessors_are_those_who_are_allowed(view: &View, at: Timestamp) {
    for product in view.organization.products() {
        let on = Resource::Product(product.id.clone());
        let of_type = view.platform.product_type(&product.product_type).unwrap();
        let rights = of_type.live_rights().map(|right| right.id.to_string());
        for right in rights.chain(["contact_support".to_owned()]) {
            accessors_are_right(view, &on, &right.into(), at);
        }
        let mut expected = people();
        expected.retain(|user| !held(view, user, product, at).is_empty());
        for size in PAGE_SIZES {
            let listed = paged(size, |last: Option<&UserId>, size| {
                let page = view.accessors(&on, None, last, size, at).unwrap();
                page.found.into_iter().map(|found| found.user).collect()
            });
            assert_eq!(listed, expected, "{on:?} by {size}");
        }
        let counted = view.count_accessors(&on, None, at).unwrap();
        assert_eq!(counted, expected.len(), "{on:?} counted");
    }
    for right in OrganizationRight::ALL {
        accessors_are_right(view, &Resource::Organization, &right.name().into(), at);
    }
}

fn accessors_are_right(view: &View, on: &Resource, right: &RightName, at: Timestamp) {
    let mut expected = people();
    expected.retain(|user| allows(view, user, on, right, at));
    for size in PAGE_SIZES {
        let listed = paged(size, |last: Option<&UserId>, size| {
            let page = view.accessors(on, Some(right), last, size, at).unwrap();
            page.found.into_iter().map(|found| found.user).collect()
        });
        assert_eq!(listed, expected, "{right:?} on {on:?} by {size}");
    }
    let few = view.clone().with_work(Work::of(1));
    let steps = in_steps(|after| few.accessors(on, Some(right), after, 100, at));
    let steps: Vec<_> = steps.into_iter().map(|found| found.user).collect();
    assert_eq!(steps, expected, "{right:?} on {on:?} by one look");
    let counted = view.count_accessors(on, Some(right), at).unwrap();
    assert_eq!(counted, expected.len(), "{right:?} on {on:?} counted");
}

/// Who may do anything at all is who is allowed any right on anything; until when is the end of what is named.
fn anything_is_what_is_allowed(view: &View, at: Timestamp) {
    for user in people() {
        let here = OrganizationRight::ALL.into_iter();
        let mut here = here.map(|right| RightName::from(right.name()));
        let here = here.any(|right| allows(view, &user, &Resource::Organization, &right, at));
        let support = RightName::from("contact_support");
        let on_any = view.organization.products().any(|product| {
            let on = Resource::Product(product.id.clone());
            !held(view, &user, product, at).is_empty() || allows(view, &user, &on, &support, at)
        });
        let allowed_here = view.allowed_here(&user);
        assert_eq!(allowed_here.is_some(), here, "{user}");
        let on_products = view.allowed_on_products(&user, at).unwrap();
        assert_eq!(here || on_products.is_some(), here || on_any, "{user}");
        assert!(allowed_here.is_none_or(|it| it.allowed && it.valid_until.is_none()));
        assert!(
            on_products.is_none_or(|it| it.allowed && it.valid_until.is_none_or(|end| end > at))
        );
    }
}

/// Takes in changes one by one.
fn fed(state: &mut Arc<OrganizationState>, home: &Home, changes: Vec<Vec<Event>>) {
    for (revision, events) in (2..).zip(changes) {
        let change = Change {
            events,
            ..Change::new(home.clone(), "test")
        };
        Arc::make_mut(state).apply(revision, &change);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn lists_are_what_is_allowed(
        (_, records, others) in world(),
        changes in vec(events(), 0..6),
        at_partners in vec(events(), 0..3),
        at in time(),
    ) {
        let mut view = among(view(records), &others);
        fed(&mut view.organization, &Home::Organization(acme()), changes);
        for company in COMPANIES.map(home) {
            let changes = at_partners.clone();
            if let Some(state) = view.others.get_mut(&company) {
                fed(state, &Home::Organization(company), changes);
            }
        }
        products_are_those_that_are_allowed(&view, at);
        accessors_are_those_who_are_allowed(&view, at);
        anything_is_what_is_allowed(&view, at);
    }
}
