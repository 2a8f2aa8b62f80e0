//! Links of invitations: good for one answer by whoever has the mail, and for nothing else.

use grantor::v1;
use v1::{InvitationState, Role};

use super::{Acme, at_once};
use crate::harness::{collaborator, external, legal_representative, refused, why};

const ZOE: &str = "zoe@example.com";

fn to_zoe() -> v1::Invitation {
    v1::Invitation {
        email: ZOE.into(),
        ..collaborator()
    }
}

fn account(id: &str) -> Option<v1::NewUser> {
    Some(v1::NewUser {
        user_id: id.into(),
        given_name: id.into(),
        ..Default::default()
    })
}

/// An invitation by ann to zoe, and the token of its link.
async fn mailed(acme: &Acme) -> (v1::Invitation, String) {
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    (open, acme.world.mailed_token(ZOE).await)
}

#[tokio::test]
async fn opening_the_link_answers_nothing_however_often() {
    let acme = Acme::new().await;
    let (open, token) = mailed(&acme).await;
    for _ in 0..3 {
        let viewed = acme.world.operator().views(&token).await.expect("viewed");
        assert_eq!(
            (
                viewed.organization_display_name.as_str(),
                viewed.new_user_required
            ),
            ("acme", true)
        );
        assert_eq!(viewed.sender_display_name, "ann Example");
    }
    let seen = acme
        .ann
        .sees_invitation(&open.name)
        .await
        .expect("the invitation");
    assert_eq!(
        (seen.state(), seen.etag),
        (InvitationState::Open, open.etag)
    );
}

#[tokio::test]
async fn the_secret_of_the_link_is_never_answered() {
    let acme = Acme::new().await;
    let (open, token) = mailed(&acme).await;
    let secret = token.rsplit('.').next().expect("a secret");
    assert!(!format!("{open:?}").contains(secret));
    assert!(!format!("{:?}", acme.ann.sees_invitation(&open.name).await).contains(secret));
}

#[tokio::test]
async fn the_link_makes_the_account_where_none_has_the_email() {
    let acme = Acme::new().await;
    let (_, token) = mailed(&acme).await;
    let service = acme.world.operator();
    assert_eq!(
        refused(
            service.accepts_by_link(&token, None).await,
            why::FIELD_INVALID
        )
        .fields,
        ["new_user"]
    );
    let answer = service
        .accepts_by_link(&token, account("zoe"))
        .await
        .expect("accepted");
    let user = answer.user.expect("the user");
    assert_eq!((user.email.as_str(), user.email_confirmed), (ZOE, true));
    assert!(
        acme.world
            .acting("zoe")
            .may("view", "organizations/acme")
            .await
    );
}

#[tokio::test]
async fn the_link_is_good_for_one_answer() {
    let acme = Acme::new().await;
    let (_, token) = mailed(&acme).await;
    let service = acme.world.operator();
    service
        .accepts_by_link(&token, account("zoe"))
        .await
        .expect("accepted");
    refused(
        service.accepts_by_link(&token, account("other")).await,
        why::INVITATION_NOT_OPEN,
    );
    refused(
        service.refuses_by_link(&token).await,
        why::INVITATION_NOT_OPEN,
    );
    let viewed = service.views(&token).await.expect("viewed");
    assert_eq!(
        viewed.invitation.expect("the invitation").state(),
        InvitationState::Accepted
    );
}

#[tokio::test]
async fn of_sixteen_who_use_the_link_at_once_one_becomes_the_member() {
    let acme = Acme::new().await;
    let (_, token) = mailed(&acme).await;
    let service = acme.world.operator();
    let tries = (0..16).map(|number| {
        let (service, token) = (service.clone(), token.clone());
        async move {
            service
                .accepts_by_link(&token, account(&format!("zoe-{number}")))
                .await
        }
    });
    let answers = at_once(tries).await;
    let (accepted, rest): (Vec<_>, Vec<_>) = answers.into_iter().partition(Result::is_ok);
    assert_eq!(accepted.len(), 1);
    for lost in rest {
        refused(lost, why::INVITATION_NOT_OPEN);
    }
    let request = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    };
    assert_eq!(
        acme.ann.lists_members(request).await.expect("listed").len(),
        2
    );
}

#[tokio::test]
async fn a_refused_link_is_refused_for_good() {
    let acme = Acme::new().await;
    let (_, token) = mailed(&acme).await;
    let service = acme.world.operator();
    let answered = service.refuses_by_link(&token).await.expect("refused");
    assert_eq!(answered.state(), InvitationState::Refused);
    refused(
        service.accepts_by_link(&token, account("zoe")).await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn a_withdrawn_link_is_dead() {
    let acme = Acme::new().await;
    let (open, token) = mailed(&acme).await;
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    let service = acme.world.operator();
    refused(
        service.accepts_by_link(&token, account("zoe")).await,
        why::INVITATION_NOT_OPEN,
    );
    refused(
        acme.ann.withdraws(&open.name).await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn a_guessed_damaged_or_foreign_token_is_one_and_the_same_not_found() {
    let acme = Acme::new().await;
    let gus = acme.world.organization("globex", "gus").await;
    let (open, token) = mailed(&acme).await;
    let request = v1::CreateInvitationRequest {
        parent: "organizations/globex".into(),
        invitation_id: open.name.rsplit('/').next().expect("an id").into(),
        invitation: Some(v1::Invitation {
            email: "new@example.com".into(),
            ..legal_representative()
        }),
        ..Default::default()
    };
    gus.invitations()
        .create_invitation(request)
        .await
        .expect("invited");
    let (id, secret) = token.rsplit_once('.').expect("a secret");
    let last = if secret.ends_with('0') { "1" } else { "0" };
    let damaged = format!(
        "{id}.{}{last}",
        secret.get(..secret.len() - 1).expect("ASCII")
    );
    let truncated = token.get(..token.len() - 1).expect("ASCII").to_owned();
    let foreign = token.replacen("acme.", "globex.", 1);
    let nowhere = token.replacen("acme.", "nowhere.", 1);
    let guessed = format!("acme.guess.{secret}");
    let bare = format!("{id}.");
    let longer = format!("{token}0");
    let service = acme.world.operator();
    let mut messages = Vec::new();
    let tokens = [
        &damaged, &truncated, &foreign, &nowhere, &guessed, &bare, &longer, "nonsense",
    ];
    for wrong in tokens {
        messages.push(refused(service.views(wrong).await, why::NOT_FOUND).message);
        messages.push(
            refused(
                service.accepts_by_link(wrong, account("zoe")).await,
                why::NOT_FOUND,
            )
            .message,
        );
        messages.push(refused(service.refuses_by_link(wrong).await, why::NOT_FOUND).message);
    }
    messages.dedup();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert_eq!(
        acme.ann
            .sees_invitation(&open.name)
            .await
            .expect("it")
            .state(),
        InvitationState::Open
    );
}

#[tokio::test]
async fn somebody_else_signed_in_does_not_know_of_it() {
    let acme = Acme::new().await;
    let (bob, mallory) = (acme.bob().await, acme.world.user("mallory").await);
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    for other in [&bob, &mallory, &acme.ann] {
        refused(other.accepts(&open.name).await, why::NOT_FOUND);
        refused(other.refuses(&open.name).await, why::NOT_FOUND);
    }
    refused(
        acme.world.operator().accepts(&open.name).await,
        why::ACTING_USER_REQUIRED,
    );
}

#[tokio::test]
async fn the_link_in_other_hands_makes_nobody_else_a_member() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let mallory = acme.world.user("mallory").await;
    let (_, token) = mailed(&acme).await;
    let answer = mallory
        .accepts_by_link(&token, account("mallory"))
        .await
        .expect("accepted");
    assert_eq!(answer.member.expect("the member").user, "users/zoe");
    assert!(!mallory.may("view", "organizations/acme").await);
}

#[tokio::test]
async fn accepting_signed_in_needs_a_confirmed_email_and_the_link_confirms_it() {
    let acme = Acme::new().await;
    let user = v1::User {
        given_name: "zoe".into(),
        email: ZOE.into(),
        ..Default::default()
    };
    let request = v1::RegisterUserRequest {
        user_id: "zoe".into(),
        user: Some(user),
        ..Default::default()
    };
    acme.world
        .operator()
        .users()
        .register_user(request)
        .await
        .expect("registered");
    let zoe = acme.world.acting("zoe");
    let open = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    refused(zoe.accepts(&open.name).await, why::EMAIL_NOT_CONFIRMED);
    refused(zoe.refuses(&open.name).await, why::EMAIL_NOT_CONFIRMED);
    let token = acme.world.mailed_with(ZOE, "You are invited").await;
    zoe.accepts_by_link(&token, None).await.expect("accepted");
    assert!(
        zoe.sees_user("zoe")
            .await
            .expect("themselves")
            .email_confirmed
    );
}

#[tokio::test]
async fn a_stopped_or_erased_user_accepts_nothing() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let (open, token) = mailed(&acme).await;
    acme.world
        .operator()
        .deactivates_user("zoe")
        .await
        .expect("deactivated");
    refused(
        acme.world.acting("zoe").accepts(&open.name).await,
        why::ACTING_USER_INACTIVE,
    );
    refused(
        acme.world.operator().accepts_by_link(&token, None).await,
        why::USER_INACTIVE,
    );
    assert_eq!(
        acme.ann
            .sees_invitation(&open.name)
            .await
            .expect("it")
            .state(),
        InvitationState::Open
    );
}

#[tokio::test]
async fn whether_an_account_has_the_email_is_not_told_to_who_invites() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let known = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    let unknown = v1::Invitation {
        email: "nobody@example.com".into(),
        ..collaborator()
    };
    let unknown = acme.ann.invites("acme", unknown).await.expect("invited");
    let same = |one: v1::Invitation| v1::Invitation {
        name: String::new(),
        email: String::new(),
        create_time: None,
        expire_time: None,
        etag: String::new(),
        ..one
    };
    assert_eq!(same(known), same(unknown));
}

#[tokio::test]
async fn two_organizations_may_invite_the_same_person() {
    let acme = Acme::new().await;
    let gus = acme.world.organization("globex", "gus").await;
    let zoe = acme.world.user("zoe").await;
    let here = acme.ann.invites("acme", to_zoe()).await.expect("invited");
    let there = v1::Invitation {
        email: ZOE.into(),
        ..external()
    };
    let there = gus.invites("globex", there).await.expect("invited");
    zoe.accepts(&here.name).await.expect("accepted");
    zoe.accepts(&there.name).await.expect("accepted");
    assert_eq!(
        acme.ann
            .sees_member("acme", "zoe")
            .await
            .expect("here")
            .role(),
        Role::Collaborator
    );
    assert_eq!(
        gus.sees_member("globex", "zoe")
            .await
            .expect("there")
            .role(),
        Role::External
    );
}
