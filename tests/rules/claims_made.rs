//! Accounts that the operator or a request made for whoever has the email: the link alone makes them theirs, until
//! somebody was in them.

use grantor::v1;

use super::Acme;
use crate::harness::{Actor, collaborator, creation, kdrive_use, refused, why};

const VICTIM: &str = "victim@example.com";

/// A request of acme's made an account for the victim; its id.
async fn made_by_request(acme: &Acme) -> String {
    let asked = v1::UserCreation {
        email: VICTIM.into(),
        grants: vec![kdrive_use(&acme.drive)],
        ..creation("victim")
    };
    let request = acme.ann.asks_for_user("acme", asked).await.expect("opened");
    let applied = acme.world.operator().applies(&request.name).await;
    let user = applied.expect("applied").member.expect("a member").user;
    user.trim_start_matches("users/").to_owned()
}

async fn front(acme: &Acme) -> Actor {
    acme.world.service("front", &["users.write"]).await
}

fn victim() -> v1::Invitation {
    v1::Invitation {
        email: VICTIM.into(),
        ..collaborator()
    }
}

#[tokio::test]
async fn attack_a3_a_request_for_a_claimed_address_makes_an_account_that_the_link_alone_confirms() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    front.claims("mallory", VICTIM).await.expect("a claim");
    let id = made_by_request(&acme).await;
    assert_ne!(id, "mallory");
    let link = acme.world.confirmation(VICTIM, &id).await;
    let user = front.confirms_email(&link).await.expect("confirmed");
    assert_eq!(
        (user.name, user.email_confirmed),
        (format!("users/{id}"), true)
    );
    assert!(acme.world.acting(&id).may("kdrive/use", &acme.drive).await);
    let of_mallory = acme.world.confirmation(VICTIM, "mallory").await;
    let mallory = acme.world.acting("mallory");
    refused(mallory.confirms_email(&of_mallory).await, why::EMAIL_TAKEN);
    assert!(!mallory.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a3_once_somebody_was_in_the_account_the_link_alone_is_not_enough() {
    // Reading is acting too.
    for reads in [true, false] {
        let acme = Acme::new().await;
        let id = made_by_request(&acme).await;
        let somebody = acme.world.acting(&id);
        if reads {
            assert!(somebody.may("view", "organizations/acme").await);
        } else {
            let names = v1::User {
                given_name: "Somebody".into(),
                ..Default::default()
            };
            somebody
                .updates_user(&id, names, &["given_name"])
                .await
                .expect("changed");
        }
        let link = acme.world.confirmation(VICTIM, &id).await;
        let nobody = acme.world.operator();
        refused(
            nobody.confirms_email(&link).await,
            why::ACTING_USER_REQUIRED,
        );
        let gus = acme.world.organization("globex", "gus").await;
        gus.invites("globex", victim()).await.expect("invited");
        let token = acme.world.mailed_with(VICTIM, "You are invited").await;
        assert!(
            nobody
                .views(&token)
                .await
                .expect("viewed")
                .new_user_required
        );
        somebody
            .confirms_email(&link)
            .await
            .expect("its person is signed in");
    }
}

#[tokio::test]
async fn attack_a3_a_call_that_is_refused_at_the_door_is_no_act() {
    let acme = Acme::new().await;
    let id = made_by_request(&acme).await;
    // Whoever may not speak for users takes nothing from the link by trying.
    let reader = acme
        .world
        .service("reader", &["read"])
        .await
        .speaking_for(&id);
    refused(reader.sees_user(&id).await, why::SCOPE_MISSING);
    let link = acme.world.confirmation(VICTIM, &id).await;
    front(&acme)
        .await
        .confirms_email(&link)
        .await
        .expect("confirmed");
}

#[tokio::test]
async fn attack_a3_an_invitations_link_makes_it_theirs_as_well() {
    let acme = Acme::new().await;
    let front = front(&acme).await;
    front.claims("mallory", VICTIM).await.expect("a claim");
    let id = made_by_request(&acme).await;
    let gus = acme.world.organization("globex", "gus").await;
    gus.invites("globex", victim()).await.expect("invited");
    let token = acme.world.mailed_with(VICTIM, "You are invited").await;
    let answer = front.accepts_by_link(&token, None).await.expect("accepted");
    let user = answer.user.expect("the user");
    assert_eq!(
        (user.name, user.email_confirmed),
        (format!("users/{id}"), true)
    );
}

#[tokio::test]
async fn attack_a3_the_operator_and_requests_find_an_account_that_was_made_by_its_claim() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    front(&acme)
        .await
        .claims("mallory", VICTIM)
        .await
        .expect("a claim");
    operator
        .claims("made", VICTIM)
        .await
        .expect("mallory is in nobody's way");
    let refusal = refused(operator.claims("again", VICTIM).await, why::EMAIL_TAKEN);
    assert!(refusal.message.contains("users/made"), "{refusal:?}");
    // A request invites them, and changes nothing of theirs.
    let asked = v1::UserCreation {
        email: VICTIM.into(),
        ..creation("victim")
    };
    let request = acme.ann.asks_for_user("acme", asked).await.expect("opened");
    let done = operator.applies(&request.name).await.expect("applied");
    assert_eq!(done.member, None);
    let token = acme.world.mailed_with(VICTIM, "You are invited").await;
    let answer = operator
        .accepts_by_link(&token, None)
        .await
        .expect("accepted");
    assert_eq!(answer.user.expect("the user").name, "users/made");
}

#[tokio::test]
async fn attack_a3_of_several_accounts_that_were_made_the_link_alone_chooses_none() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    operator.claims("first", VICTIM).await.expect("made");
    operator
        .claims("second", "second@example.com")
        .await
        .expect("made");
    let same = v1::User {
        email: VICTIM.into(),
        ..Default::default()
    };
    operator
        .updates_user("second", same, &["email"])
        .await
        .expect("made for the same");
    acme.ann.invites("acme", victim()).await.expect("invited");
    let token = acme.world.mailed_with(VICTIM, "You are invited").await;
    assert!(
        operator
            .views(&token)
            .await
            .expect("viewed")
            .new_user_required
    );
    // Each has a link of its own, and the first that is used wins.
    let of_second = acme.world.confirmation(VICTIM, "second").await;
    let of_first = acme.world.confirmation(VICTIM, "first").await;
    operator
        .confirms_email(&of_second)
        .await
        .expect("confirmed");
    refused(operator.confirms_email(&of_first).await, why::EMAIL_TAKEN);
    let answer = operator
        .accepts_by_link(&token, None)
        .await
        .expect("accepted");
    assert_eq!(answer.user.expect("the user").name, "users/second");
}

#[tokio::test]
async fn attack_a3_what_somebody_claims_beside_their_email_is_not_taken_for_whom_they_were_made() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    operator
        .claims("made", "made@example.com")
        .await
        .expect("made");
    let made = acme.world.acting("made");
    let wish = v1::User {
        email: VICTIM.into(),
        ..Default::default()
    };
    made.updates_user("made", wish, &["email"])
        .await
        .expect("pending");
    operator.claims("victim", VICTIM).await.expect("made");
    let link = acme.world.confirmation(VICTIM, "victim").await;
    operator.confirms_email(&link).await.expect("confirmed");
    let of_made = acme.world.confirmation(VICTIM, "made").await;
    refused(made.confirms_email(&of_made).await, why::EMAIL_TAKEN);
}

#[tokio::test]
async fn attack_a3_a_service_that_changes_an_account_does_so_for_somebody_who_is_in_it() {
    let acme = Acme::new().await;
    let (operator, front) = (acme.world.operator(), front(&acme).await);
    operator
        .claims("made", "other@example.com")
        .await
        .expect("made");
    let wish = v1::User {
        email: VICTIM.into(),
        ..Default::default()
    };
    let changed = front.updates_user("made", wish, &["email"]).await;
    changed.expect("pending");
    let link = acme.world.confirmation(VICTIM, "made").await;
    refused(front.confirms_email(&link).await, why::ACTING_USER_REQUIRED);
    acme.ann.invites("acme", victim()).await.expect("invited");
    let token = acme.world.mailed_with(VICTIM, "You are invited").await;
    assert!(front.views(&token).await.expect("viewed").new_user_required);
}
