//! Sending an invitation again: a new link and a new time, by somebody who may make it now.

use std::time::Duration;

use grantor::v1;
use v1::{Area, InvitationState};

use super::Acme;
use crate::harness::{collaborator, legal_representative, products, refused, rights, why};

const ZOE: &str = "zoe@example.com";
const DAY: Duration = Duration::from_secs(24 * 3600);

fn to_zoe() -> v1::Invitation {
    v1::Invitation {
        email: ZOE.into(),
        ..collaborator()
    }
}

/// The token of the second mail and later ones, once it is there.
async fn newer_token(acme: &Acme, older: &[&String]) -> String {
    loop {
        let token = acme.world.mailed_token(ZOE).await;
        if !older.contains(&&token) {
            return token;
        }
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn the_older_link_is_dead_and_the_newer_one_answers() {
    let acme = Acme::new().await;
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    let older = acme.world.mailed_token(ZOE).await;
    let again = acme.ann.resends(&open.name).await.expect("sent again");
    assert_eq!(again.state(), InvitationState::Open);
    assert_ne!(again.etag, open.etag);
    let newer = newer_token(&acme, &[&older]).await;
    let service = acme.world.operator();
    refused(service.views(&older).await, why::NOT_FOUND);
    refused(service.refuses_by_link(&older).await, why::NOT_FOUND);
    service.refuses_by_link(&newer).await.expect("refused");
}

#[tokio::test]
async fn it_can_be_answered_as_long_as_a_new_one() {
    let acme = Acme::new().await;
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    acme.world.passes(29 * DAY);
    acme.ann.resends(&open.name).await.expect("sent again");
    acme.world.passes(29 * DAY);
    let seen = acme.ann.sees_invitation(&open.name).await.expect("it");
    assert_eq!(seen.state(), InvitationState::Open);
    let request = v1::ResendInvitationRequest {
        name: open.name.clone(),
        expire_time: Some(acme.world.later(3600)),
        ..Default::default()
    };
    let mut invitations = acme.ann.invitations();
    let sooner = invitations
        .resend_invitation(request.clone())
        .await
        .expect("sent again");
    let sooner = sooner.into_inner().invitation.expect("it");
    assert_eq!(sooner.expire_time, request.expire_time);
    acme.world.passes(Duration::from_secs(3600));
    let seen = acme.ann.sees_invitation(&open.name).await.expect("it");
    assert_eq!(seen.state(), InvitationState::Expired);
}

#[tokio::test]
async fn whoever_sends_it_again_is_its_sender_and_needs_what_it_gives() {
    let acme = Acme::new().await;
    let (tim, zoe) = (acme.tim().await, acme.world.user("zoe").await);
    let grant = v1::OfferedGrant {
        scope: Some(products(&[&acme.archive])),
        rights: Some(rights(&["kdrive/use"])),
        ..Default::default()
    };
    let invitation = v1::Invitation {
        grants: vec![grant],
        ..to_zoe()
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    refused(tim.resends(&open.name).await, why::GIVES_MORE_THAN_HELD);
    let upper = v1::Invitation {
        email: "upper@example.com".into(),
        ..legal_representative()
    };
    let upper = acme.ann.invites("acme", upper).await.expect("invited");
    refused(
        tim.resends(&upper.name).await,
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
    // Sent by tim, who then loses his area, it waits until ann sends it again.
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    let open = tim.invites("acme", to_zoe()).await.expect("invited");
    acme.ann
        .hands_out("acme", "tim", &[Area::Financial], None)
        .await
        .expect("an area is taken");
    refused(zoe.accepts(&open.name).await, why::SENDER_MAY_NO_LONGER);
    refused(tim.resends(&open.name).await, why::RIGHT_MISSING);
    let again = acme.ann.resends(&open.name).await.expect("sent again");
    assert_eq!(again.sender, "users/ann");
    zoe.accepts(&open.name).await.expect("accepted");
}

#[tokio::test]
async fn ten_mails_of_one_invitation_leave_within_a_day() {
    let acme = Acme::new().await;
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    for _ in 0..9 {
        acme.ann.resends(&open.name).await.expect("sent again");
    }
    let refusal = refused(acme.ann.resends(&open.name).await, why::MAIL_LIMIT);
    assert!(
        refusal.message.contains("2026-01-02T00:00"),
        "{}",
        refusal.message
    );
    acme.world.passes(DAY);
    acme.ann.resends(&open.name).await.expect("sent again");
}

#[tokio::test]
async fn what_was_answered_or_changed_since_is_not_sent_again() {
    let acme = Acme::new().await;
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    let stale = v1::ResendInvitationRequest {
        name: open.name.clone(),
        etag: "r1".into(),
        ..Default::default()
    };
    let answer = acme.ann.invitations().resend_invitation(stale).await;
    refused(answer.map_err(Into::into), why::ETAG_MISMATCH);
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    refused(acme.ann.resends(&open.name).await, why::INVITATION_NOT_OPEN);
    refused(
        acme.ann
            .resends("organizations/acme/invitations/none")
            .await,
        why::NOT_FOUND,
    );
    let gus = acme.world.organization("globex", "gus").await;
    refused(gus.resends(&open.name).await, why::NOT_FOUND);
}

#[tokio::test]
async fn where_access_changes_by_request_nothing_is_sent_again() {
    let acme = Acme::new().await;
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    acme.world
        .operator()
        .sets_policy("acme", v1::ChangePolicy::ByRequest)
        .await
        .expect("set");
    refused(
        acme.ann.resends(&open.name).await,
        why::CHANGE_POLICY_BY_REQUEST,
    );
}
