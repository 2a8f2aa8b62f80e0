//! Nobody works requests of an organization in which they act, and no operator appoints themselves.

use domain::Operator;

use super::agency::{Agency, staff};
use crate::harness::{Actor, deactivation, refused, why};

/// The organization asks for bob's deactivation.
async fn asked(agency: &Agency) -> String {
    let acme = &agency.acme;
    acme.bob().await;
    let change = deactivation("acme", "bob", "gone");
    acme.ann.opens("acme", change).await.expect("opened").name
}

async fn operates(agency: &Agency, who: &Actor) {
    let id = domain::UserId::parse(who.id()).expect("an id");
    agency.acme.world.names_operator(Operator::User(id)).await;
}

#[tokio::test]
async fn attack_a11_an_operator_who_is_the_partners_staff_works_no_request() {
    let agency = Agency::new().await;
    let pam = agency.colleague("pam", staff()).await;
    operates(&agency, &pam).await;
    let name = asked(&agency).await;
    agency.begun_full().await;
    refused(pam.starts(&name).await, why::OWN_CHANGE_REQUEST);
    refused(pam.applies(&name).await, why::OWN_CHANGE_REQUEST);
    refused(pam.rejects(&name, "no").await, why::OWN_CHANGE_REQUEST);
}

#[tokio::test]
async fn attack_a11_nor_one_who_exercises_a_limited_mandate_by_assignment() {
    let agency = Agency::new().await;
    operates(&agency, &agency.cleo).await;
    let name = asked(&agency).await;
    agency.begun(agency.drive_only()).await;
    let cleo = "organizations/agency/members/cleo";
    let assigned = crate::harness::assignment("acme", cleo, &["view"]);
    let assigned = agency.pia.assigns("agency", assigned).await;
    assigned.expect("assigned");
    refused(agency.cleo.applies(&name).await, why::OWN_CHANGE_REQUEST);
}

#[tokio::test]
async fn attack_a11_no_operator_appoints_themselves() {
    let agency = Agency::new().await;
    operates(&agency, &agency.cleo).await;
    let answer = agency.cleo.appoints("acme", "cleo").await;
    refused(answer, why::OWN_CHANGE_REQUEST);
    let other = agency.cleo.appoints("acme", "pia").await;
    other.expect("somebody else");
}
