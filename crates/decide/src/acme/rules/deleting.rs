//! Rule 10, deleting takes grants along, in the same change; deactivating keeps them, asleep.

use domain::{Grant, RightKind};

use super::super::actor::{Made, refused};
use super::super::make::{
    collaborator, email, group, kinds, of_type, offered, products, rights, team, technician, to,
    to_member,
};
use super::super::{Acme, why};
use crate::use_cases::invitation::CreateInvitation;

fn names(grants: &[Made<Grant>]) -> Vec<&str> {
    let mut names: Vec<_> = grants.iter().map(|grant| grant.name.as_str()).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_product_takes_along_the_grants_that_name_it_alone() {
    let acme = Acme::new();
    let bob = acme.bob();
    let alone = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let both = acme.gives(
        "bob",
        rights(&["kdrive/manage"]),
        products(&[&acme.drive, &acme.archive]),
    );
    acme.gives("bob", rights(&["kdrive/statistics"]), of_type("kdrive"));
    let answer = acme
        .world
        .operator()
        .deletes_product(&acme.drive)
        .expect("deleted");
    assert_eq!(names(&answer.removed_grants()), [alone.name.as_str()]);
    let left = acme.world.grants("acme");
    assert_eq!(left.len(), 2);
    let both = left
        .iter()
        .find(|grant| grant.name == both.name)
        .expect("it stays");
    assert_eq!(both.scope, products(&[&acme.archive]));
    assert!(bob.may("kdrive/manage", &acme.archive));
    assert!(!bob.may("kdrive/use", &acme.drive));
}

#[test]
fn an_externally_managed_product_takes_its_owners_grants_along() {
    let acme = Acme::new();
    acme.bob();
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    let grant = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let grant = owner.grants_access("acme", grant).expect("given");
    let answer = acme
        .world
        .operator()
        .deletes_product(&acme.book)
        .expect("deleted");
    assert_eq!(names(&answer.removed_grants()), [grant.name.as_str()]);
    refused(owner.deletes_grant(&grant.name), why::NOT_FOUND);
}

#[test]
fn a_team_takes_its_grants_along_and_its_members_stay() {
    let acme = Acme::new();
    let bob = acme.bob();
    let grant = acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let answer = acme.ann.deletes_team("acme", "writers").expect("deleted");
    assert_eq!(names(&answer.removed_grants()), [grant.name.as_str()]);
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert!(bob.may("view", "organizations/acme"));
}

#[test]
fn a_group_takes_the_grants_on_it_along_and_its_products_stay() {
    let acme = Acme::new();
    let bob = acme.bob();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .expect("grouped");
    let grant = acme.gives("bob", rights(&["kdrive/use"]), group(&website));
    let answer = acme.ann.deletes_group(&website).expect("deleted");
    assert_eq!(names(&answer.removed_grants()), [grant.name.as_str()]);
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert!(acme.ann.may("kdrive/use", &acme.drive));
}

#[test]
fn a_member_takes_grants_and_team_memberships_along_also_their_owners() {
    let acme = Acme::new();
    let bob = acme.bob();
    let own = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    let contacts = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let contacts = owner.grants_access("acme", contacts).expect("given");
    let answer = acme.ann.removes_member("acme", "bob").expect("removed");
    let mut expected = [own.name.as_str(), contacts.name.as_str()];
    expected.sort_unstable();
    assert_eq!(names(&answer.removed_grants()), expected);
    assert_eq!(answer.removed_teams(), ["organizations/acme/teams/writers"]);
    assert!(acme.world.team_of("acme", "writers").members.is_empty());
    acme.world.joins("acme", &acme.ann, &bob, collaborator());
    assert!(
        !bob.may("kdrive/use", &acme.drive),
        "who comes back starts with nothing"
    );
    assert!(!bob.may("contacts/read", &acme.book));
}

#[test]
fn a_deactivated_members_grants_sleep_and_wake_with_them() {
    let acme = Acme::new();
    let bob = acme.bob();
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .deactivates_member("acme", "bob")
        .expect("deactivated");
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert_eq!(names(&acme.world.grants("acme")), [grant.name.as_str()]);
    acme.ann
        .reactivates_member("acme", "bob")
        .expect("reactivated");
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn an_administrator_whose_only_product_is_deleted_has_none_and_not_all() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .expect("deleted");
    assert!(!tim.may("kdrive/use", &acme.archive));
    assert!(!tim.may("domain/manage", &acme.site));
    let member = acme.world.member_of("acme", "tim").expect("the member");
    let areas = member.role.areas().expect("an administrator");
    assert_eq!(
        areas.technical,
        Some(products(&[])),
        "a narrowed scope stays narrowed"
    );
    acme.bob();
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    refused(tim.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
}

#[test]
fn an_administrator_whose_only_group_is_deleted_has_none_and_not_all() {
    let acme = Acme::new();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .expect("grouped");
    let gil = acme.technician("gil", group(&website));
    assert!(gil.may("kdrive/use", &acme.drive));
    acme.ann.deletes_group(&website).expect("deleted");
    assert!(!gil.may("kdrive/use", &acme.drive));
    assert!(!gil.may("kdrive/use", &acme.archive));
}

#[test]
fn of_several_listed_entries_only_the_deleted_one_goes() {
    let acme = Acme::new();
    let tim = acme.technician("tim", products(&[&acme.drive, &acme.archive]));
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .expect("deleted");
    assert!(tim.may("kdrive/use", &acme.archive));
}

#[test]
fn an_open_invitation_loses_what_is_deleted_and_is_accepted_without_it() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    acme.team(
        "writers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let usage = || kinds(&[RightKind::Usage]);
    let invitation = CreateInvitation {
        email: email("zoe@example.com"),
        grants: vec![
            offered(usage(), products(&[&acme.drive])),
            offered(usage(), products(&[&acme.archive])),
        ],
        teams: vec![team("writers")],
        ..collaborator()
    };
    let open = acme.ann.invites("acme", invitation).expect("invited");
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .expect("deleted");
    acme.ann.deletes_team("acme", "writers").expect("deleted");
    let answer = zoe.accepts(&open.name).expect("accepted");
    assert_eq!(answer.all_saved::<Grant>().len(), 1);
    assert!(zoe.may("kdrive/use", &acme.archive));
}

#[test]
fn an_invited_technician_whose_product_is_deleted_gets_nothing() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let invitation = to("zoe@example.com", technician(products(&[&acme.drive]), &[]));
    let open = acme.ann.invites("acme", invitation).expect("invited");
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .expect("deleted");
    zoe.accepts(&open.name).expect("accepted");
    assert!(!zoe.may("kdrive/use", &acme.archive));
}
