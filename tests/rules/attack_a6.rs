//! What is lent ends also for who was one of the partner's people for a moment only: timing is no way to keep it.

use grantor::v1;
use v1::Role;

use super::agency::Agency;
use crate::harness::{collaborator, kdrive_use, products, refused, rights, to_member, why};

#[tokio::test]
async fn attack_a6_staff_give_a_past_colleague_nothing_and_the_client_may() {
    let agency = Agency::new().await;
    let (acme, pia, cleo) = (&agency.acme, &agency.pia, &agency.cleo);
    agency.external(cleo).await;
    let name = agency.begun_full().await;
    let left = pia.changes_role("agency", "cleo", Role::External).await;
    left.expect("one of the people no more");
    let gift = || {
        to_member(
            "acme",
            "cleo",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    refused(
        pia.grants_access("acme", gift()).await,
        why::PARTNER_MAY_NOT,
    );
    pia.creates_team("acme", "web").await.expect("a team");
    refused(
        pia.adds_to_team("acme", "web", &["cleo"]).await,
        why::PARTNER_MAY_NOT,
    );
    // The client gives it to an external who is a member of the partner still: it is bound, and counts nothing now.
    let given = acme.ann.grants_access("acme", gift()).await;
    given.expect("given by the client");
    assert!(!cleo.may("use", &acme.drive).await);
    let back = pia.changes_role("agency", "cleo", Role::Collaborator).await;
    back.expect("one of the people again");
    assert!(cleo.may("use", &acme.drive).await);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a6_a_request_of_staff_brings_a_past_colleague_nothing() {
    let agency = Agency::new().await;
    let (acme, pia, cleo) = (&agency.acme, &agency.pia, &agency.cleo);
    acme.world
        .joins("acme", &acme.ann, cleo, collaborator())
        .await;
    agency.begun_full().await;
    let left = pia.changes_role("agency", "cleo", Role::External).await;
    left.expect("one of the people no more");
    let change = v1::MemberChange {
        add_grants: vec![kdrive_use(&acme.drive)],
        ..Default::default()
    };
    let asked = pia
        .asks_to_change("acme", "cleo", change)
        .await
        .expect("opened");
    let operator = acme.world.operator();
    refused(operator.applies(&asked.name).await, why::PARTNER_MAY_NOT);
    assert!(!cleo.may("use", &acme.drive).await);
}
