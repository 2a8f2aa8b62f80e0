//! Rule 3, administrators, and of rule 2 that only a legal representative appoints another.

use grantor::v1;
use v1::{Area, Role};

use super::Acme;
use crate::harness::{administrator, all, collaborator, products, refused, technician, why};

#[tokio::test]
async fn an_administrator_changes_no_legal_representative() {
    let acme = Acme::new().await;
    let ada = acme.ada().await;
    acme.leo().await;
    let why = why::LEGAL_REPRESENTATIVE_REQUIRED;
    refused(
        ada.changes_role("acme", "leo", Role::Collaborator).await,
        why,
    );
    refused(ada.deactivates_member("acme", "leo").await, why);
    refused(ada.removes_member("acme", "leo").await, why);
    acme.ann
        .deactivates_member("acme", "leo")
        .await
        .expect("deactivated");
    refused(ada.reactivates_member("acme", "leo").await, why);
}

#[tokio::test]
async fn an_administrator_changes_nothing_of_their_own() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    let wider = Some(all());
    refused(
        tim.hands_out("acme", "tim", &[Area::UserRights, Area::Technical], wider)
            .await,
        why::RAISES_SELF,
    );
    refused(
        tim.hands_out("acme", "tim", &[], None).await,
        why::RAISES_SELF,
    );
    refused(
        tim.changes_role("acme", "tim", Role::LegalRepresentative)
            .await,
        why::RAISES_SELF,
    );
    refused(
        tim.changes_role("acme", "tim", Role::Collaborator).await,
        why::RAISES_SELF,
    );
    refused(
        tim.deactivates_member("acme", "tim").await,
        why::RAISES_SELF,
    );
    refused(tim.removes_member("acme", "tim").await, why::RAISES_SELF);
}

#[tokio::test]
async fn an_administrator_changes_none_who_has_an_area_that_they_lack() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    acme.member("fay", administrator(&[Area::Financial])).await;
    refused(
        una.hands_out("acme", "fay", &[], None).await,
        why::ADMINISTRATOR_ABOVE,
    );
    refused(
        una.changes_role("acme", "fay", Role::External).await,
        why::ADMINISTRATOR_ABOVE,
    );
    refused(
        una.deactivates_member("acme", "fay").await,
        why::ADMINISTRATOR_ABOVE,
    );
    refused(
        una.removes_member("acme", "fay").await,
        why::ADMINISTRATOR_ABOVE,
    );
    acme.ann
        .deactivates_member("acme", "fay")
        .await
        .expect("deactivated");
    refused(
        una.reactivates_member("acme", "fay").await,
        why::ADMINISTRATOR_ABOVE,
    );
}

#[tokio::test]
async fn an_administrator_changes_those_who_have_no_more() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.member("tia", technician(products(&[&acme.drive]), &[]))
        .await;
    acme.member("uwe", administrator(&[Area::UserRights])).await;
    tim.hands_out("acme", "tia", &[], None)
        .await
        .expect("an area is taken");
    tim.deactivates_member("acme", "uwe")
        .await
        .expect("deactivated");
    tim.reactivates_member("acme", "uwe")
        .await
        .expect("reactivated");
    tim.removes_member("acme", "uwe").await.expect("removed");
}

#[tokio::test]
async fn an_administrator_hands_out_no_area_that_they_lack() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    acme.bob().await;
    for area in [Area::Financial, Area::Security] {
        refused(
            una.hands_out("acme", "bob", &[area], None).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let drive = Some(products(&[&acme.drive]));
    refused(
        una.hands_out("acme", "bob", &[Area::Technical], drive)
            .await,
        why::GIVES_MORE_THAN_HELD,
    );
    una.hands_out("acme", "bob", &[Area::UserRights], None)
        .await
        .expect("handed out");
    assert!(
        acme.world
            .acting("bob")
            .may("manage_users", "organizations/acme")
            .await
    );
}

#[tokio::test]
async fn a_new_administrator_has_no_area_unless_the_platform_says_so() {
    let acme = Acme::new().await;
    acme.bob().await;
    let answer = acme
        .ann
        .changes_role("acme", "bob", Role::Administrator)
        .await
        .expect("changed");
    assert!(answer.member.expect("the member").areas.is_empty());
    let areas = [
        Area::Financial,
        Area::Security,
        Area::UserRights,
        Area::Technical,
    ]
    .map(i32::from)
    .to_vec();
    let settings = v1::PlatformSettings {
        default_administrator_areas: areas.clone(),
        ..Default::default()
    };
    acme.world
        .operator()
        .sets(settings, &["default_administrator_areas"])
        .await
        .expect("set");
    acme.member("cleo", collaborator()).await;
    let answer = acme
        .ann
        .changes_role("acme", "cleo", Role::Administrator)
        .await
        .expect("changed");
    let member = answer.member.expect("the member");
    assert_eq!(member.areas, areas);
    assert_eq!(member.technical_scope, Some(all()));
}
