//! Rule 5, the last active legal representative stays. Everybody else may leave.

use grantor::v1;
use v1::Role;

use super::Acme;
use crate::harness::{products, refused, rights, why};

const LAST: crate::harness::Why = why::LAST_LEGAL_REPRESENTATIVE;

/// Every way for ann to go.
async fn ann_stays(acme: &Acme) {
    refused(acme.ann.leaves("acme").await, LAST);
    refused(acme.ann.removes_member("acme", "ann").await, LAST);
    refused(acme.ann.deactivates_member("acme", "ann").await, LAST);
    for role in [Role::Administrator, Role::Collaborator, Role::External] {
        refused(acme.ann.changes_role("acme", "ann", role).await, LAST);
    }
    assert!(
        acme.ann
            .may("manage_organization", "organizations/acme")
            .await
    );
}

#[tokio::test]
async fn the_only_one_goes_in_no_way() {
    let acme = Acme::new().await;
    acme.ada().await;
    ann_stays(&acme).await;
}

#[tokio::test]
async fn with_another_one_may_leave_and_then_that_one_is_the_last() {
    let acme = Acme::new().await;
    let leo = acme.leo().await;
    acme.ann.leaves("acme").await.expect("gone");
    assert!(!acme.ann.may("view", "organizations/acme").await);
    refused(leo.leaves("acme").await, LAST);
}

#[tokio::test]
async fn of_two_who_leave_at_once_exactly_one_goes() {
    let acme = Acme::new().await;
    let leo = acme.leo().await;
    let lost = match tokio::join!(acme.ann.leaves("acme"), leo.leaves("acme")) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        other => panic!("exactly one goes: {other:?}"),
    };
    assert_eq!((lost.code, lost.reason.as_str()), LAST);
}

#[tokio::test]
async fn of_two_who_demote_each_other_at_once_exactly_one_wins() {
    let acme = Acme::new().await;
    let leo = acme.leo().await;
    let ann_tries = acme.ann.changes_role("acme", "leo", Role::Collaborator);
    let leo_tries = leo.changes_role("acme", "ann", Role::Collaborator);
    let lost = match tokio::join!(ann_tries, leo_tries) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        other => panic!("exactly one wins: {other:?}"),
    };
    // Who lost is no legal representative any more, and so manages nobody.
    assert_eq!((lost.code, lost.reason.as_str()), why::RIGHT_MISSING);
}

#[tokio::test]
async fn of_one_who_leaves_and_one_who_is_deactivated_at_once_exactly_one_goes() {
    let acme = Acme::new().await;
    let leo = acme.leo().await;
    let lost = match tokio::join!(leo.leaves("acme"), leo.deactivates_member("acme", "ann")) {
        (Ok(_), Err(lost)) | (Err(lost), Ok(_)) => lost,
        other => panic!("exactly one goes: {other:?}"),
    };
    // Either leo is the last by then, or is no member any more and knows nothing of acme.
    assert!(
        [LAST, why::NOT_FOUND].contains(&(lost.code, lost.reason.as_str())),
        "{lost:?}"
    );
}

#[tokio::test]
async fn the_operator_appoints_one_where_the_last_cannot_act() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let grant = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let answer = acme
        .world
        .operator()
        .deactivates_user("ann")
        .await
        .expect("deactivated");
    assert!(
        answer
            .organizations_without_legal_representative
            .contains(&"organizations/acme".to_owned())
    );
    let answer = acme
        .world
        .operator()
        .appoints("acme", "bob")
        .await
        .expect("appointed");
    assert_eq!(
        answer.member.expect("the member").role(),
        Role::LegalRepresentative
    );
    assert_eq!(
        answer
            .removed_grants
            .iter()
            .map(|grant| &grant.name)
            .collect::<Vec<_>>(),
        [&grant.name]
    );
    assert!(bob.may("manage_organization", "organizations/acme").await);
}

#[tokio::test]
async fn the_appointment_is_mailed_with_its_note() {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.world
        .operator()
        .appoints("acme", "bob")
        .await
        .expect("appointed");
    let mail = acme
        .world
        .mailed("ann@example.com", "A legal representative was appointed")
        .await;
    assert!(
        mail.contains("The operator made bob Example a legal representative of acme."),
        "{mail}"
    );
    assert!(
        mail.contains("Their note:\r\n\r\n> The last one is gone."),
        "{mail}"
    );
}
