//! Rule 3, administrators, and of rule 2 that only a legal representative appoints another.

use grantor::v1;
use v1::{Area, Role};

use super::Acme;
use crate::harness::{
    administrator, all, collaborator, of_type, products, refused, rights, tag, technician, why,
};

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
async fn only_a_legal_representative_makes_another() {
    let acme = Acme::new().await;
    let (ada, bob) = (acme.ada().await, acme.bob().await);
    let invitation = v1::Invitation {
        email: "new@example.com".into(),
        ..crate::harness::legal_representative()
    };
    refused(
        ada.invites("acme", invitation.clone()).await,
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
    let why = why::LEGAL_REPRESENTATIVE_REQUIRED;
    refused(
        ada.changes_role("acme", "bob", Role::LegalRepresentative)
            .await,
        why,
    );
    acme.ann
        .changes_role("acme", "bob", Role::LegalRepresentative)
        .await
        .expect("appointed");
    assert!(bob.may("manage_organization", "organizations/acme").await);
    bob.invites("acme", invitation).await.expect("invited");
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
async fn an_administrator_may_leave() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    tim.leaves("acme").await.expect("gone");
    refused(acme.ann.sees_member("acme", "tim").await, why::NOT_FOUND);
    assert!(!tim.may("view", "organizations/acme").await);
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
async fn an_administrator_changes_none_whose_technical_scope_is_wider() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.member(
        "eli",
        technician(products(&[&acme.drive, &acme.archive]), &[]),
    )
    .await;
    acme.member("tia", technician(of_type("kdrive"), &[])).await;
    acme.member("tom", administrator(&[Area::Technical])).await;
    for wider in ["eli", "tia", "tom"] {
        refused(
            tim.removes_member("acme", wider).await,
            why::ADMINISTRATOR_ABOVE,
        );
    }
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
async fn an_administrator_hands_out_no_wider_technical_scope() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.bob().await;
    let both = products(&[&acme.drive, &acme.archive]);
    for wider in [both, of_type("kdrive"), tag("x"), all()] {
        let answer = tim
            .hands_out("acme", "bob", &[Area::Technical], Some(wider))
            .await;
        refused(answer, why::GIVES_MORE_THAN_HELD);
    }
    tim.hands_out(
        "acme",
        "bob",
        &[Area::Technical],
        Some(products(&[&acme.drive])),
    )
    .await
    .expect("handed out");
    let bob = acme.world.acting("bob");
    assert!(bob.may("kdrive/manage", &acme.drive).await);
    assert!(!bob.may("kdrive/manage", &acme.archive).await);
}

#[tokio::test]
async fn an_administrator_widens_no_scope_of_another_beyond_their_own() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.member("tia", technician(products(&[&acme.drive]), &[]))
        .await;
    let member = v1::Member {
        technical_scope: Some(all()),
        ..Default::default()
    };
    refused(
        tim.updates_member("acme", "tia", member, &["technical_scope"])
            .await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn an_administrator_without_user_rights_manages_nobody() {
    let acme = Acme::new().await;
    let areas = [Area::Financial, Area::Security, Area::Technical];
    let mia = acme.member("mia", administrator(&areas)).await;
    acme.bob().await;
    refused(
        mia.changes_role("acme", "bob", Role::External).await,
        why::RIGHT_MISSING,
    );
    refused(
        mia.deactivates_member("acme", "bob").await,
        why::RIGHT_MISSING,
    );
    refused(mia.removes_member("acme", "bob").await, why::RIGHT_MISSING);
    let invitation = v1::Invitation {
        email: "new@example.com".into(),
        ..collaborator()
    };
    refused(mia.invites("acme", invitation).await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn a_collaborator_raises_nobody_also_not_themselves() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    refused(
        bob.changes_role("acme", "bob", Role::Administrator).await,
        why::RIGHT_MISSING,
    );
    refused(
        bob.changes_role("acme", "ann", Role::Collaborator).await,
        why::RIGHT_MISSING,
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

#[tokio::test]
async fn the_platforms_areas_are_never_more_than_the_giver_may_hand_out() {
    let acme = Acme::new().await;
    let (una, tim) = (acme.una().await, acme.tim().await);
    let areas = [
        Area::Financial,
        Area::Security,
        Area::UserRights,
        Area::Technical,
    ]
    .map(i32::from)
    .to_vec();
    let settings = v1::PlatformSettings {
        default_administrator_areas: areas,
        ..Default::default()
    };
    acme.world
        .operator()
        .sets(settings, &["default_administrator_areas"])
        .await
        .expect("set");
    acme.bob().await;
    acme.member("cleo", collaborator()).await;
    let answer = una
        .changes_role("acme", "bob", Role::Administrator)
        .await
        .expect("changed");
    assert_eq!(
        answer.member.expect("the member").areas,
        [i32::from(Area::UserRights)]
    );
    let answer = tim
        .changes_role("acme", "cleo", Role::Administrator)
        .await
        .expect("changed");
    let member = answer.member.expect("the member");
    assert_eq!(
        member.areas,
        [Area::UserRights, Area::Technical].map(i32::from)
    );
    assert_eq!(member.technical_scope, Some(products(&[&acme.drive])));
}

#[tokio::test]
async fn a_promotion_takes_grants_and_teams_and_a_demotion_restores_nothing() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let answer = acme
        .ann
        .hands_out("acme", "bob", &[], None)
        .await
        .expect("promoted");
    let names: Vec<_> = answer
        .removed_grants
        .iter()
        .map(|grant| grant.name.as_str())
        .collect();
    assert_eq!(names, [grant.name.as_str()]);
    assert_eq!(answer.removed_teams, ["organizations/acme/teams/writers"]);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    acme.ann
        .changes_role("acme", "bob", Role::Collaborator)
        .await
        .expect("demoted");
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}
