//! Rule 6, a user is not an organization's to change, and rule 7, where users come from.

use grantor::v1;
use v1::Role;

use super::Acme;
use crate::harness::{Actor, collaborator, external, products, refused, rights, why};

fn given_name(name: &str) -> v1::User {
    v1::User {
        given_name: name.into(),
        ..Default::default()
    }
}

fn email(email: &str) -> v1::User {
    v1::User {
        email: email.into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn no_organization_reads_or_changes_the_account_of_its_member() {
    let acme = Acme::new().await;
    acme.bob().await;
    for admin in [acme.ann.clone(), acme.ada().await] {
        refused(
            admin
                .updates_user("bob", given_name("Robert"), &["given_name"])
                .await,
            why::OPERATOR_REQUIRED,
        );
        refused(
            admin
                .updates_user("bob", email("b@example.com"), &["email"])
                .await,
            why::OPERATOR_REQUIRED,
        );
        refused(admin.sees_user("bob").await, why::OPERATOR_REQUIRED);
        refused(admin.deactivates_user("bob").await, why::OPERATOR_REQUIRED);
        refused(admin.erases_user("bob").await, why::OPERATOR_REQUIRED);
    }
    assert_eq!(
        acme.ann
            .sees_member("acme", "bob")
            .await
            .expect("the member")
            .given_name,
        "bob"
    );
}

#[tokio::test]
async fn an_update_of_the_member_changes_no_names() {
    let acme = Acme::new().await;
    acme.bob().await;
    let member = v1::Member {
        given_name: "Robert".into(),
        ..Default::default()
    };
    let refusal = acme
        .ann
        .updates_member("acme", "bob", member, &["given_name"])
        .await;
    assert_eq!(
        refused(refusal, why::FIELD_INVALID).fields,
        ["update_mask.paths[0]"]
    );
}

#[tokio::test]
async fn nobody_finds_another_user_by_email() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    refused(acme.ann.finds("bob@example.com").await, why::NOT_FOUND);
    refused(acme.ann.finds("nobody@example.com").await, why::NOT_FOUND);
    assert_eq!(
        bob.finds("BOB@example.com").await.expect("themselves").name,
        "users/bob"
    );
    assert_eq!(
        acme.world
            .operator()
            .finds("bob@example.com")
            .await
            .expect("found")
            .name,
        "users/bob"
    );
}

#[tokio::test]
async fn a_user_changes_their_own_names() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let user = bob
        .updates_user("bob", given_name("Robert"), &["given_name"])
        .await
        .expect("changed");
    assert_eq!(user.given_name, "Robert");
    assert_eq!(
        acme.ann
            .sees_member("acme", "bob")
            .await
            .expect("the member")
            .given_name,
        "Robert"
    );
}

#[tokio::test]
async fn a_new_email_counts_once_it_is_confirmed_by_the_link_sent_there() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let user = bob
        .updates_user("bob", email("new@example.com"), &["email"])
        .await
        .expect("changed");
    assert_eq!(
        (user.email.as_str(), user.pending_email.as_str()),
        ("bob@example.com", "new@example.com")
    );
    refused(
        acme.world.operator().finds("new@example.com").await,
        why::NOT_FOUND,
    );
    assert_eq!(
        acme.ann
            .sees_member("acme", "bob")
            .await
            .expect("the member")
            .email,
        "bob@example.com"
    );
    let token = acme.world.confirming_token("new@example.com").await;
    let user = bob.confirms_email(&token).await.expect("confirmed");
    assert_eq!(
        (user.email.as_str(), user.pending_email.as_str()),
        ("new@example.com", "")
    );
    assert_eq!(
        acme.world
            .operator()
            .finds("new@example.com")
            .await
            .expect("found")
            .name,
        "users/bob"
    );
    refused(
        acme.world.operator().finds("bob@example.com").await,
        why::NOT_FOUND,
    );
    refused(bob.confirms_email(&token).await, why::NOT_FOUND);
}

#[tokio::test]
async fn an_emails_link_is_good_for_seven_days() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    bob.updates_user("bob", email("new@example.com"), &["email"])
        .await
        .expect("changed");
    let token = acme.world.confirming_token("new@example.com").await;
    acme.world
        .passes(std::time::Duration::from_secs(7 * 24 * 3600));
    refused(bob.confirms_email(&token).await, why::NOT_FOUND);
    assert_eq!(
        bob.sees_user("bob").await.expect("themselves").email,
        "bob@example.com"
    );
}

#[tokio::test]
async fn nobody_vouches_for_their_own_email() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let request = v1::UpdateUserRequest {
        user: Some(v1::User {
            name: "users/bob".into(),
            ..email("new@example.com")
        }),
        email_confirmed: true,
        ..Default::default()
    };
    let answer = bob
        .users()
        .update_user(request)
        .await
        .map_err(crate::harness::Refused::from);
    refused(answer, why::OPERATOR_REQUIRED);
}

#[tokio::test]
async fn an_email_belongs_to_one_user_also_to_whoever_confirms_first() {
    let acme = Acme::new().await;
    let (bob, cleo) = (acme.bob().await, acme.member("cleo", collaborator()).await);
    // Nobody learns so who has an account: the link goes to its owner, and tells.
    cleo.updates_user("cleo", email("Bob@example.com"), &["email"])
        .await
        .expect("pending, as any other");
    let of_cleo = acme.world.confirming_token("Bob@example.com").await;
    refused(cleo.confirms_email(&of_cleo).await, why::EMAIL_TAKEN);
    refused(
        acme.world
            .operator()
            .updates_user("cleo", email("bob@example.com"), &["email"])
            .await,
        why::EMAIL_TAKEN,
    );
    bob.updates_user("bob", email("new@example.com"), &["email"])
        .await
        .expect("pending");
    let of_bob = acme.world.confirming_token("new@example.com").await;
    acme.world
        .operator()
        .registers("new")
        .await
        .expect("the address is nobody's yet");
    refused(bob.confirms_email(&of_bob).await, why::EMAIL_TAKEN);
}

#[tokio::test]
async fn the_operator_stops_a_person_everywhere_at_once() {
    let acme = Acme::new().await;
    let (bob, operator) = (acme.bob().await, acme.world.operator());
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let answer = operator.deactivates_user("bob").await.expect("deactivated");
    assert_eq!(
        answer.organizations_without_legal_representative,
        ["organizations/bob-own"]
    );
    refused(
        bob.asks("bob", "view", "organizations/acme").await,
        why::ACTING_USER_INACTIVE,
    );
    for (right, resource) in [
        ("kdrive/use", acme.drive.as_str()),
        ("view", "organizations/bob-own"),
    ] {
        let answer = operator
            .asks("bob", right, resource)
            .await
            .expect("an answer");
        assert_eq!(answer.decision(), v1::Decision::Denied);
    }
    operator.reactivates_user("bob").await.expect("reactivated");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn registering_gives_an_organization_of_the_persons_own_name() {
    let acme = Acme::new().await;
    let answer = acme
        .world
        .operator()
        .registers("zoe")
        .await
        .expect("registered");
    assert_eq!(
        answer.organization.expect("the organization").display_name,
        "zoe Example"
    );
    let zoe = acme.world.acting("zoe");
    assert_eq!(
        zoe.sees_organizations_of("zoe").await.expect("theirs"),
        ["organizations/zoe-own"]
    );
    let member = zoe.sees_member("zoe-own", "zoe").await.expect("the member");
    assert_eq!(member.role(), Role::LegalRepresentative);
}

/// Somebody without an account follows the link of an invitation by ann.
async fn follows_the_link(acme: &Acme, id: &str) -> Actor {
    let address = format!("{id}@example.com");
    let invitation = v1::Invitation {
        email: address.clone(),
        ..external()
    };
    acme.ann.invites("acme", invitation).await.expect("invited");
    let token = acme.world.mailed_token(&address).await;
    let new_user = v1::NewUser {
        user_id: id.into(),
        given_name: id.into(),
        ..Default::default()
    };
    acme.world
        .operator()
        .accepts_by_link(&token, Some(new_user))
        .await
        .expect("accepted");
    acme.world.acting(id)
}

#[tokio::test]
async fn who_is_invited_belongs_to_the_inviting_organization_and_gets_none() {
    let acme = Acme::new().await;
    let zoe = follows_the_link(&acme, "zoe").await;
    assert_eq!(
        zoe.sees_organizations_of("zoe").await.expect("theirs"),
        ["organizations/acme"]
    );
    assert!(
        zoe.sees_user("zoe")
            .await
            .expect("themselves")
            .email_confirmed
    );
}

#[tokio::test]
async fn whose_last_membership_is_removed_stays_with_none_until_given_one() {
    let acme = Acme::new().await;
    let zoe = follows_the_link(&acme, "zoe").await;
    acme.ann
        .removes_member("acme", "zoe")
        .await
        .expect("removed");
    assert!(
        zoe.sees_organizations_of("zoe")
            .await
            .expect("theirs")
            .is_empty()
    );
    assert_eq!(
        zoe.sees_user("zoe").await.expect("themselves").state(),
        v1::UserState::Active
    );
    acme.world
        .operator()
        .creates_organization("fresh", "zoe")
        .await
        .expect("created");
    assert_eq!(
        zoe.sees_organizations_of("zoe").await.expect("theirs"),
        ["organizations/fresh"]
    );
    acme.world.joins("acme", &acme.ann, &zoe, external()).await;
    assert!(zoe.may("view", "organizations/acme").await);
}
