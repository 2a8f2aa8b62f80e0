//! What goes along with something deleted is asked as if it were taken directly, and partners are told.

use grantor::v1::Area;

use super::Acme;
use super::agency::{Agency, CONTACT};
use crate::harness::{
    administrator, group, limited, of_type, offered, products, refused, rights, technician, why,
};

/// tom keeps products, and manages neither users nor partners.
async fn tom(acme: &Acme) -> crate::harness::Actor {
    acme.member("tom", administrator(&[Area::Technical])).await
}

#[tokio::test]
async fn attack_a7_a_groups_deleter_takes_no_mandate_along() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let tom = tom(acme).await;
    let site = tom.creates_group("acme", "site").await.expect("a group");
    let added = tom.adds_to_group(&site, &[&acme.drive]).await;
    added.expect("in the group");
    let mandate = limited(vec![offered(rights(&["kdrive/manage"]), group(&site))]);
    let name = agency.begun(mandate).await;
    refused(tom.deletes_group(&site).await, why::RIGHT_MISSING);
    assert!(agency.pia.may("manage", &acme.drive).await);
    // The representative may, and the partner is told; what is left of the partnership is there and gives nothing.
    acme.ann.deletes_group(&site).await.expect("deleted");
    assert!(!agency.pia.may("manage", &acme.drive).await);
    let shown = acme.ann.sees_partnership(&name).await;
    let state = shown.expect("shown").state();
    assert_eq!(state, grantor::v1::PartnershipState::Active);
    acme.world.mailed(CONTACT, "A partnership changed").await;
}

#[tokio::test]
async fn attack_a7_a_groups_deleter_takes_no_other_administrators_area_along() {
    let acme = Acme::new().await;
    let site = acme.ann.creates_group("acme", "site").await.expect("group");
    let added = acme.ann.adds_to_group(&site, &[&acme.drive]).await;
    added.expect("in the group");
    let tim = acme.technician("tim", group(&site)).await;
    let tom = tom(&acme).await;
    refused(tom.deletes_group(&site).await, why::RIGHT_MISSING);
    let ulf = acme
        .member("ulf", technician(of_type("kdrive"), &[Area::UserRights]))
        .await;
    // He manages users, and lacks an area that tim has.
    refused(ulf.deletes_group(&site).await, why::ADMINISTRATOR_ABOVE);
    assert!(tim.may("use", &acme.drive).await);
    acme.ann.deletes_group(&site).await.expect("deleted");
    assert!(!tim.may("use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a7_a_service_deletes_a_product_whoever_holds_it_and_the_partner_is_told() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let scope = products(&[&acme.drive]);
    let mandate = limited(vec![offered(rights(&["kdrive/manage"]), scope)]);
    agency.begun(mandate).await;
    let shop = acme.world.service("shop", &["products.write"]).await;
    shop.deletes_product(&acme.drive).await.expect("deleted");
    acme.world.mailed(CONTACT, "A partnership changed").await;
}
