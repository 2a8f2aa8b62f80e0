//! Rule 1, nobody gives what they do not hold: making grants.

use domain::RightKind;

use super::super::actor::refused;
use super::super::make::{
    administrator, all, collaborator, every_right, external, future, group, kinds, of_type,
    products, rights, tag, to_member,
};
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;

#[test]
fn an_administrator_gives_what_their_technical_scope_covers() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    tim.grants_access("acme", grant).expect("given");
    assert!(bob.may("kdrive/use", &acme.drive));
    assert!(!bob.may("kdrive/manage", &acme.drive));
}

#[test]
fn an_administrator_gives_nothing_outside_their_technical_scope_and_hears_who_could() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let refusal = refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
    assert!(
        refusal
            .message
            .contains("users/tim does not hold kdrive/use"),
        "{}",
        refusal.message
    );
    assert!(
        refusal.message.contains("Who could: users/ann"),
        "{}",
        refusal.message
    );
    assert!(!bob.may("kdrive/use", &acme.archive));
}

#[test]
fn one_product_outside_the_scope_spoils_a_grant_on_several() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive, &acme.archive]),
    );
    refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
    assert!(!bob.may("kdrive/use", &acme.drive));
}

#[test]
fn user_rights_without_technical_gives_no_product_right() {
    let acme = Acme::new();
    let (una, bob) = (acme.una(), acme.bob());
    for given in [
        rights(&["kdrive/use"]),
        kinds(&[RightKind::Usage]),
        every_right(),
    ] {
        let grant = to_member("acme", "bob", given, products(&[&acme.drive]));
        refused(una.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
    }
    assert!(!bob.may("kdrive/use", &acme.drive));
}

#[test]
fn user_rights_without_technical_takes_away() {
    let acme = Acme::new();
    let (una, bob) = (acme.una(), acme.bob());
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    una.deletes_grant(&grant.name).expect("taken away");
    assert!(!bob.may("kdrive/use", &acme.drive));
}

#[test]
fn technical_without_user_rights_gives_nothing_either() {
    let acme = Acme::new();
    let tec = acme.member("tec", administrator(&[Area::Technical]));
    acme.bob();
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let refusal = refused(tec.grants_access("acme", grant), why::RIGHT_MISSING);
    assert!(
        refusal.message.contains("manage_users"),
        "{}",
        refusal.message
    );
}

#[test]
fn who_holds_every_product_of_a_type_one_by_one_does_not_hold_the_type() {
    let acme = Acme::new();
    let tim = acme.technician("tim", products(&[&acme.drive, &acme.archive]));
    acme.bob();
    for wider in [of_type("kdrive"), future("kdrive"), all()] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), wider);
        refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
    }
}

#[test]
fn who_holds_a_type_gives_the_type_its_products_and_its_future_ones() {
    let acme = Acme::new();
    let tim = acme.technician("tim", of_type("kdrive"));
    acme.bob();
    for contained in [
        of_type("kdrive"),
        future("kdrive"),
        products(&[&acme.archive]),
    ] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), contained);
        tim.grants_access("acme", grant).expect("given");
    }
}

#[test]
fn who_holds_a_type_gives_neither_all_products_nor_another_type() {
    let acme = Acme::new();
    let tim = acme.technician("tim", of_type("kdrive"));
    acme.bob();
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), all());
    refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
    let grant = to_member(
        "acme",
        "bob",
        rights(&["domain/dns"]),
        products(&[&acme.site]),
    );
    refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
}

#[test]
fn all_products_come_only_from_who_holds_all_products() {
    let acme = Acme::new();
    let (ada, bob) = (acme.ada(), acme.bob());
    ada.grants_access("acme", to_member("acme", "bob", every_right(), all()))
        .expect("given");
    assert!(bob.may("domain/manage", &acme.site));
}

#[test]
fn who_holds_a_tag_gives_the_tag_and_the_products_that_carry_it() {
    let acme = Acme::new();
    acme.ann.tags(&acme.drive, &["x"]).expect("tagged");
    let tim = acme.technician("tim", tag("x"));
    acme.bob();
    for contained in [tag("x"), products(&[&acme.drive])] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), contained);
        tim.grants_access("acme", grant).expect("given");
    }
}

#[test]
fn who_holds_a_tag_gives_no_other_tag_and_no_product_without_it() {
    let acme = Acme::new();
    acme.ann.tags(&acme.drive, &["x", "y"]).expect("tagged");
    let tim = acme.technician("tim", tag("x"));
    acme.bob();
    for beyond in [tag("y"), products(&[&acme.archive]), of_type("kdrive")] {
        let grant = to_member("acme", "bob", rights(&["kdrive/use"]), beyond);
        refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
    }
}

#[test]
fn who_holds_the_only_tagged_product_does_not_hold_the_tag() {
    let acme = Acme::new();
    acme.ann.tags(&acme.drive, &["x"]).expect("tagged");
    let tim = acme.tim();
    acme.bob();
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), tag("x"));
    refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
}

#[test]
fn who_holds_a_group_gives_it_and_who_holds_its_products_does_not() {
    let acme = Acme::new();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .expect("grouped");
    let gil = acme.technician("gil", group(&website));
    let tim = acme.tim();
    acme.bob();
    let grant = to_member("acme", "bob", rights(&["kdrive/use"]), group(&website));
    refused(
        tim.grants_access("acme", grant.clone()),
        why::GIVES_MORE_THAN_HELD,
    );
    gil.grants_access("acme", grant).expect("given");
}

#[test]
fn nobody_gives_to_themselves() {
    let acme = Acme::new();
    let tim = acme.tim();
    let grant = to_member(
        "acme",
        "tim",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    refused(
        tim.grants_access("acme", grant),
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    let grant = to_member(
        "acme",
        "ann",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        acme.ann.grants_access("acme", grant),
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}

#[test]
fn the_upper_roles_are_given_nothing() {
    let acme = Acme::new();
    acme.una();
    acme.leo();
    for upper in ["una", "leo"] {
        let grant = to_member(
            "acme",
            upper,
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        );
        refused(
            acme.ann.grants_access("acme", grant),
            why::UPPER_ROLE_HOLDS_NO_GRANTS,
        );
    }
}

#[test]
fn holding_a_right_is_not_enough_to_give_it() {
    let acme = Acme::new();
    let bob = acme.bob();
    let eve = acme.member("eve", external());
    acme.gives("bob", every_right(), all());
    acme.gives("eve", every_right(), all());
    acme.member("cleo", collaborator());
    let grant = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(bob.grants_access("acme", grant.clone()), why::RIGHT_MISSING);
    refused(eve.grants_access("acme", grant), why::RIGHT_MISSING);
}

#[test]
fn a_deactivated_administrator_gives_nothing_any_more() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.bob();
    acme.ann
        .deactivates_member("acme", "tim")
        .expect("deactivated");
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(tim.grants_access("acme", grant), why::NOT_FOUND);
}
