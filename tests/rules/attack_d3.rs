//! What is read can be written back, also after a right has left the catalog.

use grantor::v1;

use super::Acme;
use crate::harness::{Why, catalog_types, products, refused, rights, to_member};

const UNKNOWN: Why = (tonic::Code::InvalidArgument, "RIGHT_UNKNOWN");

/// The catalog without kdrive/statistics.
async fn without_statistics(acme: &Acme) {
    let mut types = catalog_types();
    let drive = types
        .iter_mut()
        .find(|known| known.name == "productTypes/kdrive");
    let drive = drive.expect("kdrive");
    drive.rights.retain(|right| right.id != "statistics");
    let request = v1::ApplyCatalogRequest {
        product_types: types,
        allow_loss: true,
        ..Default::default()
    };
    let mut catalog = acme.world.operator().catalog();
    catalog.apply_catalog(request).await.expect("applied");
}

#[tokio::test]
async fn attack_d3_a_grant_is_written_back_after_its_right_left_the_catalog() {
    let acme = Acme::new().await;
    acme.bob().await;
    let wide = rights(&["kdrive/use", "kdrive/statistics"]);
    let grant = acme.gives("bob", wide, products(&[&acme.drive])).await;
    without_statistics(&acme).await;
    let read = acme.ann.sees_grants("acme").await.expect("grants");
    let read = read
        .into_iter()
        .find(|seen| seen.name == grant.name)
        .expect("it");
    let names = ["kdrive/use", "kdrive/statistics"];
    assert_eq!(read.rights.as_ref().expect("rights").names, names);
    let back = acme
        .ann
        .updates_grant(read.clone(), &["rights", "scope"])
        .await;
    let back = back.expect("written back");
    assert_eq!(back.rights, read.rights);
    // The same without a mask. On more products it would be given anew.
    let back = acme.ann.updates_grant(back, &[]).await;
    let back = back.expect("all of it");
    let wider = v1::Grant {
        scope: Some(products(&[&acme.drive, &acme.archive])),
        ..back.clone()
    };
    refused(acme.ann.updates_grant(wider, &[]).await, UNKNOWN);
    let narrowed = v1::Grant {
        rights: Some(rights(&["kdrive/statistics"])),
        ..back
    };
    acme.ann
        .updates_grant(narrowed, &[])
        .await
        .expect("narrowed");
}

#[tokio::test]
async fn attack_d3_a_right_that_left_is_given_to_nobody_anew() {
    let acme = Acme::new().await;
    acme.bob().await;
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    without_statistics(&acme).await;
    let gone = rights(&["kdrive/use", "kdrive/statistics"]);
    let wider = v1::Grant {
        rights: Some(gone.clone()),
        ..grant
    };
    refused(acme.ann.updates_grant(wider, &["rights"]).await, UNKNOWN);
    let another = to_member("acme", "bob", gone, products(&[&acme.drive]));
    refused(acme.ann.grants_access("acme", another).await, UNKNOWN);
}
