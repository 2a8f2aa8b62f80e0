//! Both lists, and their counts, hold whatever the naive model allows, page by page.

use access::{Resource, View, Wanted};
use domain::{OrganizationRight, Product, ProductId, ProductTypeId, RightName, Timestamp, UserId};

use super::asking::{Asked, somebody};
use super::dice::Dice;
use super::tally::Tally;
use crate::facts::user;
use crate::naive::Facts;
use crate::random::{PEOPLE, TYPES};

/// What a list of products is asked for.
struct Sought {
    right: Option<RightName>,
    product_type: Option<ProductTypeId>,
}

/// Lists what somebody may use, and who may use something.
pub(crate) fn list(asked: &Asked<'_>, dice: &mut Dice, tally: &mut Tally) {
    let at = *dice.one_of(asked.moments);
    products(asked, at, dice, tally);
    if !asked.facts.products.is_empty() {
        let product = dice.one_of(&asked.facts.products);
        accessors_of(asked, product, at, dice, tally);
    }
    accessors_here(asked, at, dice, tally);
}

/// The live rights that the user has on the product, as answers order them.
fn held(facts: &Facts, user: &UserId, product: &Product, at: Timestamp) -> Vec<String> {
    let rights = facts.type_of(product).live_rights();
    let held = rights.filter(|right| facts.may(user, product, right.id.as_str(), at));
    let mut held: Vec<_> = held.map(|right| right.id.to_string()).collect();
    held.sort();
    held
}

fn sought(facts: &Facts, dice: &mut Dice) -> Sought {
    let product_type = dice.once_in(3);
    let product_type =
        product_type.then(|| ProductTypeId::parse(TYPES[dice.below(TYPES.len())]).unwrap());
    let of_type = dice.one_of(&facts.types);
    let rights: Vec<_> = of_type.live_rights().collect();
    let right = match dice.below(3) {
        0 => Some(RightName::from("contact_support")),
        1 if !rights.is_empty() => {
            let right = dice.one_of(&rights);
            Some(RightName::from(format!("{}/{}", of_type.id, right.id)))
        }
        _ => None,
    };
    Sought {
        right,
        product_type,
    }
}

fn products(asked: &Asked<'_>, at: Timestamp, dice: &mut Dice, tally: &mut Tally) {
    let Asked { facts, view, .. } = asked;
    let (who, sought) = (somebody(facts, dice), sought(facts, dice));
    let mut expected: Vec<(ProductId, Vec<String>)> = Vec::new();
    for product in &facts.products {
        let held = held(facts, &who, product, at);
        let is_found = match &sought.right {
            None => !held.is_empty(),
            Some(right) if right.is_contact_support() => facts.may_ask_help(&who, product),
            Some(right) => held
                .iter()
                .any(|held| RightName::from(format!("{}/{held}", product.product_type)) == *right),
        };
        let of_type = sought.product_type.as_ref();
        if is_found && of_type.is_none_or(|of| *of == product.product_type) {
            expected.push((product.id.clone(), held));
        }
    }
    expected.sort();
    let wanted = Wanted {
        right: sought.right.as_ref(),
        product_type: sought.product_type.as_ref(),
    };
    let size = 1 + dice.below(8);
    let page = |after: Option<&(ProductId, Vec<String>)>| {
        let after = after.map(|(id, _)| id);
        let page = view.accessible_products(&who, wanted, after, size, at);
        let found = page.unwrap().found.into_iter();
        found
            .map(|(product, rights)| (product.id.clone(), rights))
            .collect()
    };
    let asked = format!("{who} {wanted:?} at {at:?} by {size}: {facts:#?}");
    assert_eq!(paged(size, page), expected, "{asked}");
    let counted = view.count_accessible_products(&who, wanted, at).unwrap();
    assert_eq!(counted, expected.len(), "{asked}");
    tally.count("a product in a list", expected.len());
    tally.count("nothing in a list", usize::from(expected.is_empty()));
}

fn accessors_of(
    asked: &Asked<'_>,
    product: &Product,
    at: Timestamp,
    dice: &mut Dice,
    tally: &mut Tally,
) {
    let facts = asked.facts;
    let rights: Vec<_> = facts.type_of(product).live_rights().collect();
    let (right, expected) = match dice.below(3) {
        0 => {
            let right = Some(RightName::from("contact_support"));
            (right, everybody(|user| facts.may_ask_help(user, product)))
        }
        1 if !rights.is_empty() => {
            let id = dice.one_of(&rights).id.as_str();
            let who = everybody(|user| facts.may(user, product, id, at));
            (Some(RightName::from(id)), who)
        }
        _ => {
            let may = |user: &UserId| !held(facts, user, product, at).is_empty();
            (None, everybody(may))
        }
    };
    let on = Resource::Product(product.id.clone());
    are_listed(asked.view, &on, right, expected, at, dice, tally);
}

fn accessors_here(asked: &Asked<'_>, at: Timestamp, dice: &mut Dice, tally: &mut Tally) {
    let right = *dice.one_of(&OrganizationRight::ALL);
    let expected = everybody(|user| asked.facts.holds(user, right));
    let on = Resource::Organization;
    let right = Some(RightName::from(right.name()));
    are_listed(asked.view, &on, right, expected, at, dice, tally);
}

fn everybody(may: impl Fn(&UserId) -> bool) -> Vec<UserId> {
    let people = PEOPLE.iter().chain(["stranger"].iter()).map(|id| user(id));
    let mut all: Vec<_> = people.filter(|user| may(user)).collect();
    all.sort();
    all
}

fn are_listed(
    view: &View,
    on: &Resource,
    right: Option<RightName>,
    expected: Vec<UserId>,
    at: Timestamp,
    dice: &mut Dice,
    tally: &mut Tally,
) {
    let (right, size) = (right.as_ref(), 1 + dice.below(8));
    let page = |after: Option<&UserId>| {
        let page = view.accessors(on, right, after, size, at).unwrap();
        page.found.into_iter().map(|found| found.user).collect()
    };
    let asked = format!("{right:?} on {on:?} at {at:?} by {size}");
    assert_eq!(paged(size, page), expected, "{asked}");
    let counted = view.count_accessors(on, right, at).unwrap();
    assert_eq!(counted, expected.len(), "{asked}");
    tally.count("somebody in a list", expected.len());
}

/// All pages, one after the other.
fn paged<T>(size: usize, page: impl Fn(Option<&T>) -> Vec<T>) -> Vec<T> {
    let mut all: Vec<T> = Vec::new();
    loop {
        let next = page(all.last());
        assert!(next.len() <= size);
        let is_end = next.len() < size;
        all.extend(next);
        if is_end {
            return all;
        }
    }
}
