//! Check, Rights, both lists and Explain answer what the naive model answers, on random facts.

use access::{DecisionReason, FoundAccessor, Resource, View, Wanted};
use domain::{OrganizationRight, Reason, RightName, Timestamp};
use proptest::prelude::*;

use crate::facts::{user, view};
use crate::naive::Facts;
use crate::partners::among;
use crate::random::{PEOPLE, time, world};

fn askers() -> impl Iterator<Item = domain::UserId> {
    PEOPLE.iter().chain(["stranger"].iter()).map(|id| user(id))
}

/// Each decision, its end, and Explain.
fn checks_agree(facts: &Facts, view: &View, at: Timestamp) {
    for user in askers() {
        for product in &facts.products {
            let on = Resource::Product(product.id.clone());
            for right in &facts.type_of(product).rights {
                let id = right.id.as_str();
                let answer = view.check(&user, &on, &id.into(), at);
                if right.removed {
                    assert_eq!(answer.unwrap_err().reason, Reason::RightUnknown);
                    continue;
                }
                let answer = answer.unwrap();
                let asked = format!("{user} {id} on {} at {at:?}: {answer:?}", product.id);
                assert_eq!(answer.allowed, facts.may(&user, product, id, at), "{asked}");
                let until = facts.changes_at(&user, product, id, at);
                assert_eq!(answer.valid_until, until, "{asked}");
                let explained = view.explain(&user, &on, &id.into(), at).unwrap();
                let counts = explained.paths.iter().any(|path| path.counts_now);
                assert_eq!(counts, answer.allowed, "{asked}");
                assert_eq!(explained.missing.is_none(), answer.allowed, "{asked}");
                assert_eq!(explained.decision, answer);
            }
            let help = view
                .check(&user, &on, &"contact_support".into(), at)
                .unwrap();
            assert_eq!(help.allowed, facts.may_ask_help(&user, product));
        }
        for right in OrganizationRight::ALL {
            let answer = view.check(&user, &Resource::Organization, &right.name().into(), at);
            let answer = answer.unwrap();
            let asked = format!("{user} {right:?}: {answer:?}");
            assert_eq!(answer.allowed, facts.holds(&user, right), "{asked}");
            assert_eq!(view.holds(&user, right, at), answer.allowed, "{asked}");
            let on = Resource::Organization;
            let explained = view.explain(&user, &on, &right.name().into(), at).unwrap();
            assert_eq!(
                explained.paths.len(),
                usize::from(answer.allowed),
                "{asked}"
            );
            assert_eq!(explained.decision, answer);
        }
        assert_eq!(view.is_partner(&user), facts.is_partner(&user), "{user}");
        if facts.member(&user).is_none() && !facts.is_staff(&user) {
            let nowhere = Resource::Product(crate::facts::product_id("nowhere"));
            let answer = view.check(&user, &nowhere, &"r0".into(), at).unwrap();
            assert_eq!(answer.reason, DecisionReason::NotAMember);
        }
    }
}

/// Which rights each user has on each product, by all of the lists.
fn lists_agree(facts: &Facts, view: &View, at: Timestamp) {
    for user in askers() {
        let mut expected = Vec::new();
        for product in &facts.products {
            let rights = facts.type_of(product).live_rights();
            let mut held: Vec<_> = rights
                .filter(|right| facts.may(&user, product, right.id.as_str(), at))
                .map(|right| right.id.to_string())
                .collect();
            held.sort();
            let on = Resource::Product(product.id.clone());
            let mut answered = view.rights(&user, &on, at);
            answered.retain(|(_, decision)| decision.allowed);
            let answered: Vec<_> = answered.into_iter().map(|(right, _)| right).collect();
            assert_eq!(answered, held);
            if !held.is_empty() {
                expected.push((product.id.clone(), held));
            }
        }
        expected.sort();
        assert_eq!(products_of(view, &user, None, at), expected);
        for of_type in &facts.types {
            for right in of_type.live_rights() {
                let mut with = expected.clone();
                with.retain(|(id, held)| {
                    let mut products = facts.products.iter();
                    let product = products.find(|product| product.id == *id).unwrap();
                    product.product_type == of_type.id && held.contains(&right.id.to_string())
                });
                let named = format!("{}/{}", of_type.id, right.id);
                assert_eq!(products_of(view, &user, Some(&named), at), with);
            }
        }
    }
    accessors_agree(facts, view, at);
}

/// All pages of one product each.
fn products_of(
    view: &View,
    user: &domain::UserId,
    right: Option<&str>,
    at: Timestamp,
) -> Vec<(domain::ProductId, Vec<String>)> {
    let right = right.map(domain::RightName::from);
    let mut all: Vec<(domain::ProductId, Vec<String>)> = Vec::new();
    loop {
        let after = all.last().map(|(id, _)| id.clone());
        let wanted = Wanted {
            right: right.as_ref(),
            ..Wanted::default()
        };
        let page = view.accessible_products(user, wanted, after.as_ref(), 1, at);
        match page.unwrap().found.pop() {
            Some((product, rights)) => all.push((product.id.clone(), rights)),
            None => return all,
        }
    }
}

fn accessors_agree(facts: &Facts, view: &View, at: Timestamp) {
    for product in &facts.products {
        let on = Resource::Product(product.id.clone());
        for right in facts.type_of(product).live_rights() {
            let id = right.id.as_str();
            let named = RightName::from(id);
            let named = Some(&named);
            let all = view.accessors(&on, named, None, 100, at).unwrap().found;
            let answered: Vec<_> = all.iter().map(|found| found.user.clone()).collect();
            all.iter()
                .for_each(|found| are_explained(view, found, &on, id, at));
            let mut expected: Vec<_> = askers()
                .filter(|user| facts.may(user, product, id, at))
                .collect();
            expected.sort();
            assert_eq!(answered, expected);
            let rest = view.accessors(&on, named, expected.first(), 100, at);
            assert_eq!(rest.unwrap().found.len(), expected.len().saturating_sub(1));
        }
    }
    for right in OrganizationRight::ALL {
        let on = Resource::Organization;
        let named = RightName::from(right.name());
        let all = view.accessors(&on, Some(&named), None, 100, at).unwrap();
        let answered: Vec<_> = all.found.into_iter().map(|found| found.user).collect();
        let mut expected: Vec<_> = askers().filter(|user| facts.holds(user, right)).collect();
        expected.sort();
        assert_eq!(answered, expected, "{right:?}");
    }
}

/// The paths are those that explain the right, each once, and no sooner changes any of them.
fn are_explained(view: &View, found: &FoundAccessor, on: &Resource, right: &str, at: Timestamp) {
    let why = view.explain(&found.user, on, &right.into(), at).unwrap();
    let mut paths = Vec::new();
    for explained in why.paths.iter().filter(|path| path.counts_now) {
        if !paths.contains(&explained.path) {
            paths.push(explained.path.clone());
        }
    }
    assert_eq!(found.paths, paths, "{} {right} on {on:?}", found.user);
    let turns = why.paths.iter().flat_map(|path| [path.start, path.end]);
    let next = turns.flatten().filter(|turn| at < *turn).min();
    assert_eq!(found.next_turn, next, "{} {right} on {on:?}", found.user);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_answer_is_that_of_the_naive_model((facts, records, others) in world(), at in time()) {
        let view = among(view(records), &others);
        checks_agree(&facts, &view, at);
        lists_agree(&facts, &view, at);
    }
}
