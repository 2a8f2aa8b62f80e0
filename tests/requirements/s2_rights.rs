//! S2-23 to S2-30: using and managing, rights as data of each type, and work teams.

use grantor::v1;
use v1::RightKind;

use super::acme::Acme;
use crate::harness::{
    administrator, all, collaborator, kinds, of_type, own, products, refused, rights, to_member,
    to_team, why,
};

#[tokio::test]
async fn s2_23_using_a_product_is_not_managing_it() {
    let acme = Acme::new().await;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", usage)
        .await
        .expect("saved");
    assert!(acme.bob.may("use", &acme.drive).await);
    assert!(!acme.bob.may("manage", &acme.drive).await);
}

#[tokio::test]
async fn s2_23_managing_a_product_is_not_using_it() {
    let acme = Acme::new().await;
    let management = own(&[(&acme.drive, kinds(&[RightKind::Management]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", management)
        .await
        .expect("saved");
    assert!(acme.bob.may("manage", &acme.drive).await);
    assert!(!acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_24_a_service_asks_for_the_operation_and_is_told_no() {
    let acme = Acme::new().await;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", usage)
        .await
        .expect("saved");
    let shop = acme.world.service("shop", &["access.ask"]).await;
    let cancel = shop
        .asks("bob", "kdrive/manage", &acme.drive)
        .await
        .expect("answered");
    assert_eq!(cancel.decision(), v1::Decision::Denied);
    assert_eq!(cancel.reason(), v1::AccessReason::NotGranted);
    let create = shop
        .asks("bob", "kdrive/use", &acme.drive)
        .await
        .expect("answered");
    assert_eq!(create.decision(), v1::Decision::Allowed);
}

#[tokio::test]
async fn s2_24_using_invites_nobody() {
    let acme = Acme::new().await;
    acme.ann
        .grants_full_access("acme", "bob")
        .await
        .expect("given");
    let invitation = v1::Invitation {
        email: "new@example.com".into(),
        ..collaborator()
    };
    refused(
        acme.bob.invites("acme", invitation).await,
        why::RIGHT_MISSING,
    );
}

#[tokio::test]
async fn s2_25_technical_and_statistics_combine_freely() {
    let acme = Acme::new().await;
    for chosen in [
        &["technical"][..],
        &["statistics"],
        &["technical", "statistics"],
    ] {
        let named: Vec<_> = chosen
            .iter()
            .map(|right| format!("kdrive/{right}"))
            .collect();
        let named: Vec<_> = named.iter().map(String::as_str).collect();
        let access = own(&[(&acme.drive, rights(&named))]);
        acme.ann
            .saves_access("acme", "bob", "kdrive", access)
            .await
            .expect("saved");
        let held = acme
            .ann
            .lists_rights("bob", &acme.drive)
            .await
            .expect("listed")
            .rights;
        assert_eq!(
            held.iter()
                .map(|held| held.right.as_str())
                .collect::<Vec<_>>(),
            chosen
        );
    }
}

#[tokio::test]
async fn s2_26_domains_have_no_statistics() {
    let acme = Acme::new().await;
    let answer = acme.ann.asks("bob", "statistics", &acme.domain).await;
    let refused = refused(answer, why::RIGHT_UNKNOWN);
    assert!(
        refused.message.contains("manage") && refused.message.contains("dns"),
        "{}",
        refused.message
    );
}

#[tokio::test]
async fn s2_26_statistics_of_domains_can_not_be_given() {
    let acme = Acme::new().await;
    let named = own(&[(&acme.domain, rights(&["domain/statistics"]))]);
    let answer = acme.ann.saves_access("acme", "bob", "domain", named).await;
    refused(answer, why::RIGHT_UNKNOWN);
    let by_kind = own(&[(&acme.domain, kinds(&[RightKind::Statistics]))]);
    let answer = acme
        .ann
        .saves_access("acme", "bob", "domain", by_kind)
        .await;
    refused(answer, why::RIGHTS_DO_NOT_APPLY);
}

#[tokio::test]
async fn s2_27_ticketing_has_rights_of_its_own() {
    let acme = Acme::new().await;
    let desk = acme.gets("desk", "ticketing").await;
    let scanning = own(&[(&desk, rights(&["ticketing/scan"]))]);
    acme.ann
        .saves_access("acme", "bob", "ticketing", scanning)
        .await
        .expect("saved");
    assert!(acme.bob.may("scan", &desk).await);
    assert!(!acme.bob.may("sell", &desk).await);
}

#[tokio::test]
async fn s2_27_a_detailed_right_brings_what_the_catalog_says_it_implies() {
    let acme = Acme::new().await;
    let desk = acme.gets("desk", "ticketing").await;
    let refunds = own(&[(&desk, rights(&["ticketing/refund"]))]);
    acme.ann
        .saves_access("acme", "bob", "ticketing", refunds)
        .await
        .expect("saved");
    let explained = acme
        .ann
        .explains("bob", "sell", &desk)
        .await
        .expect("explained");
    assert_eq!(explained.decision(), v1::Decision::Allowed);
    assert_eq!(
        explained
            .paths
            .iter()
            .map(|way| way.implied_by.as_str())
            .collect::<Vec<_>>(),
        ["ticketing/refund"]
    );
    assert!(!acme.bob.may("scan", &desk).await);
}

#[tokio::test]
async fn s2_28_one_grant_to_a_team_gives_each_of_its_members_access() {
    let acme = Acme::new().await;
    let cleo = acme
        .world
        .member("acme", &acme.ann, "cleo", collaborator())
        .await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    acme.ann
        .adds_to_team("acme", "web", &["bob", "cleo"])
        .await
        .expect("added");
    let held = to_team(
        "acme",
        "web",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    acme.ann.grants_access("acme", held).await.expect("granted");
    assert!(acme.bob.may("use", &acme.drive).await);
    assert!(cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_29_a_team_is_a_group_tied_to_products_with_chosen_rights() {
    let acme = Acme::new().await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    acme.ann
        .adds_to_team("acme", "web", &["bob"])
        .await
        .expect("added");
    for (right, scope) in [
        ("kdrive/manage", products(&[&acme.drive])),
        ("domain/dns", of_type("domain")),
    ] {
        let held = to_team("acme", "web", rights(&[right]), scope);
        acme.ann.grants_access("acme", held).await.expect("granted");
    }
    let usable = acme
        .ann
        .lists_accessible_products("acme", "bob", "")
        .await
        .expect("listed");
    let usable: Vec<_> = usable
        .iter()
        .map(|usable| (usable.product.as_str(), usable.rights.join(" ")))
        .collect();
    assert_eq!(
        usable,
        [
            (acme.domain.as_str(), "dns".to_owned()),
            (acme.drive.as_str(), "manage".to_owned())
        ]
    );
}

#[tokio::test]
async fn s2_29_upper_roles_are_in_no_team() {
    let acme = Acme::new().await;
    acme.world
        .member("acme", &acme.ann, "zoe", administrator(&[]))
        .await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    let answer = acme.ann.adds_to_team("acme", "web", &["zoe"]).await;
    refused(answer, why::UPPER_ROLE_HOLDS_NO_GRANTS);
}

#[tokio::test]
async fn s2_30_a_new_collaborator_has_what_they_need_by_joining() {
    let acme = Acme::new().await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    let held = to_team(
        "acme",
        "web",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    acme.ann.grants_access("acme", held).await.expect("granted");
    assert!(!acme.bob.may("use", &acme.drive).await);
    acme.ann
        .adds_to_team("acme", "web", &["bob"])
        .await
        .expect("added");
    assert!(acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_30_who_leaves_a_team_loses_what_came_through_it_alone() {
    let acme = Acme::new().await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    let held = to_team(
        "acme",
        "web",
        rights(&["kdrive/use", "kdrive/manage"]),
        products(&[&acme.drive]),
    );
    acme.ann.grants_access("acme", held).await.expect("granted");
    let own = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    acme.ann.grants_access("acme", own).await.expect("granted");
    acme.ann
        .adds_to_team("acme", "web", &["bob"])
        .await
        .expect("added");
    acme.ann
        .removes_from_team("acme", "web", &["bob"])
        .await
        .expect("removed");
    assert!(!acme.bob.may("manage", &acme.drive).await);
    assert!(acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_30_an_invitation_brings_a_new_collaborator_into_their_team() {
    let acme = Acme::new().await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    let held = to_team("acme", "web", rights(&["kdrive/use"]), all());
    acme.ann.grants_access("acme", held).await.expect("granted");
    let invitation = v1::Invitation {
        teams: vec!["organizations/acme/teams/web".into()],
        ..collaborator()
    };
    let cleo = acme
        .world
        .member("acme", &acme.ann, "cleo", invitation)
        .await;
    assert!(cleo.may("use", &acme.drive).await);
}
