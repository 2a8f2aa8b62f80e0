//! Rule 12 is asked of who opens a change request too.

use grantor::v1;
use v1::{Area, ChangeRequestState};

use super::agency::Agency;
use crate::harness::{administrator, creation, full, reactivation, refused, why};

#[tokio::test]
async fn attack_a2_no_colleague_asks_for_it_through_the_partnership() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.external(&agency.pia).await;
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel).await;
    let una = acme.una().await;
    agency.begun_full().await;
    let stopped = acme.ann.deactivates_member("acme", "pia").await;
    stopped.expect("deactivated");
    let asked = || reactivation("acme", "pia");
    refused(mel.opens("acme", asked()).await, why::PARTNER_MAY_NOT);
    refused(una.opens("acme", asked()).await, why::GIVES_MORE_THAN_HELD);
    let ticket = acme.ann.opens("acme", asked()).await.expect("opened");
    let applied = acme.world.operator().applies(&ticket.name).await;
    applied.expect("applied");
    assert!(agency.pia.may("manage", &acme.drive).await);
}

#[tokio::test]
async fn attack_a2_a_request_that_makes_them_a_member_stays_open_until_it_is_lifted() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let una = acme.una().await;
    agency.begun(full(false)).await;
    acme.ann.shuts_out("acme", "pia").await.expect("out");
    let operator = acme.world.operator();
    let ticket = acme.ann.asks_for_user("acme", creation("pia")).await;
    let ticket = ticket.expect("opened");
    refused(operator.applies(&ticket.name).await, why::SHUT_OUT);
    let seen = acme.ann.sees_request(&ticket.name).await.expect("it");
    assert_eq!(seen.state(), ChangeRequestState::Open);
    let lifting = || v1::UserCreation {
        lift_shut_out: true,
        ..creation("pia")
    };
    let by_una = una.asks_for_user("acme", lifting()).await.expect("opened");
    refused(
        operator.applies(&by_una.name).await,
        why::REQUESTER_MAY_NO_LONGER,
    );
    let by_ann = acme.ann.asks_for_user("acme", lifting()).await;
    let by_ann = by_ann.expect("opened");
    let Some(v1::change_request::Change::CreateUser(kept)) = &by_ann.change else {
        panic!("{by_ann:?}")
    };
    assert!(kept.lift_shut_out);
    operator.applies(&by_ann.name).await.expect("applied");
    assert!(!pia.may("view", "organizations/acme").await);
    let open = v1::ListInvitationsRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    };
    let open = acme.ann.invitations().list_invitations(open).await;
    let open = open.expect("them").into_inner().invitations;
    let open = open.iter().find(|open| open.email == "pia@example.com");
    pia.accepts(&open.expect("hers").name)
        .await
        .expect("accepted");
    assert!(pia.may("view", "organizations/acme").await);
}
