//! S2-1 to S2-7: accounts, the organizations they belong to, and their roles.

use grantor::v1;
use v1::{Area, Decision, Role};

use super::acme::Acme;
use crate::harness::{
    Actor, Refused, World, collaborator, external, fully, own, products, refused, rights, why,
};

#[tokio::test]
async fn s2_1_a_users_product_rights_in_the_organization_can_be_modified() {
    let acme = Acme::new().await;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", usage)
        .await
        .expect("saved");
    assert!(acme.bob.may("use", &acme.drive).await);

    let statistics = own(&[(&acme.drive, rights(&["kdrive/statistics"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", statistics)
        .await
        .expect("saved");
    assert!(acme.bob.may("statistics", &acme.drive).await);
    assert!(!acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_2_an_account_belongs_to_an_organization_from_the_moment_it_is_opened() {
    let world = World::new().await;
    let carol = world.user("carol").await;
    assert_eq!(organizations_of(&carol).await, ["organizations/carol-own"]);
}

#[tokio::test]
async fn s2_2_an_account_whose_last_membership_is_removed_stays_without_any() {
    let (world, ann) = World::acme().await;
    let dora = joins_by_link(&world, &ann, "dora@example.com").await;
    ann.removes_member("acme", dora.id())
        .await
        .expect("removed");
    assert_eq!(organizations_of(&dora).await, Vec::<String>::new());
    let request = v1::GetUserRequest {
        name: format!("users/{}", dora.id()),
    };
    let user = dora
        .users()
        .get_user(request)
        .await
        .expect("still there")
        .into_inner()
        .user
        .expect("the user");
    assert_eq!(user.state(), v1::UserState::Active);
}

#[tokio::test]
async fn s2_3_somebody_alone_gets_an_organization_in_their_name_and_is_its_legal_representative() {
    let world = World::new().await;
    let registered = world
        .operator()
        .registers("carol")
        .await
        .expect("registered");
    let organization = registered.organization.expect("an organization");
    assert_eq!(organization.name, "organizations/carol-own");
    assert_eq!(organization.display_name, "carol Example");
    let member = world
        .acting("carol")
        .sees_member("carol-own", "carol")
        .await
        .expect("a member");
    assert_eq!(member.role(), Role::LegalRepresentative);
    assert!(
        world
            .acting("carol")
            .may("manage_organization", "organizations/carol-own")
            .await
    );
}

#[tokio::test]
async fn s2_4_somebody_invited_belongs_to_the_inviting_organization_and_gets_none_of_their_own() {
    let (world, ann) = World::acme().await;
    let dora = joins_by_link(&world, &ann, "dora@example.com").await;
    assert_eq!(organizations_of(&dora).await, ["organizations/acme"]);
}

#[tokio::test]
async fn s2_4_an_invitation_brings_what_it_was_sent_for() {
    let acme = Acme::new().await;
    let offered = v1::OfferedGrant {
        scope: Some(products(&[&acme.drive])),
        rights: Some(rights(&["kdrive/manage"])),
        ..Default::default()
    };
    let dora = acme.world.user("dora").await;
    let invitation = v1::Invitation {
        email: "dora@example.com".into(),
        grants: vec![offered],
        ..external()
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    let before = acme
        .ann
        .asks("dora", "manage", &acme.drive)
        .await
        .expect("answered");
    assert_eq!(
        (before.decision(), before.reason()),
        (Decision::Denied, v1::AccessReason::NotAMember)
    );

    dora.accepts(&open.name).await.expect("accepted");
    assert!(dora.may("manage", &acme.drive).await);
    assert!(!dora.may("manage", &acme.other_drive).await);
}

#[tokio::test]
async fn s2_5_a_users_role_can_be_modified() {
    let acme = Acme::new().await;
    let changed = acme
        .ann
        .changes_role("acme", "bob", Role::External)
        .await
        .expect("changed");
    assert_eq!(changed.member.expect("the member").role(), Role::External);
    assert_eq!(
        acme.ann
            .sees_member("acme", "bob")
            .await
            .expect("seen")
            .role(),
        Role::External
    );
    assert!(!acme.bob.may("share_directory", "organizations/acme").await);
}

#[tokio::test]
async fn s2_6_an_insider_is_legal_representative_administrator_or_collaborator() {
    let acme = Acme::new().await;
    for role in [
        Role::Administrator,
        Role::LegalRepresentative,
        Role::Collaborator,
    ] {
        let changed = acme
            .ann
            .changes_role("acme", "bob", role)
            .await
            .expect("changed");
        assert_eq!(changed.member.expect("the member").role(), role);
        assert!(
            acme.bob.may("share_directory", "organizations/acme").await,
            "{role:?}"
        );
    }
}

#[tokio::test]
async fn s2_6_a_new_administrator_starts_without_areas() {
    let acme = Acme::new().await;
    let changed = acme
        .ann
        .changes_role("acme", "bob", Role::Administrator)
        .await
        .expect("changed");
    assert_eq!(changed.member.expect("the member").areas, Vec::<i32>::new());
    let answer = acme
        .ann
        .asks("bob", "use", &acme.drive)
        .await
        .expect("answered");
    assert_eq!(
        (answer.decision(), answer.reason()),
        (Decision::Denied, v1::AccessReason::AreaMissing)
    );
}

#[tokio::test]
async fn s2_6_areas_are_an_administrators_alone() {
    let acme = Acme::new().await;
    let member = v1::Member {
        name: "organizations/acme/members/bob".into(),
        areas: vec![Area::Financial.into()],
        ..Default::default()
    };
    let request = v1::UpdateMemberRequest {
        member: Some(member),
        ..Default::default()
    };
    let answer = acme
        .ann
        .members()
        .update_member(request)
        .await
        .map_err(Refused::from);
    let refused = refused(answer, why::FIELD_INVALID);
    assert_eq!(refused.fields, ["member.areas"]);
}

#[tokio::test]
async fn s2_7_an_external_has_limited_rights() {
    let acme = Acme::new().await;
    let eve = acme
        .world
        .member("acme", &acme.ann, "eve", external())
        .await;
    let granted = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "eve", "kdrive", granted)
        .await
        .expect("saved");
    assert!(eve.may("use", &acme.drive).await);
    assert!(!eve.may("use", &acme.other_drive).await);
    let held = acme
        .ann
        .lists_rights("eve", "organizations/acme")
        .await
        .expect("listed")
        .rights;
    assert_eq!(
        held.iter()
            .map(|held| held.right.as_str())
            .collect::<Vec<_>>(),
        ["view"]
    );
}

#[tokio::test]
async fn s2_7_an_external_manages_nobody() {
    let acme = Acme::new().await;
    let eve = acme
        .world
        .member("acme", &acme.ann, "eve", external())
        .await;
    let answer = eve.changes_role("acme", "bob", Role::External).await;
    refused(answer, why::RIGHT_MISSING);
}

/// Names of the organizations that a user is a member of.
async fn organizations_of(user: &Actor) -> Vec<String> {
    let request = v1::ListOrganizationsRequest {
        member: format!("users/{}", user.id()),
        consistency: fully(),
        ..Default::default()
    };
    let listed = user
        .organizations()
        .list_organizations(request)
        .await
        .expect("listed")
        .into_inner();
    listed
        .organizations
        .into_iter()
        .map(|organization| organization.name)
        .collect()
}

/// Somebody without an account, who follows the link of an invitation to acme.
async fn joins_by_link(world: &World, inviter: &Actor, email: &str) -> Actor {
    let invitation = v1::Invitation {
        email: email.to_owned(),
        ..collaborator()
    };
    inviter.invites("acme", invitation).await.expect("invited");
    let token = world.mailed_token(email).await;
    let request = v1::AcceptInvitationRequest {
        invitation: Some(v1::accept_invitation_request::Invitation::Token(token)),
        new_user: Some(v1::NewUser {
            given_name: "Dora".into(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let accepted = world
        .operator()
        .invitations()
        .accept_invitation(request)
        .await
        .expect("accepted")
        .into_inner();
    let user = accepted.user.expect("the new user").name;
    world.acting(user.strip_prefix("users/").expect("a user"))
}
