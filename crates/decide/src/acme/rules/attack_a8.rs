//! The catalog's flags count a partner's staff, who hold what a mandate gives.

use domain::{Reason, RightId, RightKind};

use super::super::actor::{Answer, Done, refused};
use super::super::catalog;
use super::super::partners::{assignment, product_rights};
use super::agency::Agency;
use crate::use_cases::catalog::{ApplyCatalog, DeclaredType};
use crate::use_cases::client_assignment::CreateClientAssignment;

/// The catalog with `kdrive/manage` implying `kdrive/statistics`, or without `kdrive/manage`.
fn changed(implies: bool) -> DeclaredType {
    let mut types = catalog::types().into_iter();
    let mut kdrive = types.next().expect("kdrive");
    if implies {
        kdrive.rights[1].implies = vec![RightId::parse("statistics").expect("an id")];
    } else {
        kdrive.rights.remove(1);
    }
    kdrive
}

fn applies(
    agency: &Agency,
    kdrive: DeclaredType,
    (allow_gain, allow_loss): (bool, bool),
) -> Answer<Done> {
    let command = ApplyCatalog {
        types: vec![kdrive],
        allow_gain,
        allow_loss,
    };
    let operator = agency.acme.world.operator();
    operator.does("ApplyCatalog", &command)
}

fn with_mandate() -> Agency {
    let agency = Agency::new();
    agency.begun(agency.drive_only());
    agency
}

const GIVES: Reason = Reason::CatalogGivesRights;
const TAKES: Reason = Reason::CatalogTakesRights;

#[test]
fn attack_a8_an_implication_gives_staff_nothing_without_the_flag() {
    let agency = with_mandate();
    refused(applies(&agency, changed(true), (false, false)), GIVES);
    assert!(!agency.pia.may("statistics", &agency.acme.drive));
    let applied = applies(&agency, changed(true), (true, false));
    let applied = applied.expect("applied");
    let reached = applied.change().outcome.reached.expect("whom it reaches");
    assert_eq!(reached[0], 1, "pia");
    assert!(agency.pia.may("statistics", &agency.acme.drive));
}

#[test]
fn attack_a8_a_removed_right_takes_from_staff_and_says_so() {
    let agency = with_mandate();
    refused(applies(&agency, changed(false), (false, false)), TAKES);
    assert!(agency.pia.may("manage", &agency.acme.drive));
}

#[test]
fn attack_a8_a_kind_that_changes_counts_who_an_assignment_leaves_it_to() {
    let agency = with_mandate();
    let to_cleo = assignment("acme", "organizations/agency/members/cleo", &["view"]);
    let assigned = CreateClientAssignment {
        product_rights: product_rights(&[RightKind::Management]),
        ..to_cleo
    };
    let assigned = agency.pia.assigns("agency", assigned);
    assigned.expect("assigned");
    assert!(agency.cleo.may("manage", &agency.acme.drive));
    let mut kdrive = changed(true);
    kdrive.rights[1].implies.clear();
    kdrive.rights[1].kind = RightKind::Detailed;
    refused(applies(&agency, kdrive, (false, false)), TAKES);
    assert!(agency.cleo.may("manage", &agency.acme.drive));
}
