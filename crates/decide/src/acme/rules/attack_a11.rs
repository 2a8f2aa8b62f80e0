//! Nobody works requests of an organization in which they act, and no operator appoints themselves.

use domain::Operator;

use super::super::actor::{Actor, refused};
use super::super::partners::assignment;
use super::super::requests::deactivation;
use super::super::why;
use super::agency::{Agency, staff};

/// The organization asks for bob's deactivation.
fn asked(agency: &Agency) -> String {
    let acme = &agency.acme;
    acme.bob();
    let change = deactivation("acme", "bob", "gone");
    acme.ann.opens("acme", change).expect("opened").name
}

fn operates(agency: &Agency, who: &Actor) {
    let id = who.id().clone();
    agency.acme.world.names_operator(Operator::User(id));
}

#[test]
fn attack_a11_an_operator_who_is_the_partners_staff_works_no_request() {
    let agency = Agency::new();
    let pam = agency.colleague("pam", staff());
    operates(&agency, &pam);
    let name = asked(&agency);
    agency.begun_full();
    refused(pam.starts(&name), why::OWN_CHANGE_REQUEST);
    refused(pam.applies(&name), why::OWN_CHANGE_REQUEST);
    refused(pam.rejects(&name, "no"), why::OWN_CHANGE_REQUEST);
}

#[test]
fn attack_a11_nor_one_who_exercises_a_limited_mandate_by_assignment() {
    let agency = Agency::new();
    operates(&agency, &agency.cleo);
    let name = asked(&agency);
    agency.begun(agency.drive_only());
    let cleo = "organizations/agency/members/cleo";
    let assigned = assignment("acme", cleo, &["view"]);
    let assigned = agency.pia.assigns("agency", assigned);
    assigned.expect("assigned");
    refused(agency.cleo.applies(&name), why::OWN_CHANGE_REQUEST);
}

#[test]
fn attack_a11_no_operator_appoints_themselves() {
    let agency = Agency::new();
    operates(&agency, &agency.cleo);
    let answer = agency.cleo.appoints("acme", "cleo");
    refused(answer, why::OWN_CHANGE_REQUEST);
    let other = agency.cleo.appoints("acme", "pia");
    other.expect("somebody else");
}
