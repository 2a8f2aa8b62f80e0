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
