//! The catalog's flags count a partner's staff, who hold what a mandate gives.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{Answer, catalog_types, limited, offered, products, refused, rights};

/// The catalog with `kdrive/manage` implying `kdrive/statistics`, or without `kdrive/manage`.
fn changed(implies: bool) -> v1::ProductType {
    let mut types = catalog_types().into_iter();
    let mut kdrive = types.next().expect("kdrive");
    if implies {
        kdrive.rights[1].implies = vec!["statistics".into()];
    } else {
        kdrive.rights.remove(1);
    }
    kdrive
}

async fn applies(
    agency: &Agency,
    kdrive: v1::ProductType,
    (allow_gain, allow_loss): (bool, bool),
) -> Answer<v1::ApplyCatalogResponse> {
    let request = v1::ApplyCatalogRequest {
        product_types: vec![kdrive],
        allow_gain,
        allow_loss,
        ..Default::default()
    };
    let mut catalog = agency.acme.world.operator().catalog();
    Ok(catalog.apply_catalog(request).await?.into_inner())
}

async fn with_mandate() -> Agency {
    let agency = Agency::new().await;
    let scope = products(&[&agency.acme.drive]);
    let mandate = limited(vec![offered(rights(&["kdrive/manage"]), scope)]);
    agency.begun(mandate).await;
    agency
}

const GIVES: (tonic::Code, &str) = (tonic::Code::FailedPrecondition, "CATALOG_GIVES_RIGHTS");
const TAKES: (tonic::Code, &str) = (tonic::Code::FailedPrecondition, "CATALOG_TAKES_RIGHTS");

#[tokio::test]
async fn attack_a8_an_implication_gives_staff_nothing_without_the_flag() {
    let agency = with_mandate().await;
    refused(applies(&agency, changed(true), (false, false)).await, GIVES);
    assert!(!agency.pia.may("statistics", &agency.acme.drive).await);
    let applied = applies(&agency, changed(true), (true, false)).await;
    let applied = applied.expect("applied");
    assert_eq!(applied.gaining_user_count, 1, "pia");
    assert!(agency.pia.may("statistics", &agency.acme.drive).await);
}

#[tokio::test]
async fn attack_a8_a_removed_right_takes_from_staff_and_says_so() {
    let agency = with_mandate().await;
    refused(
        applies(&agency, changed(false), (false, false)).await,
        TAKES,
    );
    assert!(agency.pia.may("manage", &agency.acme.drive).await);
}
