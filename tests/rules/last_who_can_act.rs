//! Rule 5, a legal representative who cannot act any more is none who stays.

use grantor::v1;

use super::Acme;
use crate::harness::{deactivation, refused, why};

const LAST: crate::harness::Why = why::LAST_LEGAL_REPRESENTATIVE;

/// Every way for ann to go but erasure.
async fn ann_stays(acme: &Acme) {
    refused(acme.ann.leaves("acme").await, LAST);
    refused(acme.ann.removes_member("acme", "ann").await, LAST);
    refused(acme.ann.deactivates_member("acme", "ann").await, LAST);
    let down = acme
        .ann
        .changes_role("acme", "ann", v1::Role::Collaborator)
        .await;
    refused(down, LAST);
    let ticket = deactivation("acme", "ann", "Gone.");
    let ticket = acme.ann.opens("acme", ticket).await.expect("opened");
    refused(acme.world.operator().applies(&ticket.name).await, LAST);
}

#[tokio::test]
async fn attack_a9_an_erased_one_does_not_count() {
    let acme = Acme::new().await;
    acme.leo().await;
    let operator = acme.world.operator();
    operator.erases_user("leo").await.expect("erased");
    ann_stays(&acme).await;
    let gone = acme.ann.removes_member("acme", "leo").await;
    gone.expect("removed");
}

#[tokio::test]
async fn attack_a9_nobody_erases_themselves_while_others_need_them() {
    let acme = Acme::new().await;
    acme.bob().await;
    let refusal = refused(acme.ann.erases_user("ann").await, LAST);
    assert!(
        refusal.message.contains("organizations/acme"),
        "{refusal:?}"
    );
    assert!(!refusal.message.contains("ann-own"), "{refusal:?}");
    let leo = acme.leo().await;
    acme.ann.erases_user("ann").await.expect("leo stays");
    refused(leo.erases_user("leo").await, LAST);
    // The operator may always, and is told what is left alone.
    let erased = acme.world.operator().erases_user("leo").await;
    let alone = erased
        .expect("erased")
        .organizations_without_legal_representative;
    assert!(
        alone.contains(&"organizations/acme".to_owned()),
        "{alone:?}"
    );
}
