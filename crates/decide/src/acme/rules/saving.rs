//! Rule 11, saving a member's access by type.

use domain::{Grant, Note, Reason, Refusal, RightKind};

use super::super::actor::{Made, refused, subjects};
use super::super::make::{
    all, future, group, kinds, lasting, of_type, products, rights, tag, to_member, user,
};
use super::super::members::{own, own_and_future};
use super::super::{Acme, why};
use crate::use_cases::grant::NewGrant;
use crate::use_cases::member::access_etag;

const STILL_GIVEN: Reason = why::STILL_GIVEN_BY_OTHER_PATH;

#[test]
fn it_replaces_what_is_on_products_the_type_and_its_future() {
    let acme = Acme::new();
    let bob = acme.bob();
    let mut old = Vec::new();
    for scope in [
        products(&[&acme.drive]),
        of_type("kdrive"),
        future("kdrive"),
    ] {
        old.push(acme.gives("bob", rights(&["kdrive/manage"]), scope).name);
    }
    let save = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
    let answer = acme
        .ann
        .saves_access("acme", "bob", "kdrive", save)
        .expect("saved");
    let mut removed: Vec<_> = answer
        .removed_grants()
        .into_iter()
        .map(|grant| grant.name)
        .collect();
    old.sort();
    removed.sort();
    assert_eq!(removed, old);
    assert!(bob.may("kdrive/use", &acme.archive));
    assert!(!bob.may("kdrive/manage", &acme.drive));
    let later = acme
        .world
        .operator()
        .creates_product("acme", "later", "kdrive")
        .expect("a product");
    assert!(!bob.may("kdrive/manage", &later));
}

#[test]
fn other_types_are_untouched_also_in_one_grant_on_both() {
    let acme = Acme::new();
    let bob = acme.bob();
    let both = rights(&["kdrive/use", "domain/dns"]);
    let grant = acme.gives("bob", both, products(&[&acme.drive, &acme.site]));
    acme.ann
        .saves_no_access("acme", "bob", "kdrive")
        .expect("saved");
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert!(bob.may("domain/dns", &acme.site));
    let left = acme.world.grants("acme");
    assert_eq!(
        left.iter().map(|left| &left.name).collect::<Vec<_>>(),
        [&grant.name]
    );
}

#[test]
fn what_it_leaves_as_it_is_keeps_name_times_and_note() {
    let acme = Acme::new();
    acme.bob();
    let noted = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let noted = NewGrant {
        note: Some(Note::parse("For the audit.").expect("a note")),
        ..lasting(noted, None, Some(acme.world.later(3600)))
    };
    let before = acme.ann.grants_access("acme", noted).expect("given");
    let save = own_and_future(
        &[(&acme.drive, rights(&["kdrive/use"]))],
        rights(&["kdrive/use"]),
    );
    let answer = acme
        .ann
        .saves_access("acme", "bob", "kdrive", save)
        .expect("saved");
    assert!(answer.removed_grants().is_empty());
    let grants = acme.world.grants("acme");
    let after = grants
        .into_iter()
        .find(|grant| grant.name == before.name)
        .expect("it stays");
    assert!(after.note.is_some());
    assert_eq!((after.period, &after.note), (before.period, &before.note));
}

/// Bob has kdrive/use on the drive by a wider path; ann's save leaves it out and names the path.
fn names_the_path(refusal: &Refusal, grant: &Made<Grant>) {
    assert_eq!(subjects(refusal), [grant.name.as_str()]);
    assert!(refusal.message.contains(&grant.name), "{}", refusal.message);
    assert!(
        refusal.message.contains("kdrive/use on products/drive"),
        "{}",
        refusal.message
    );
}

#[test]
fn a_save_that_leaves_out_what_all_a_tag_or_a_group_still_gives_names_the_path() {
    let acme = Acme::new();
    acme.bob();
    acme.ann.tags(&acme.drive, &["x"]).expect("tagged");
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .expect("grouped");
    for wider in [all(), tag("x"), group(&website)] {
        let grant = acme.gives("bob", rights(&["kdrive/use"]), wider);
        let save = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
        names_the_path(
            &refused(
                acme.ann.saves_access("acme", "bob", "kdrive", save),
                STILL_GIVEN,
            ),
            &grant,
        );
        let none = acme.ann.saves_no_access("acme", "bob", "kdrive");
        names_the_path(&refused(none, STILL_GIVEN), &grant);
        acme.ann.deletes_grant(&grant.name).expect("taken away");
    }
    assert!(acme.world.grants("acme").is_empty(), "none of it was saved");
}

#[test]
fn a_save_that_leaves_out_what_a_team_still_gives_names_the_team() {
    let acme = Acme::new();
    acme.bob();
    let grant = acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let refusal = refused(
        acme.ann.saves_no_access("acme", "bob", "kdrive"),
        STILL_GIVEN,
    );
    names_the_path(&refusal, &grant);
    assert!(
        refusal.message.contains("organizations/acme/teams/writers"),
        "{}",
        refusal.message
    );
}

#[test]
fn every_path_that_still_gives_is_named() {
    let acme = Acme::new();
    acme.bob();
    let one = acme.gives("bob", rights(&["kdrive/use"]), all());
    let team = acme.team(
        "writers",
        rights(&["kdrive/manage"]),
        products(&[&acme.drive]),
    );
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let refusal = refused(
        acme.ann.saves_no_access("acme", "bob", "kdrive"),
        STILL_GIVEN,
    );
    let mut expected = [one.name.as_str(), team.name.as_str()];
    expected.sort();
    assert_eq!(subjects(&refusal), expected);
}

#[test]
fn a_save_that_keeps_what_the_other_path_gives_is_saved() {
    let acme = Acme::new();
    let bob = acme.bob();
    acme.ann.tags(&acme.drive, &["x"]).expect("tagged");
    acme.gives("bob", rights(&["kdrive/use"]), tag("x"));
    let save = own(&[(
        &acme.drive,
        kinds(&[RightKind::Usage, RightKind::Management]),
    )]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", save)
        .expect("saved");
    assert!(bob.may("kdrive/manage", &acme.drive));
}

#[test]
fn a_path_that_reaches_only_other_types_or_is_over_does_not_count() {
    let acme = Acme::new();
    let bob = acme.bob();
    acme.gives("bob", rights(&["domain/dns"]), all());
    let over = lasting(
        to_member("acme", "bob", rights(&["kdrive/use"]), all()),
        None,
        Some(acme.world.later(60)),
    );
    acme.ann.grants_access("acme", over).expect("given");
    acme.world.passes(std::time::Duration::from_secs(60));
    acme.ann
        .saves_no_access("acme", "bob", "kdrive")
        .expect("saved");
    assert!(bob.may("domain/dns", &acme.site));
}

#[test]
fn future_products_that_all_still_gives_are_named_too() {
    let acme = Acme::new();
    acme.bob();
    let grant = acme.gives("bob", rights(&["ticketing/scan"]), all());
    let refusal = refused(
        acme.ann.saves_no_access("acme", "bob", "ticketing"),
        STILL_GIVEN,
    );
    assert_eq!(subjects(&refusal), [grant.name.as_str()]);
    assert!(
        refusal
            .message
            .contains("ticketing/scan on products made later"),
        "{}",
        refusal.message
    );
}

#[test]
fn a_save_that_another_save_overtook_changes_nothing() {
    let acme = Acme::new();
    let bob = acme.bob();
    let here = acme.world.view("acme").organization;
    let seen = access_etag(&here, &user("bob"));
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let answer = acme
        .ann
        .saves_access_seen("acme", "bob", "kdrive", None, Some(seen));
    refused(answer, why::ETAG_MISMATCH);
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn an_externally_managed_type_is_saved_by_its_owner_alone() {
    let acme = Acme::new();
    let bob = acme.bob();
    let save = own(&[(&acme.book, rights(&["contacts/read"]))]);
    let refusal = refused(
        acme.ann
            .saves_access("acme", "bob", "contacts", save.clone()),
        why::EXTERNALLY_MANAGED,
    );
    assert!(
        refusal.message.contains("Back office"),
        "{}",
        refusal.message
    );
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    owner
        .saves_access("acme", "bob", "contacts", save)
        .expect("saved");
    assert!(bob.may("contacts/read", &acme.book));
}
