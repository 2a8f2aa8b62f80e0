//! What a request was made for, and what is there when it is applied: what differs, what is gone, what is not ours.

use grantor::v1;
use v1::change_request::Change;
use v1::{ChangeRequestState as State, Role};

use super::Acme;
use super::change_request_rules::{for_bob, getting, stays_open};
use crate::harness::{
    all, deactivation, kdrive_use, of_type, products, refused, rights, tag, to_member, why,
};

#[tokio::test]
async fn what_another_system_manages_is_neither_given_nor_taken_by_request() {
    let acme = Acme::new().await;
    acme.bob().await;
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let kept = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let kept = owner.grants_access("acme", kept).await.expect("kept");
    let scopes = [
        products(&[&acme.book]),
        of_type("contacts"),
        all(),
        tag("x"),
    ];
    for scope in scopes {
        let grant = v1::OfferedGrant {
            scope: Some(scope),
            rights: Some(rights(&["contacts/read"])),
            ..Default::default()
        };
        let asked = acme.ann.asks_to_change("acme", "bob", getting(grant)).await;
        let refusal = refused(asked, why::EXTERNALLY_MANAGED);
        assert!(refusal.message.contains("Back office"), "{refusal:?}");
    }
    let less = v1::MemberChange {
        remove_grants: vec![kept.name],
        ..Default::default()
    };
    refused(
        acme.ann.asks_to_change("acme", "bob", less).await,
        why::EXTERNALLY_MANAGED,
    );
}

#[tokio::test]
async fn a_type_that_was_retired_since_gets_no_grant() {
    let acme = Acme::new().await;
    acme.bob().await;
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive))).await;
    let retire = v1::RetireProductTypeRequest {
        name: "productTypes/kdrive".into(),
        ..Default::default()
    };
    let operator = acme.world.operator();
    operator
        .catalog()
        .retire_product_type(retire)
        .await
        .expect("retired");
    stays_open(&acme, &request, why::PRODUCT_TYPE_RETIRED).await;
}

#[tokio::test]
async fn it_is_opened_against_the_member_as_they_are() {
    let acme = Acme::new().await;
    acme.bob().await;
    let seen = acme.ann.sees_access("acme", "bob").await.expect("seen");
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]))
        .await;
    let stale = Change::ChangeMember(v1::MemberChange {
        member: "organizations/acme/members/bob".into(),
        access_etag: seen.etag,
        ..getting(kdrive_use(&acme.drive))
    });
    refused(acme.ann.opens("acme", stale).await, why::ETAG_MISMATCH);
}

#[tokio::test]
async fn applied_against_another_member_it_says_what_differs() {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.team("writers", rights(&["domain/dns"]), products(&[&acme.site]))
        .await;
    let old = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]))
        .await;
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive))).await;
    let ann = &acme.ann;
    let new = acme
        .gives("bob", rights(&["domain/dns"]), products(&[&acme.site]))
        .await;
    ann.deletes_grant(&old.name).await.expect("deleted");
    ann.adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("added");
    ann.changes_role("acme", "bob", Role::External)
        .await
        .expect("changed");
    ann.deactivates_member("acme", "bob")
        .await
        .expect("deactivated");
    let words = stays_open(&acme, &request, why::CHANGE_REQUEST_OUTDATED).await;
    let id = |grant: &v1::Grant| grant.name.rsplit('/').next().expect("an id").to_owned();
    for differs in [
        format!("grants/{} is new", id(&new)),
        format!("grants/{} is gone", id(&old)),
        "they joined teams/writers".to_owned(),
        "the role was COLLABORATOR and is EXTERNAL".to_owned(),
        "they were deactivated".to_owned(),
    ] {
        assert!(words.contains(&differs), "{differs}: {words}");
    }
}

#[tokio::test]
async fn a_preview_shows_what_applying_would_do_and_does_nothing() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let seen = acme.ann.sees_access("acme", "bob").await.expect("seen");
    let change = v1::MemberChange {
        member: "organizations/acme/members/bob".into(),
        access_etag: seen.etag,
        ..getting(kdrive_use(&acme.drive))
    };
    let gains = |effect: Option<v1::Effect>| -> Vec<(String, String, i64)> {
        let lines = effect.expect("an effect").lines.into_iter();
        lines
            .map(|line| (line.user, line.right, line.gained))
            .collect()
    };
    let gain = [("users/bob".to_owned(), "kdrive/use".to_owned(), 1)];
    let change = Change::ChangeMember(change);
    let foreseen = acme.ann.foresees("acme", change).await.expect("foreseen");
    assert_eq!(gains(foreseen.effect), gain);
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive))).await;
    assert_eq!(request.number, 1);
    let preview = v1::ApplyChangeRequestRequest {
        name: request.name.clone(),
        validate_only: true,
        ..Default::default()
    };
    let operator = acme.world.operator();
    let previewed = operator.applies_as(preview).await.expect("previewed");
    assert_eq!(gains(previewed.effect), gain);
    let shown = previewed.change_request.expect("the request");
    assert_eq!(shown.state(), State::Applied);
    let seen = acme.ann.sees_request(&request.name).await.expect("seen");
    assert_eq!(seen.state(), State::Open);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn a_preview_of_what_could_not_be_applied_has_no_effect() {
    let acme = Acme::new().await;
    let foreseen = acme
        .ann
        .foresees("acme", deactivation("acme", "ann", "Tired."))
        .await
        .expect("it may be asked");
    assert!(foreseen.effect.expect("an effect").lines.is_empty());
}
