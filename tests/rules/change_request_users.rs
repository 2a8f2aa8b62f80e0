//! Requests to create a user: a member of that organization, and nothing of an account that is there already.

use grantor::v1;
use v1::change_request::Change;
use v1::{Area, ChangePolicy, Role};

use super::Acme;
use crate::harness::{Actor, creation, kdrive_use, products, refused, rights, why};

/// Zoe, who is to use the drive.
fn zoe(acme: &Acme) -> v1::UserCreation {
    v1::UserCreation {
        grants: vec![kdrive_use(&acme.drive)],
        ..creation("zoe")
    }
}

async fn applied(acme: &Acme, request: &v1::ChangeRequest) -> v1::ApplyChangeRequestResponse {
    let applied = acme.world.operator().applies(&request.name).await;
    applied.expect("applied")
}

/// Acme changes by request only.
async fn closes(acme: &Acme) {
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::ByRequest)
        .await
        .expect("set");
}

#[tokio::test]
async fn the_new_user_is_a_member_there_and_confirms_their_email() {
    let acme = Acme::new().await;
    acme.team("writers", rights(&["domain/dns"]), products(&[&acme.site]))
        .await;
    let una = acme.una().await;
    let asked = v1::UserCreation {
        teams: vec!["organizations/acme/teams/writers".into()],
        ..zoe(&acme)
    };
    let request = una.asks_for_user("acme", asked).await.expect("opened");
    let done = applied(&acme, &request).await;
    let member = done.member.expect("a member");
    let request = done.change_request.expect("the request");
    assert_eq!(request.member, member.name);
    assert_eq!(request.invitation, "");
    let id = member.user.strip_prefix("users/").expect("an id");
    let person = acme.world.acting(id);
    assert!(person.may("kdrive/use", &acme.drive).await);
    assert!(person.may("domain/dns", &acme.site).await);
    assert_eq!(
        person.sees_organizations_of(id).await.expect("the list"),
        ["organizations/acme"]
    );
    assert!(!person.sees_user(id).await.expect("zoe").email_confirmed);
    let token = acme.world.confirming_token("zoe@example.com").await;
    // Somebody has acted as zoe, so it takes zoe.
    person.confirms_email(&token).await.expect("confirmed");
    assert!(person.sees_user(id).await.expect("zoe").email_confirmed);
}

#[tokio::test]
async fn a_user_and_an_organization_change_together_or_not_at_all() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    operator
        .limits_administrators("acme", Some(0))
        .await
        .expect("limited");
    let asked = v1::UserCreation {
        role: Some(v1::RequestedRole {
            role: Role::Administrator.into(),
            ..Default::default()
        }),
        ..creation("zoe")
    };
    let request = acme.ann.asks_for_user("acme", asked).await.expect("opened");
    let before = operator.newest_revision("people").await;
    refused(
        operator.applies(&request.name).await,
        why::ADMINISTRATOR_LIMIT,
    );
    assert_eq!(operator.newest_revision("people").await, before);
}

#[tokio::test]
async fn who_has_an_account_is_invited_and_keeps_it_as_it_is() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    let person = acme.world.user("zoe").await;
    let before = person.sees_user("zoe").await.expect("zoe");
    closes(&acme).await;
    let asked = v1::UserCreation {
        given_name: "Zoé".into(),
        position: "Boss".into(),
        ..zoe(&acme)
    };
    let request = una.asks_for_user("acme", asked).await.expect("opened");
    let done = applied(&acme, &request).await;
    assert_eq!(done.member, None);
    let request = done.change_request.expect("the request");
    assert_eq!(request.member, "");
    assert_eq!(person.sees_user("zoe").await.expect("zoe"), before);
    assert!(!person.may("view", "organizations/acme").await);
    let invitation = una
        .sees_invitation(&request.invitation)
        .await
        .expect("the invitation");
    assert_eq!(invitation.change_request, request.name);
    assert_eq!(invitation.sender, "users/una");
    // Its acceptance is open, also where people change nothing themselves.
    person.accepts(&invitation.name).await.expect("accepted");
    assert!(person.may("kdrive/use", &acme.drive).await);
    assert_eq!(person.sees_user("zoe").await.expect("zoe"), before);
}

/// An open invitation that una's request made for zoe.
async fn invited(acme: &Acme, una: &Actor, asked: v1::UserCreation) -> String {
    let request = una.asks_for_user("acme", asked).await.expect("opened");
    let done = applied(acme, &request).await;
    done.change_request.expect("the request").invitation
}

#[tokio::test]
async fn its_acceptance_is_judged_as_applying_the_request_would_be() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    let person = acme.world.user("zoe").await;
    // Una does not hold what zoe gets: rule 1 is not asked.
    let open = invited(&acme, &una, zoe(&acme)).await;
    acme.ann
        .hands_out("acme", "una", &[Area::Financial], None)
        .await
        .expect("changed");
    refused(person.accepts(&open).await, why::SENDER_MAY_NO_LONGER);
    acme.ann
        .hands_out("acme", "una", &[Area::UserRights], None)
        .await
        .expect("changed");
    person.accepts(&open).await.expect("accepted");
    assert!(person.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn asking_does_not_tell_whether_an_email_has_an_account() {
    let acme = Acme::new().await;
    acme.world.user("known").await;
    let mut told = Vec::new();
    for id in ["known", "unknown"] {
        let asked = v1::UserCreation {
            grants: vec![kdrive_use(&acme.drive)],
            ..creation(id)
        };
        let change = Change::CreateUser(asked.clone());
        let foreseen = acme.ann.foresees("acme", change).await.expect("foreseen");
        let effect = foreseen.effect.expect("an effect");
        assert!(effect.lines.is_empty(), "{effect:?}");
        let opened = acme.ann.asks_for_user("acme", asked).await.expect("opened");
        let words = format!(
            "{foreseen:?} {opened:?}",
            foreseen = foreseen.opened_products
        );
        let words = words
            .replace("unknown", "X")
            .replace("known", "X")
            .replace(&opened.name, "N")
            .replace(&format!("number: {}", opened.number), "number")
            .replace(&opened.etag, "E");
        let times: String = words.chars().filter(|c| !c.is_ascii_digit()).collect();
        told.push(times);
    }
    assert_eq!(told[0], told[1]);
}

#[tokio::test]
async fn a_member_and_an_invited_person_are_not_asked_for_again() {
    let acme = Acme::new().await;
    acme.bob().await;
    let asked = acme.ann.asks_for_user("acme", creation("bob")).await;
    refused(asked, why::MEMBER_EXISTS);
    let first = acme
        .ann
        .asks_for_user("acme", creation("zoe"))
        .await
        .expect("opened");
    let second = acme
        .ann
        .asks_for_user("acme", creation("zoe"))
        .await
        .expect("opened");
    applied(&acme, &first).await;
    // It became true otherwise, so the second can't be applied any more.
    let operator = acme.world.operator();
    let refusal = refused(operator.applies(&second.name).await, why::MEMBER_EXISTS);
    assert!(refusal.message.contains("stays open"), "{refusal:?}");
}

#[tokio::test]
async fn what_was_told_of_the_new_user_goes_with_them() {
    let acme = Acme::new().await;
    let request = acme
        .ann
        .asks_for_user("acme", zoe(&acme))
        .await
        .expect("opened");
    let operator = acme.world.operator();
    operator
        .comments(&request.name, "The new one?")
        .await
        .expect("said");
    let done = applied(&acme, &request).await;
    let user = done.member.expect("a member").user;
    let id = user.strip_prefix("users/").expect("an id");
    operator.erases_user(id).await.expect("erased");
    let seen = acme.ann.sees_request(&request.name).await.expect("seen");
    let Some(Change::CreateUser(asked)) = &seen.change else {
        panic!("{seen:?}");
    };
    let texts = [
        &asked.given_name,
        &asked.family_name,
        &asked.email,
        &asked.position,
        &seen.note,
        &seen.comments[0].text,
    ];
    assert_eq!(texts, [""; 6]);
}

#[tokio::test]
async fn what_was_said_of_somebody_with_an_account_goes_with_them() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let request = acme
        .ann
        .asks_for_user("acme", zoe(&acme))
        .await
        .expect("opened");
    let operator = acme.world.operator();
    acme.ann
        .comments(&request.name, "She is good.")
        .await
        .expect("said");
    operator
        .rejects(&request.name, "She is not.")
        .await
        .expect("rejected");
    operator.erases_user("zoe").await.expect("erased");
    let seen = acme.ann.sees_request(&request.name).await.expect("seen");
    let texts = [&seen.note, &seen.comments[0].text, &seen.reject_reason];
    assert_eq!(texts, [""; 3]);
}

#[tokio::test]
async fn erased_before_it_is_applied_there_is_nobody_to_create() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let request = acme
        .ann
        .asks_for_user("acme", zoe(&acme))
        .await
        .expect("opened");
    let operator = acme.world.operator();
    operator.erases_user("zoe").await.expect("erased");
    let refusal = refused(
        operator.applies(&request.name).await,
        why::CHANGE_REQUEST_OUTDATED,
    );
    assert!(refusal.message.contains("erased"), "{refusal:?}");
}

#[tokio::test]
async fn only_a_legal_representative_asks_for_a_new_one_and_upper_roles_get_no_grants() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    let role = v1::RequestedRole {
        role: Role::LegalRepresentative.into(),
        ..Default::default()
    };
    let upper = v1::UserCreation {
        role: Some(role),
        ..creation("zoe")
    };
    refused(
        una.asks_for_user("acme", upper.clone()).await,
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
    let with_grants = v1::UserCreation {
        grants: vec![kdrive_use(&acme.drive)],
        ..upper
    };
    refused(
        acme.ann.asks_for_user("acme", with_grants).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}
