//! What the check of rule 1 must let pass: honest writes that look like raising oneself and are none.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{collaborator, own, products, rights};

#[tokio::test]
async fn attack_a1_a_member_leaves_and_a_manager_narrows_what_is_theirs() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let pam = agency.colleague("pam", super::agency::staff()).await;
    acme.world
        .joins("acme", &acme.ann, &pam, collaborator())
        .await;
    let both = products(&[&acme.drive, &acme.archive]);
    let grant = acme.gives("pam", rights(&["kdrive/use"]), both).await;
    agency.begun_full().await;
    let narrower = v1::Grant {
        scope: Some(products(&[&acme.drive])),
        ..grant.clone()
    };
    let narrowed = pam.updates_grant(narrower, &["scope"]).await;
    narrowed.expect("her own grant, narrowed");
    let less = own(&[]);
    let saved = pam.saves_access("acme", "pam", "kdrive", less).await;
    saved.expect("her own access, taken away");
    pam.leaves("acme").await.expect("left");
}
