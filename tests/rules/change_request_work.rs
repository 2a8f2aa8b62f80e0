//! Change requests: who works them, once, and never their own.

use grantor::v1;

use super::{Acme, at_once, named_operator, stop_bob};
use crate::harness::{collaborator, fully, kdrive_use, refused, why};

#[tokio::test]
async fn operators_alone_work_requests() {
    let acme = Acme::new().await;
    acme.bob().await;
    let una = acme.una().await;
    let request = stop_bob(&acme).await;
    for person in [&acme.ann, &una] {
        refused(person.starts(&request.name).await, why::OPERATOR_REQUIRED);
        refused(person.applies(&request.name).await, why::OPERATOR_REQUIRED);
        refused(
            person.rejects(&request.name, "No.").await,
            why::OPERATOR_REQUIRED,
        );
    }
    let olga = named_operator(&acme, "olga").await;
    olga.starts(&request.name).await.expect("started");
    let done = olga.applies(&request.name).await.expect("applied");
    let request = done.change_request.expect("the request");
    assert_eq!(request.worker, "users/olga");
}

#[tokio::test]
async fn nobody_works_requests_of_an_organization_they_are_a_member_of() {
    let acme = Acme::new().await;
    acme.bob().await;
    let olga = named_operator(&acme, "olga").await;
    acme.world
        .joins("acme", &acme.ann, &olga, collaborator())
        .await;
    let request = stop_bob(&acme).await;
    let closed = why::OWN_CHANGE_REQUEST;
    refused(olga.starts(&request.name).await, closed);
    refused(olga.applies(&request.name).await, closed);
    refused(olga.rejects(&request.name, "No.").await, closed);
    refused(olga.comments(&request.name, "Hm.").await, closed);
    // Deactivated there they are a member still.
    acme.ann
        .deactivates_member("acme", "olga")
        .await
        .expect("deactivated");
    refused(olga.applies(&request.name).await, closed);
    acme.ann
        .reactivates_member("acme", "olga")
        .await
        .expect("reactivated");
    acme.ann
        .removes_member("acme", "olga")
        .await
        .expect("removed");
    olga.applies(&request.name).await.expect("applied");
}

#[tokio::test]
async fn what_is_settled_stays_so() {
    let acme = Acme::new().await;
    acme.bob().await;
    let operator = acme.world.operator();
    let applied = stop_bob(&acme).await;
    operator.applies(&applied.name).await.expect("applied");
    let rejected = stop_bob(&acme).await;
    operator
        .rejects(&rejected.name, "No.")
        .await
        .expect("rejected");
    let cancelled = stop_bob(&acme).await;
    acme.ann.cancels(&cancelled.name).await.expect("cancelled");
    let closed = why::CHANGE_REQUEST_NOT_OPEN;
    for settled in [applied, rejected, cancelled] {
        refused(operator.starts(&settled.name).await, closed);
        refused(operator.applies(&settled.name).await, closed);
        refused(operator.rejects(&settled.name, "No.").await, closed);
        refused(acme.ann.cancels(&settled.name).await, closed);
    }
}

#[tokio::test]
async fn of_two_operators_at_once_one_applies_it() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let (olga, otto) = (
        named_operator(&acme, "olga").await,
        named_operator(&acme, "otto").await,
    );
    let more = v1::MemberChange {
        add_grants: vec![kdrive_use(&acme.drive)],
        ..Default::default()
    };
    let request = acme
        .ann
        .asks_to_change("acme", "bob", more)
        .await
        .expect("opened");
    let tries = [olga, otto].into_iter().map(|operator| {
        let name = request.name.clone();
        async move { operator.applies(&name).await }
    });
    let (done, refusals): (Vec<_>, Vec<_>) =
        at_once(tries).await.into_iter().partition(Result::is_ok);
    assert_eq!(done.len(), 1);
    for refusal in refusals {
        refused(refusal, why::CHANGE_REQUEST_NOT_OPEN);
    }
    assert!(bob.may("kdrive/use", &acme.drive).await);
    assert_eq!(acme.ann.sees_grants("acme").await.expect("grants").len(), 1);
}

#[tokio::test]
async fn a_retry_of_applying_is_answered_alike() {
    let acme = Acme::new().await;
    acme.bob().await;
    let request = stop_bob(&acme).await;
    let apply = v1::ApplyChangeRequestRequest {
        name: request.name,
        request_id: "once".into(),
        ..Default::default()
    };
    let operator = acme.world.operator();
    let first = operator.applies_as(apply.clone()).await.expect("applied");
    let again = operator.applies_as(apply).await.expect("the same answer");
    assert_eq!(first.change_request, again.change_request);
}

#[tokio::test]
async fn an_etag_keeps_from_settling_what_somebody_changed() {
    let acme = Acme::new().await;
    acme.bob().await;
    let request = stop_bob(&acme).await;
    acme.ann
        .comments(&request.name, "No, wait!")
        .await
        .expect("said");
    let seen = v1::ApplyChangeRequestRequest {
        name: request.name.clone(),
        etag: request.etag,
        ..Default::default()
    };
    let operator = acme.world.operator();
    refused(operator.applies_as(seen).await, why::ETAG_MISMATCH);
}

#[tokio::test]
async fn the_audit_names_the_request_and_has_all_of_it_in_one_change() {
    let acme = Acme::new().await;
    acme.bob().await;
    let olga = named_operator(&acme, "olga").await;
    let more = v1::MemberChange {
        add_grants: vec![kdrive_use(&acme.drive)],
        ..Default::default()
    };
    let request = acme
        .ann
        .asks_to_change("acme", "bob", more)
        .await
        .expect("opened");
    olga.applies(&request.name).await.expect("applied");
    let newest = v1::ListChangesRequest {
        parent: "organizations/acme".into(),
        page_size: 1,
        consistency: fully(),
        ..Default::default()
    };
    let changes = acme.ann.audit().list_changes(newest).await.expect("read");
    let [change] = changes.into_inner().changes.try_into().expect("one");
    let change: v1::Change = change;
    assert_eq!(change.method, "ChangeRequestService.ApplyChangeRequest");
    assert_eq!(change.actor, "users/olga");
    assert_eq!(change.change_request, request.name);
    let changed: Vec<_> = change
        .resource_changes
        .iter()
        .map(|changed| changed.resource.as_str())
        .collect();
    assert!(changed.contains(&request.name.as_str()), "{changed:?}");
    assert!(changed[0].contains("/grants/"), "{changed:?}");
}
