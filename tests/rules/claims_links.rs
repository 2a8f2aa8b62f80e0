//! What the link of an invitation proves: the mailbox. Whose account that is, is a question of its own.

use grantor::v1;

use super::Acme;
use crate::harness::{Actor, collaborator, external, refused, why};

const VICTIM: &str = "victim@example.com";

/// Acme, where victim@example.com is claimed by mallory and by vic, and was invited; and the token of the link.
async fn claimed_and_invited() -> (Acme, Actor, v1::Invitation, String) {
    let acme = Acme::new().await;
    let front = acme.world.service("front", &["users.write"]).await;
    for id in ["mallory", "vic"] {
        front.claims(id, VICTIM).await.expect("a claim");
    }
    let invitation = v1::Invitation {
        email: VICTIM.into(),
        ..collaborator()
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    let token = acme.world.mailed_with(VICTIM, "You are invited").await;
    (acme, front, open, token)
}

fn named(id: &str) -> Option<v1::NewUser> {
    Some(v1::NewUser {
        user_id: id.into(),
        given_name: id.into(),
        ..Default::default()
    })
}

async fn becomes(acme: &Acme, answer: v1::AcceptInvitationResponse, id: &str) {
    let user = answer.user.expect("the user");
    assert_eq!(
        (user.name, user.email_confirmed),
        (format!("users/{id}"), true)
    );
    let people = ["mallory", "vic", "new"];
    for person in people {
        let may = acme
            .world
            .acting(person)
            .may("view", "organizations/acme")
            .await;
        assert_eq!(may, person == id, "{person}");
    }
}

#[tokio::test]
async fn attack_a3_by_the_link_alone_a_claim_counts_for_nothing() {
    let (acme, front, _, token) = claimed_and_invited().await;
    assert!(front.views(&token).await.expect("viewed").new_user_required);
    let wrong = refused(
        front.accepts_by_link(&token, None).await,
        why::FIELD_INVALID,
    );
    assert_eq!(wrong.fields, ["new_user"]);
    let answer = front.accepts_by_link(&token, named("new")).await;
    becomes(&acme, answer.expect("accepted"), "new").await;
}

#[tokio::test]
async fn attack_a3_signed_in_as_who_claims_it_the_link_confirms_the_claim() {
    let (acme, _, open, token) = claimed_and_invited().await;
    let vic = acme.world.acting("vic");
    refused(vic.accepts(&open.name).await, why::EMAIL_NOT_CONFIRMED);
    assert!(!vic.views(&token).await.expect("viewed").new_user_required);
    let answer = vic.accepts_by_link(&token, None).await;
    becomes(&acme, answer.expect("accepted"), "vic").await;
    let link = acme.world.confirmation(VICTIM, "mallory").await;
    refused(
        acme.world.acting("mallory").confirms_email(&link).await,
        why::EMAIL_TAKEN,
    );
}

#[tokio::test]
async fn attack_a3_signed_in_as_somebody_else_the_link_makes_an_account() {
    let (acme, _, _, token) = claimed_and_invited().await;
    let bob = acme.bob().await;
    assert!(bob.views(&token).await.expect("viewed").new_user_required);
    let answer = bob.accepts_by_link(&token, named("new")).await;
    becomes(&acme, answer.expect("accepted"), "new").await;
}

#[tokio::test]
async fn attack_a3_who_has_the_email_confirmed_accepts_whoever_is_signed_in() {
    let (acme, _, _, token) = claimed_and_invited().await;
    let vic = acme.world.acting("vic");
    let link = acme.world.confirmation(VICTIM, "vic").await;
    vic.confirms_email(&link).await.expect("confirmed");
    // Mallory's claim is void now, signed in or not.
    let mallory = acme.world.acting("mallory");
    assert!(
        !mallory
            .views(&token)
            .await
            .expect("viewed")
            .new_user_required
    );
    let answer = mallory.accepts_by_link(&token, named("new")).await;
    becomes(&acme, answer.expect("accepted"), "vic").await;
}

#[tokio::test]
async fn attack_a3_an_email_that_waits_to_replace_another_is_confirmed_by_the_invitations_link_too()
{
    let (acme, _, open, token) = claimed_and_invited().await;
    let zoe = acme.world.user("zoe").await;
    let wish = v1::User {
        email: VICTIM.into(),
        ..Default::default()
    };
    zoe.updates_user("zoe", wish, &["email"])
        .await
        .expect("pending");
    refused(zoe.accepts(&open.name).await, why::EMAIL_NOT_CONFIRMED);
    refused(zoe.refuses(&open.name).await, why::EMAIL_NOT_CONFIRMED);
    let answer = zoe.accepts_by_link(&token, None).await.expect("accepted");
    let user = answer.user.expect("the user");
    assert_eq!(
        (user.email.as_str(), user.pending_email.as_str()),
        (VICTIM, "")
    );
    assert!(zoe.may("view", "organizations/acme").await);
}

#[tokio::test]
async fn attack_a3_a_claim_of_somebody_elses_email_does_not_show_their_invitations() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let mallory = acme.world.user("mallory").await;
    let unknown = v1::Invitation {
        email: "nobody@example.com".into(),
        ..external()
    };
    let known = v1::Invitation {
        email: "zoe@example.com".into(),
        ..external()
    };
    let mut told = Vec::new();
    for invitation in [unknown, known] {
        let open = acme
            .ann
            .invites("acme", invitation.clone())
            .await
            .expect("invited");
        let wish = v1::User {
            email: invitation.email,
            ..Default::default()
        };
        mallory
            .updates_user("mallory", wish, &["email"])
            .await
            .expect("pending");
        let answer = mallory.accepts(&open.name).await;
        told.push(refused(answer, why::EMAIL_NOT_CONFIRMED).message);
    }
    // Whether the address has an account is not told.
    assert_eq!(told[0], told[1]);
    assert!(!zoe.may("view", "organizations/acme").await);
}
