//! Rule 1, nobody gives what they do not hold: the ways around it through members, roles and invitations.

use super::super::actor::refused;
use super::super::make::{lasting, products, rights, tag_id, to_member};
use super::super::members::{listed, own};
use super::super::{Acme, why};
use crate::use_cases::member::AllAccess;

#[test]
fn saving_all_access_gives_only_what_is_held() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    let named = listed(&[(&acme.archive, rights(&["kdrive/use"]))]);
    let tagged = AllAccess::Tag(tag_id("x"), rights(&["kdrive/use"]));
    for beyond in [AllAccess::All(rights(&["kdrive/use"])), named, tagged] {
        refused(
            tim.saves_all_access("acme", "bob", beyond),
            why::GIVES_MORE_THAN_HELD,
        );
    }
    assert!(!bob.may("kdrive/use", &acme.archive));
}

#[test]
fn a_save_that_keeps_what_is_there_is_no_gift() {
    let acme = Acme::new();
    let (una, bob) = (acme.una(), acme.bob());
    acme.gives(
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive, &acme.archive]),
    );
    let less = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    una.saves_access("acme", "bob", "kdrive", less)
        .expect("saved");
    assert!(bob.may("kdrive/use", &acme.drive));
    assert!(!bob.may("kdrive/use", &acme.archive));
}

#[test]
fn a_save_does_not_make_a_grant_last_longer() {
    let acme = Acme::new();
    let (una, bob) = (acme.una(), acme.bob());
    let until = lasting(
        to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        ),
        None,
        Some(acme.world.later(3600)),
    );
    acme.ann.grants_access("acme", until).expect("given");
    let same = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    una.saves_access("acme", "bob", "kdrive", same)
        .expect("saved");
    acme.world.passes(std::time::Duration::from_secs(3600));
    assert!(!bob.may("kdrive/use", &acme.drive));
}

#[test]
fn full_access_is_given_only_by_who_holds_everything() {
    let acme = Acme::new();
    let (una, tim, ada, bob) = (acme.una(), acme.tim(), acme.ada(), acme.bob());
    refused(
        una.grants_full_access("acme", "bob"),
        why::GIVES_MORE_THAN_HELD,
    );
    refused(
        tim.grants_full_access("acme", "bob"),
        why::GIVES_MORE_THAN_HELD,
    );
    refused(ada.grants_full_access("acme", "ada"), why::RAISES_SELF);
    ada.grants_full_access("acme", "bob").expect("given");
    assert!(bob.may("domain/dns", &acme.site));
}

#[test]
fn a_batch_hides_no_gift() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    let within = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let beyond = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let refusal = refused(
        tim.grants_at_once("acme", vec![within.clone(), beyond, within]),
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(
        refusal.message.starts_with("requests[1]: "),
        "{}",
        refusal.message
    );
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert!(acme.world.grants("acme").is_empty());
}

#[test]
fn waking_a_member_gives_what_sleeps_with_them() {
    let acme = Acme::new();
    let (una, tim, bob) = (acme.una(), acme.tim(), acme.bob());
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .deactivates_member("acme", "bob")
        .expect("deactivated");
    refused(
        una.reactivates_member("acme", "bob"),
        why::GIVES_MORE_THAN_HELD,
    );
    tim.reactivates_member("acme", "bob").expect("reactivated");
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn waking_a_member_gives_what_their_teams_hold() {
    let acme = Acme::new();
    let (tim, _) = (acme.tim(), acme.bob());
    acme.team(
        "readers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    acme.ann
        .adds_to_team("acme", "readers", &["bob"])
        .expect("in the team");
    tim.deactivates_member("acme", "bob").expect("deactivated");
    refused(
        tim.reactivates_member("acme", "bob"),
        why::GIVES_MORE_THAN_HELD,
    );
}
