//! Rule 11, saving all of a member's access: nothing, everything, listed products and groups, or a tag.

use domain::RightKind;

use super::super::actor::{Actor, refused, subjects};
use super::super::make::{
    all, every_right, future, group, group_id, kinds, of_type, product, products, rights, tag,
    tag_id, to_member,
};
use super::super::members::listed;
use super::super::{Acme, why};
use crate::use_cases::member::AllAccess;

/// Bob has a grant of each sort, and one of the type that another system manages.
fn bob_has_all_sorts(acme: &Acme) -> Actor {
    let bob = acme.bob();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .expect("grouped");
    acme.ann.tags(&acme.archive, &["x"]).expect("tagged");
    let scopes = [
        all(),
        tag("x"),
        group(&website),
        products(&[&acme.drive]),
        of_type("kdrive"),
        future("kdrive"),
    ];
    for scope in scopes {
        acme.gives("bob", rights(&["kdrive/use"]), scope);
    }
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    let contacts = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    owner.grants_access("acme", contacts).expect("given");
    bob
}

#[test]
fn nothing_leaves_only_what_another_system_manages() {
    let acme = Acme::new();
    let bob = bob_has_all_sorts(&acme);
    let answer = acme
        .ann
        .saves_all_access("acme", "bob", AllAccess::Nothing)
        .expect("saved");
    assert_eq!(answer.removed_grants().len(), 6);
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert!(!bob.may("kdrive/use", &acme.archive));
    assert!(bob.may("contacts/read", &acme.book));
}

#[test]
fn nothing_is_refused_while_a_team_still_gives_something() {
    let acme = Acme::new();
    let bob = acme.bob();
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]));
    let grant = acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let answer = acme.ann.saves_all_access("acme", "bob", AllAccess::Nothing);
    let refusal = refused(answer, why::STILL_GIVEN_BY_OTHER_PATH);
    assert_eq!(subjects(&refusal), [grant.name.as_str()]);
    assert!(
        refusal.message.contains("organizations/acme/teams/writers"),
        "{}",
        refusal.message
    );
    assert!(bob.may("kdrive/use", &acme.archive), "none of it was saved");
    acme.ann
        .removes_from_team("acme", "writers", &["bob"])
        .expect("taken out");
    acme.ann
        .saves_all_access("acme", "bob", AllAccess::Nothing)
        .expect("saved");
}

#[test]
fn everything_says_how_many_products_it_opens_and_reaches_later_ones() {
    let acme = Acme::new();
    let bob = bob_has_all_sorts(&acme);
    let answer = acme
        .ann
        .saves_all_access("acme", "bob", AllAccess::All(every_right()))
        .expect("saved");
    assert_eq!(
        answer.change().outcome.opened_products,
        Some(3),
        "all but the externally managed one"
    );
    assert_eq!(
        answer.removed_grants().len(),
        5,
        "the one on all products says a part of it, and stays"
    );
    let later = acme
        .world
        .operator()
        .creates_product("acme", "later", "ticketing")
        .expect("a product");
    assert!(bob.may("ticketing/refund", &later));
}

#[test]
fn everything_must_be_acknowledged() {
    let acme = Acme::new();
    acme.bob();
    let all = AllAccess::All(every_right());
    let answer = acme.ann.saves_all_access_and("acme", "bob", all, false);
    let refusal = refused(answer, why::ALL_PRODUCTS_NOT_ACKNOWLEDGED);
    assert!(
        refusal.message.contains("opens 3 products today"),
        "{}",
        refusal.message
    );
}

#[test]
fn listed_products_and_groups_replace_the_rest() {
    let acme = Acme::new();
    let bob = bob_has_all_sorts(&acme);
    let usage = kinds(&[RightKind::Usage]);
    let listed = AllAccess::Listed {
        products: vec![(product(&acme.site), rights(&["domain/dns"]))],
        groups: vec![(group_id("organizations/acme/productGroups/website"), usage)],
    };
    acme.ann
        .saves_all_access("acme", "bob", listed)
        .expect("saved");
    assert!(bob.may("domain/dns", &acme.site));
    assert!(bob.may("kdrive/use", &acme.drive));
    assert!(!bob.may("kdrive/use", &acme.archive));
}

#[test]
fn a_tag_replaces_the_rest_and_is_live() {
    let acme = Acme::new();
    let bob = bob_has_all_sorts(&acme);
    let tagged = AllAccess::Tag(tag_id("smith"), every_right());
    acme.ann
        .saves_all_access("acme", "bob", tagged)
        .expect("saved");
    assert!(!bob.may("kdrive/use", &acme.drive));
    acme.ann.tags(&acme.site, &["smith"]).expect("tagged");
    assert!(bob.may("domain/manage", &acme.site));
}

#[test]
fn a_choice_that_contains_what_the_team_gives_is_saved() {
    let acme = Acme::new();
    let bob = acme.bob();
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let everything = listed(&[(&acme.drive, every_right())]);
    acme.ann
        .saves_all_access("acme", "bob", everything)
        .expect("saved");
    assert!(bob.may("kdrive/manage", &acme.drive));
}

#[test]
fn the_upper_roles_have_no_access_of_their_own_to_save() {
    let acme = Acme::new();
    acme.una();
    let answer = acme.ann.saves_all_access("acme", "una", AllAccess::Nothing);
    refused(answer, why::UPPER_ROLE_HOLDS_NO_GRANTS);
}
