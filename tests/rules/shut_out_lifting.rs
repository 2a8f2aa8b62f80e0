//! Rule 12, who may let somebody in again: lifting gives what stands behind it.

use grantor::v1;
use v1::{Area, InvitationState, Role};

use super::agency::Agency;
use crate::harness::{administrator, collaborator, external, full, refused, why};

/// An invitation of pia, which lifts that she is shut out or does not.
fn to_pia(lift_shut_out: bool) -> v1::Invitation {
    v1::Invitation {
        email: "pia@example.com".into(),
        lift_shut_out,
        ..external()
    }
}

/// Pia is shut out of acme, whose partner the agency is with this access.
async fn pia_is_out(access: v1::partnership::Access) -> Agency {
    let agency = Agency::new().await;
    agency.begun(access).await;
    agency.acme.ann.shuts_out("acme", "pia").await.expect("out");
    agency
}

async fn state(agency: &Agency, invitation: &v1::Invitation) -> InvitationState {
    let seen = agency.acme.ann.sees_invitation(&invitation.name).await;
    seen.expect("the invitation").state()
}

#[tokio::test]
async fn attack_a2_an_invitation_that_lifts_nothing_stays_open_until_it_is_lifted() {
    let agency = pia_is_out(full(false)).await;
    let (ann, pia) = (&agency.acme.ann, &agency.pia);
    let open = ann.invites("acme", to_pia(false)).await.expect("invited");
    assert!(!open.lift_shut_out);
    refused(pia.accepts(&open.name).await, why::SHUT_OUT);
    let token = agency.acme.world.mailed_token("pia@example.com").await;
    let service = agency.acme.world.operator();
    let by_link = service.accepts_by_link(&token, None).await;
    refused(by_link, why::SHUT_OUT);
    assert_eq!(state(&agency, &open).await, InvitationState::Open);
    assert!(!pia.may("manage", &agency.acme.drive).await);
    ann.lifts("acme", "pia").await.expect("lifted");
    let member = pia.accepts(&open.name).await.expect("accepted").member;
    assert_eq!(member.expect("the member").role(), Role::Partner);
    assert!(pia.may("manage", &agency.acme.drive).await);
}

#[tokio::test]
async fn attack_a2_who_is_shut_out_answers_for_nobody_else_by_a_link() {
    let agency = pia_is_out(full(false)).await;
    let acme = &agency.acme;
    let invitation = v1::Invitation {
        email: "new@x.example".into(),
        ..collaborator()
    };
    acme.ann.invites("acme", invitation).await.expect("invited");
    let token = acme.world.mailed_token("new@x.example").await;
    let new_user = || {
        Some(v1::NewUser {
            user_id: "nil".into(),
            given_name: "Nil".into(),
            ..Default::default()
        })
    };
    let answer = agency.pia.accepts_by_link(&token, new_user()).await;
    refused(answer, why::SHUT_OUT);
    let service = acme.world.operator();
    let answer = service.accepts_by_link(&token, new_user()).await;
    answer.expect("by the link alone");
}

#[tokio::test]
async fn attack_a2_an_inviter_who_may_lift_does_so_in_the_invitation() {
    let agency = pia_is_out(full(false)).await;
    let acme = &agency.acme;
    let (una, ada) = (acme.una().await, acme.ada().await);
    let open = una.invites("acme", to_pia(true)).await.expect("invited");
    assert!(open.lift_shut_out);
    refused(
        agency.pia.accepts(&open.name).await,
        why::SENDER_MAY_NO_LONGER,
    );
    assert_eq!(state(&agency, &open).await, InvitationState::Open);
    ada.resends(&open.name).await.expect("sent by who may");
    agency.pia.accepts(&open.name).await.expect("accepted");
    assert!(agency.pia.may("manage", &acme.drive).await);
    refused(acme.ann.sees_shut_out("acme", "pia").await, why::NOT_FOUND);
}

#[tokio::test]
async fn attack_a2_no_colleague_lifts_in_an_invitation_through_the_partnership() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel).await;
    agency.begun_full().await;
    acme.ann.shuts_out("acme", "pia").await.expect("out");
    let invited = mel.invites("acme", to_pia(true)).await;
    refused(invited, why::PARTNER_MAY_NOT);
    acme.ann
        .sees_shut_out("acme", "pia")
        .await
        .expect("as before");
}

#[tokio::test]
async fn attack_a2_lifting_takes_the_whole_mandate_and_the_wallet() {
    let agency = pia_is_out(full(true)).await;
    let acme = &agency.acme;
    let una = acme.una().await;
    let tim = acme.tim().await;
    let max = administrator(&[Area::UserRights, Area::Technical]);
    let max = acme.member("max", max).await;
    let ada = acme.ada().await;
    for (who, lacks) in [
        (&una, "manage_products"),
        (&tim, "use_wallet"),
        (&max, "use_wallet"),
    ] {
        let refusal = refused(who.lifts("acme", "pia").await, why::GIVES_MORE_THAN_HELD);
        assert_eq!(refusal.metadata["right"], lacks, "{}", refusal.message);
    }
    ada.lifts("acme", "pia").await.expect("she has all of it");
    assert!(agency.pia.may("use_wallet", "organizations/acme").await);
}

#[tokio::test]
async fn attack_a2_nobody_lets_themselves_in() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let una = acme.una().await;
    acme.ann
        .deactivates_member("acme", "una")
        .await
        .expect("out");
    refused(una.reactivates_member("acme", "una").await, why::NOT_FOUND);
    let ticket = crate::harness::reactivation("acme", "una");
    refused(una.opens("acme", ticket).await, why::NOT_FOUND);
    una.leaves("acme").await.expect("gone");
    refused(una.lifts("acme", "una").await, why::NOT_FOUND);
    // Registering again is another person; the same one is taken.
    let again = acme.world.operator().registers("una").await;
    assert!(again.is_err(), "{again:?}");
    refused(una.sees_member("acme", "ann").await, why::NOT_FOUND);
    let open = v1::Invitation {
        email: "una@example.com".into(),
        ..collaborator()
    };
    let open = acme.ann.invites("acme", open).await.expect("invited");
    refused(una.accepts(&open.name).await, why::SHUT_OUT);
}

#[tokio::test]
async fn attack_a2_the_operators_appointing_lifts_it_and_the_mails_say_so() {
    let agency = pia_is_out(full(false)).await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let operator = acme.world.operator();
    operator.appoints("acme", "pia").await.expect("appointed");
    assert!(pia.may("manage_partners", "organizations/acme").await);
    refused(acme.ann.sees_shut_out("acme", "pia").await, why::NOT_FOUND);
    for to in ["ann@example.com", "pia@example.com"] {
        let said = "the appointment lifts that";
        acme.world.mailed_saying(to, said).await;
    }
    acme.bob().await;
    operator.appoints("acme", "bob").await.expect("appointed");
    let mail = acme
        .world
        .mailed("bob@example.com", "A legal representative was appointed")
        .await;
    assert!(!mail.contains("lifts"), "{mail}");
}
