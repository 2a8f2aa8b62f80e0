//! Rule 6: an email counts once it is confirmed, in everything; before that it is a claim, and counts for nothing.

use grantor::v1;

use super::Acme;
use crate::harness::{Actor, collaborator, creation, refused, why};

const VICTIM: &str = "victim@example.com";

/// Registers people who say who they are.
async fn front(acme: &Acme) -> Actor {
    acme.world.service("front", &["users.write"]).await
}

fn victim() -> v1::Invitation {
    v1::Invitation {
        email: VICTIM.into(),
        ..collaborator()
    }
}

fn named(id: &str) -> Option<v1::NewUser> {
    Some(v1::NewUser {
        user_id: id.into(),
        given_name: id.into(),
        ..Default::default()
    })
}

fn email(email: &str) -> v1::User {
    v1::User {
        email: email.into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn attack_a3_whoever_registered_an_email_before_its_owner_gets_nothing_of_the_owners_invitation()
 {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    front.claims("mallory", VICTIM).await.expect("a claim");
    let mallory = acme.world.acting("mallory");
    let open = acme.ann.invites("acme", victim()).await.expect("invited");
    // The victim, who knows nothing of mallory, opens the mail and accepts.
    let token = acme.world.mailed_with(VICTIM, "You are invited").await;
    let answer = front.accepts_by_link(&token, named("vic")).await;
    let user = answer.expect("accepted").user.expect("the user");
    assert_eq!(
        (user.name.as_str(), user.email_confirmed),
        ("users/vic", true)
    );
    let vic = acme.world.acting("vic");
    assert!(vic.may("view", "organizations/acme").await);
    assert!(!mallory.may("view", "organizations/acme").await);
    assert!(
        !mallory
            .sees_user("mallory")
            .await
            .expect("it")
            .email_confirmed
    );
    refused(mallory.accepts(&open.name).await, why::EMAIL_NOT_CONFIRMED);
    // The claim is void, and only who opens its link learns why.
    let link = acme.world.confirmation(VICTIM, "mallory").await;
    refused(mallory.confirms_email(&link).await, why::EMAIL_TAKEN);
}

#[tokio::test]
async fn attack_a3_a_claim_keeps_nobody_from_registering_and_finds_nobody() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    front.claims("mallory", VICTIM).await.expect("a claim");
    front.claims("vic", VICTIM).await.expect("another");
    for caller in [
        &front,
        &acme.world.operator(),
        &acme.world.acting("mallory"),
    ] {
        refused(caller.finds(VICTIM).await, why::NOT_FOUND);
    }
    let both = ["users/mallory", "users/vic"].map(str::to_owned).to_vec();
    assert_eq!(
        front
            .finds_claims("Victim@Example.com")
            .await
            .expect("the claims"),
        (both, String::new())
    );
    refused(
        acme.world.acting("vic").finds_claims(VICTIM).await,
        why::OPERATOR_REQUIRED,
    );
}

#[tokio::test]
async fn attack_a3_of_two_who_claim_an_email_one_confirms_it_and_the_others_claim_is_void() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    front.claims("mallory", VICTIM).await.expect("a claim");
    front.claims("vic", VICTIM).await.expect("another");
    let (mallory, vic) = (acme.world.acting("mallory"), acme.world.acting("vic"));
    let before = mallory.sees_user("mallory").await.expect("mallory");
    let of_vic = acme.world.confirmation(VICTIM, "vic").await;
    let of_mallory = acme.world.confirmation(VICTIM, "mallory").await;
    // The link proves the mailbox, and not whose account it is.
    for other in [&front, &mallory, &acme.world.operator()] {
        refused(
            other.confirms_email(&of_vic).await,
            why::ACTING_USER_REQUIRED,
        );
    }
    assert!(
        vic.confirms_email(&of_vic)
            .await
            .expect("confirmed")
            .email_confirmed
    );
    refused(mallory.confirms_email(&of_mallory).await, why::EMAIL_TAKEN);
    assert_eq!(front.finds(VICTIM).await.expect("found").name, "users/vic");
    // Nothing was written to the other, and nothing there tells.
    assert_eq!(mallory.sees_user("mallory").await.expect("mallory"), before);
    let void = (vec!["users/mallory".to_owned()], "users/vic".to_owned());
    assert_eq!(front.finds_claims(VICTIM).await.expect("the claims"), void);
    // Its user sets it free, and then the claim counts as much as any.
    vic.updates_user("vic", email("vic@example.com"), &["email"])
        .await
        .expect("pending");
    let away = acme.world.confirmation("vic@example.com", "vic").await;
    vic.confirms_email(&away).await.expect("confirmed");
    mallory
        .confirms_email(&of_mallory)
        .await
        .expect("its mailbox let mallory in");
}

#[tokio::test]
async fn attack_a3_an_email_that_another_has_is_claimed_in_the_same_words_as_any() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    let vic = acme.world.user("victim").await;
    let mallory = acme.world.user("mallory").await;
    for free_or_not in ["nobody@example.com", VICTIM] {
        let user = mallory
            .updates_user("mallory", email(free_or_not), &["email"])
            .await;
        let user = user.expect("pending");
        assert_eq!(
            (
                user.email.as_str(),
                user.email_confirmed,
                user.pending_email.as_str()
            ),
            ("mallory@example.com", true, free_or_not)
        );
    }
    front.claims("another", VICTIM).await.expect("a claim");
    let link = acme.world.confirmation(VICTIM, "mallory").await;
    refused(mallory.confirms_email(&link).await, why::EMAIL_TAKEN);
    assert_eq!(
        front.finds(VICTIM).await.expect("found").name,
        "users/victim"
    );
    assert_eq!(
        mallory.sees_user("mallory").await.expect("mallory").email,
        "mallory@example.com"
    );
    // Whoever vouches for an email confirms it, and is told.
    let vouched = v1::UpdateUserRequest {
        user: Some(v1::User {
            name: "users/mallory".into(),
            ..email(VICTIM)
        }),
        email_confirmed: true,
        ..Default::default()
    };
    let answer = front.users().update_user(vouched).await;
    refused(
        answer.map_err(crate::harness::Refused::from),
        why::EMAIL_TAKEN,
    );
    assert!(vic.may("view", "organizations/victim-own").await);
}

#[tokio::test]
async fn attack_a3_no_more_than_so_many_accounts_claim_one_email() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    let settings = v1::PlatformSettings {
        claims_per_email: Some(2),
        ..Default::default()
    };
    let operator = acme.world.operator();
    let set = operator.sets(settings, &["claims_per_email"]).await;
    assert_eq!(set.expect("set").claims_per_email, Some(2));
    for id in ["one", "two"] {
        front.claims(id, VICTIM).await.expect("a claim");
    }
    let refusal = refused(front.claims("three", VICTIM).await, why::SIZE_LIMIT);
    let told = ["usage", "limit"].map(|key| refusal.metadata[key].as_str());
    assert_eq!(told, ["2", "2"], "{refusal:?}");
    let bob = acme.bob().await;
    refused(
        bob.updates_user("bob", email("VICTIM@example.com"), &["email"])
            .await,
        why::SIZE_LIMIT,
    );
    let asked = v1::UserCreation {
        email: VICTIM.into(),
        ..creation("three")
    };
    let request = acme.ann.asks_for_user("acme", asked).await.expect("opened");
    refused(operator.applies(&request.name).await, why::SIZE_LIMIT);
    // Whose claim it is may have the link sent again, and who has the mailbox is in nobody's way.
    acme.world
        .acting("one")
        .updates_user("one", email(VICTIM), &["email"])
        .await
        .expect("pending");
    let of_two = acme.world.confirmation(VICTIM, "two").await;
    acme.world
        .acting("two")
        .confirms_email(&of_two)
        .await
        .expect("confirmed");
}

#[tokio::test]
async fn attack_a3_a_member_list_says_which_email_nobody_has_confirmed() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let request = acme
        .ann
        .asks_for_user("acme", creation("zoe"))
        .await
        .expect("opened");
    let done = acme
        .world
        .operator()
        .applies(&request.name)
        .await
        .expect("applied");
    let member = done.member.expect("a member");
    assert_eq!(
        (member.email.as_str(), member.email_confirmed),
        ("zoe@example.com", false)
    );
    let bob = acme.ann.sees_member("acme", bob.id()).await.expect("bob");
    assert!(bob.email_confirmed);
}

#[tokio::test]
async fn attack_a3_no_news_goes_to_an_address_that_is_only_claimed() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    let una = acme.una().await;
    una.updates_user("una", email(VICTIM), &["email"])
        .await
        .expect("pending");
    front.claims("mallory", VICTIM).await.expect("a claim");
    let mallory = acme.world.acting("mallory");
    let creation = creation("zoe");
    mallory
        .asks_for_user("mallory-own", creation.clone())
        .await
        .expect("opened");
    una.asks_for_user("acme", creation).await.expect("opened");
    acme.world
        .mailed("una@example.com", "Your change request")
        .await;
    acme.world.confirmation(VICTIM, "una").await;
    let news = acme.world.mails_to(VICTIM);
    let news = news
        .iter()
        .filter(|mail| mail.contains("Your change request"));
    assert_eq!(news.count(), 0);
}
