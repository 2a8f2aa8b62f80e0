//! Lists show what they say they show.

use grantor::v1;

use super::Acme;
use crate::harness::{refused, why};

#[tokio::test]
async fn attack_d4_a_deactivated_member_still_sees_where_they_are_a_member() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let own = ["organizations/acme", "organizations/bob-own"];
    assert_eq!(bob.sees_organizations_of("bob").await.expect("theirs"), own);
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    assert_eq!(bob.sees_organizations_of("bob").await.expect("theirs"), own);
    // Its name and look, and nothing else of it.
    refused(bob.sees_organization("acme").await, why::NOT_FOUND);
    let asked = v1::ListOrganizationsRequest {
        member: "users/bob".into(),
        ..Default::default()
    };
    let answer = bob.organizations().list_organizations(asked).await;
    let listed = answer.expect("listed").into_inner().organizations;
    let shown = &listed[0];
    assert_eq!(
        (shown.display_name.as_str(), shown.etag.as_str()),
        ("acme", "")
    );
}

#[tokio::test]
async fn an_organization_is_listed_as_it_is_answered_alone() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    for (member, sees_settings) in [(&acme.ann, true), (&bob, false)] {
        let asked = v1::ListOrganizationsRequest {
            member: format!("users/{}", member.id()),
            ..Default::default()
        };
        let answer = member.organizations().list_organizations(asked).await;
        let listed = answer.expect("listed").into_inner().organizations;
        let alone = member.sees_organization("acme").await.expect("answered");
        assert_eq!(listed[0], alone);
        assert_eq!(alone.create_time.is_some(), sees_settings);
    }
}

#[tokio::test]
async fn attack_d4_who_is_no_member_any_more_or_is_somebody_else_does_not() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.ann
        .deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    refused(
        acme.ann.sees_organizations_of("bob").await,
        why::OPERATOR_REQUIRED,
    );
    acme.ann
        .removes_member("acme", "bob")
        .await
        .expect("removed");
    let own = bob.sees_organizations_of("bob").await.expect("theirs");
    assert_eq!(own, ["organizations/bob-own"]);
}
