//! What goes along with something deleted is asked as if it were taken directly, and partners are told.

use super::super::actor::{Actor, refused};
use super::super::make::{administrator, group, of_type, products, rights, technician};
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;

/// tom keeps products, and manages neither users nor partners.
fn tom(acme: &Acme) -> Actor {
    acme.member("tom", administrator(&[Area::Technical]))
}

#[test]
fn attack_a7_a_groups_deleter_takes_no_other_administrators_area_along() {
    let acme = Acme::new();
    let site = acme.ann.creates_group("acme", "site").expect("group");
    let added = acme.ann.adds_to_group(&site, &[&acme.drive]);
    added.expect("in the group");
    let tim = acme.technician("tim", group(&site));
    let tom = tom(&acme);
    refused(tom.deletes_group(&site), why::RIGHT_MISSING);
    let ulf = acme.member("ulf", technician(of_type("kdrive"), &[Area::UserRights]));
    // He manages users, and lacks an area that tim has.
    refused(ulf.deletes_group(&site), why::ADMINISTRATOR_ABOVE);
    assert!(tim.may("use", &acme.drive));
    acme.ann.deletes_group(&site).expect("deleted");
    assert!(!tim.may("use", &acme.drive));
}

#[test]
fn attack_a7_a_groups_deleter_takes_no_members_grant_along() {
    let acme = Acme::new();
    let (tom, bob) = (tom(&acme), acme.bob());
    let site = tom.creates_group("acme", "site").expect("a group");
    let added = tom.adds_to_group(&site, &[&acme.drive]);
    added.expect("in the group");
    acme.gives("bob", rights(&["kdrive/use"]), group(&site));
    refused(tom.deletes_group(&site), why::RIGHT_MISSING);
    assert!(bob.may("use", &acme.drive));
    // A group through which nobody has anything is only a group.
    let empty = tom.creates_group("acme", "empty").expect("a group");
    tom.deletes_group(&empty).expect("deleted");
}

#[test]
fn attack_a7_an_employee_is_still_removed_by_who_manages_users_alone() {
    let acme = Acme::new();
    let (una, _) = (acme.una(), acme.bob());
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    una.removes_member("acme", "bob").expect("removed");
}
