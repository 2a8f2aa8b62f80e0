//! Invitations: nothing before acceptance, and then only what the sender could still give.

use std::time::Duration;

use grantor::v1;
use v1::{Area, InvitationState, Role};

use super::{Acme, at_once};
use crate::harness::{
    Actor, administrator, collaborator, products, refused, rights, technician, why,
};

/// Offers kdrive/use on these products to zoe.
fn offer(scope: v1::Scope) -> v1::Invitation {
    let grant = v1::OfferedGrant {
        scope: Some(scope),
        rights: Some(rights(&["kdrive/use"])),
        ..Default::default()
    };
    to_zoe(v1::Invitation {
        grants: vec![grant],
        ..collaborator()
    })
}

fn to_zoe(invitation: v1::Invitation) -> v1::Invitation {
    v1::Invitation {
        email: "zoe@example.com".into(),
        ..invitation
    }
}

#[tokio::test]
async fn nothing_of_it_holds_before_acceptance_and_all_of_it_after() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    acme.team(
        "writers",
        rights(&["kdrive/manage"]),
        products(&[&acme.drive]),
    )
    .await;
    let teams = vec!["organizations/acme/teams/writers".to_owned()];
    let invitation = v1::Invitation {
        teams,
        ..offer(products(&[&acme.drive]))
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    assert!(!zoe.may("view", "organizations/acme").await);
    assert!(!zoe.may("kdrive/use", &acme.drive).await);
    assert!(
        acme.ann
            .sees_grants("acme")
            .await
            .expect("the grants")
            .iter()
            .all(|grant| !grant.subject.contains("zoe"))
    );
    let answer = zoe.accepts(&open.name).await.expect("accepted");
    assert_eq!(
        answer.invitation.expect("the invitation").state(),
        InvitationState::Accepted
    );
    assert_eq!(
        answer.member.expect("the member").role(),
        Role::Collaborator
    );
    assert!(zoe.may("kdrive/use", &acme.drive).await);
    assert!(zoe.may("kdrive/manage", &acme.drive).await);
}

#[tokio::test]
async fn an_invited_administrator_runs_nothing_before_acceptance() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let open = acme
        .ann
        .invites("acme", to_zoe(administrator(&[Area::UserRights])))
        .await
        .expect("invited");
    refused(zoe.sees_member("acme", "ann").await, why::NOT_FOUND);
    zoe.accepts(&open.name).await.expect("accepted");
    zoe.sees_member("acme", "ann").await.expect("the member");
}

/// Zoe tries to accept what tim sent, and it stays open.
async fn stays_open(acme: &Acme, zoe: &Actor, open: &v1::Invitation) {
    let refusal = refused(zoe.accepts(&open.name).await, why::SENDER_MAY_NO_LONGER);
    assert!(
        refusal.message.contains("stays open"),
        "{}",
        refusal.message
    );
    assert!(!zoe.may("view", "organizations/acme").await);
    let seen = acme
        .ann
        .sees_invitation(&open.name)
        .await
        .expect("the invitation");
    assert_eq!(seen.state(), InvitationState::Open);
}

#[tokio::test]
async fn it_is_not_carried_out_once_the_sender_lost_the_right_on_the_product() {
    let acme = Acme::new().await;
    let (tim, zoe) = (acme.tim().await, acme.world.user("zoe").await);
    let open = tim
        .invites("acme", offer(products(&[&acme.drive])))
        .await
        .expect("invited");
    let narrower = v1::Member {
        technical_scope: Some(products(&[&acme.archive])),
        ..Default::default()
    };
    acme.ann
        .updates_member("acme", "tim", narrower, &["technical_scope"])
        .await
        .expect("changed");
    stays_open(&acme, &zoe, &open).await;
    let again = v1::Member {
        technical_scope: Some(products(&[&acme.drive])),
        ..Default::default()
    };
    acme.ann
        .updates_member("acme", "tim", again, &["technical_scope"])
        .await
        .expect("changed");
    zoe.accepts(&open.name).await.expect("tim may again");
    assert!(zoe.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn it_expires_in_the_second_that_it_says() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let soon = v1::Invitation {
        expire_time: Some(acme.world.later(3600)),
        ..to_zoe(collaborator())
    };
    let open = acme
        .ann
        .invites("acme", soon.clone())
        .await
        .expect("invited");
    acme.world.passes(Duration::from_secs(3600));
    let refusal = refused(zoe.accepts(&open.name).await, why::INVITATION_EXPIRED);
    assert!(
        refusal.message.contains("2026-01-01T01:00:00"),
        "{}",
        refusal.message
    );
    refused(zoe.refuses(&open.name).await, why::INVITATION_EXPIRED);
    refused(
        acme.ann.withdraws(&open.name).await,
        why::INVITATION_EXPIRED,
    );
    let seen = acme
        .ann
        .sees_invitation(&open.name)
        .await
        .expect("the invitation");
    assert_eq!(seen.state(), InvitationState::Expired);
}

#[tokio::test]
async fn one_is_open_per_email_whatever_its_case() {
    let acme = Acme::new().await;
    let first = acme
        .ann
        .invites("acme", to_zoe(collaborator()))
        .await
        .expect("invited");
    let shouted = v1::Invitation {
        email: "ZOE@Example.com".into(),
        ..collaborator()
    };
    let refusal = refused(
        acme.ann.invites("acme", shouted.clone()).await,
        why::INVITATION_OPEN,
    );
    assert!(refusal.message.contains(&first.name), "{}", refusal.message);
    acme.ann.withdraws(&first.name).await.expect("withdrawn");
    acme.ann.invites("acme", shouted).await.expect("invited");
}

#[tokio::test]
async fn of_sixteen_who_invite_the_same_email_at_once_one_does() {
    let acme = Acme::new().await;
    let tries = (0..16).map(|_| {
        let ann = acme.ann.clone();
        async move { ann.invites("acme", to_zoe(collaborator())).await }
    });
    let (sent, rest): (Vec<_>, Vec<_>) = at_once(tries).await.into_iter().partition(Result::is_ok);
    assert_eq!(sent.len(), 1);
    for lost in rest {
        refused(lost, why::INVITATION_OPEN);
    }
}

#[tokio::test]
async fn a_member_is_not_invited_active_or_not() {
    let acme = Acme::new().await;
    acme.bob().await;
    let to_bob = v1::Invitation {
        email: "bob@example.com".into(),
        ..technician(products(&[&acme.drive]), &[])
    };
    refused(
        acme.ann.invites("acme", to_bob.clone()).await,
        why::MEMBER_EXISTS,
    );
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    refused(acme.ann.invites("acme", to_bob).await, why::MEMBER_EXISTS);
}

#[tokio::test]
async fn accepting_never_changes_an_existing_membership() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let other = v1::Invitation {
        email: "second@example.com".into(),
        ..administrator(&[Area::UserRights])
    };
    let other = acme.ann.invites("acme", other).await.expect("invited");
    acme.world
        .joins("acme", &acme.ann, &zoe, collaborator())
        .await;
    // Zoe's email becomes the one that the other invitation went to.
    let user = v1::User {
        email: "second@example.com".into(),
        ..Default::default()
    };
    zoe.updates_user("zoe", user, &["email"])
        .await
        .expect("pending");
    // Such a mail waits a little, in case a newer one comes in its place.
    acme.world.passes(Duration::from_secs(6));
    let token = acme
        .world
        .mailed_with("second@example.com", "Confirm your email address")
        .await;
    zoe.confirms_email(&token).await.expect("confirmed");
    refused(zoe.accepts(&other.name).await, why::MEMBER_EXISTS);
    assert_eq!(
        acme.ann
            .sees_member("acme", "zoe")
            .await
            .expect("the member")
            .role(),
        Role::Collaborator
    );
}
