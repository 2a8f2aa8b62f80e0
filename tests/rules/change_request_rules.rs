//! What applying a request is judged by: rules 2 and 3 asked of who opened it, all others as ever, rule 1 not.

use grantor::v1;
use v1::change_request::Change;
use v1::{Area, ChangeRequestState as State, Role};

use super::Acme;
use crate::harness::{
    Actor, Answer, Why, administrator, all, deactivation, kdrive_use, products, reactivation,
    refused, rights, to_member, why,
};

/// This role, with these areas, as a request asks for it.
fn becoming(role: Role, areas: &[Area]) -> v1::MemberChange {
    v1::MemberChange {
        role: Some(v1::RequestedRole {
            role: role.into(),
            areas: areas.iter().map(|area| (*area).into()).collect(),
            technical_scope: areas.contains(&Area::Technical).then(all),
        }),
        ..Default::default()
    }
}

pub(super) fn getting(grant: v1::OfferedGrant) -> v1::MemberChange {
    v1::MemberChange {
        add_grants: vec![grant],
        ..Default::default()
    }
}

fn limit(limit: i32) -> Change {
    Change::RaiseAdministratorLimit(v1::AdministratorLimitRaise { limit })
}

/// Who asks that bob becomes this.
pub(super) async fn for_bob(asker: &Actor, change: v1::MemberChange) -> v1::ChangeRequest {
    let asked = asker.asks_to_change("acme", "bob", change).await;
    asked.expect("opened")
}

/// Applying it is refused for this reason, changes nothing, and leaves it open; answers the words.
pub(super) async fn stays_open(acme: &Acme, request: &v1::ChangeRequest, why: Why) -> String {
    let before = acme.ann.sees_grants("acme").await.expect("the grants");
    let refusal = refused(acme.world.operator().applies(&request.name).await, why);
    assert!(refusal.message.contains("stays open"), "{refusal:?}");
    let seen = acme.world.operator().sees_request(&request.name).await;
    assert_eq!(seen.expect("seen").state(), State::Open);
    let after = acme.ann.sees_grants("acme").await.expect("the grants");
    assert_eq!(before, after);
    refusal.message
}

async fn applied(acme: &Acme, request: &v1::ChangeRequest) -> v1::ApplyChangeRequestResponse {
    let applied = acme.world.operator().applies(&request.name).await;
    applied.expect("applied")
}

#[tokio::test]
async fn the_requester_need_not_hold_what_they_ask_for() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let una = acme.una().await;
    let given = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        una.grants_access("acme", given).await,
        why::GIVES_MORE_THAN_HELD,
    );
    let request = for_bob(&una, getting(kdrive_use(&acme.drive))).await;
    applied(&acme, &request).await;
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn only_a_legal_representative_asks_for_another_or_about_one() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let (una, _leo) = (acme.una().await, acme.leo().await);
    let lacks = why::LEGAL_REPRESENTATIVE_REQUIRED;
    let raise = becoming(Role::LegalRepresentative, &[]);
    refused(
        una.asks_to_change("acme", "bob", raise.clone()).await,
        lacks,
    );
    let stop = deactivation("acme", "leo", "Left.");
    refused(una.opens("acme", stop.clone()).await, lacks);
    let lower = becoming(Role::Collaborator, &[]);
    refused(una.asks_to_change("acme", "leo", lower).await, lacks);
    acme.ann.opens("acme", stop).await.expect("opened");
    applied(&acme, &for_bob(&acme.ann, raise).await).await;
    assert!(bob.may("manage_organization", "organizations/acme").await);
}

#[tokio::test]
async fn an_administrator_asks_only_for_what_they_may_hand_out() {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.ada().await;
    let una = acme.una().await;
    let vic = acme.member("vic", administrator(&[Area::UserRights])).await;
    let more = becoming(Role::Administrator, &[Area::UserRights, Area::Financial]);
    refused(
        una.asks_to_change("acme", "bob", more.clone()).await,
        why::GIVES_MORE_THAN_HELD,
    );
    // Nor do two of them raise each other.
    for (asker, other) in [(&una, "vic"), (&vic, "una")] {
        refused(
            asker.asks_to_change("acme", other, more.clone()).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
    refused(
        una.asks_to_change("acme", "una", more).await,
        why::RAISES_SELF,
    );
    refused(
        una.opens("acme", reactivation("acme", "una")).await,
        why::RAISES_SELF,
    );
    refused(
        una.opens("acme", deactivation("acme", "ada", "Left."))
            .await,
        why::ADMINISTRATOR_ABOVE,
    );
}

#[tokio::test]
async fn a_requester_who_lost_what_it_takes_is_asked_when_it_is_applied() {
    let acme = Acme::new().await;
    acme.bob().await;
    let leo = acme.leo().await;
    let raise = for_bob(&leo, becoming(Role::LegalRepresentative, &[])).await;
    let use_it = getting(kdrive_use(&acme.drive));
    let more = leo.asks_to_change("acme", "bob", use_it).await;
    let more = more.expect("opened");
    let may_not = why::REQUESTER_MAY_NO_LONGER;
    // An administrator with USER_RIGHTS still manages users, and asks for no legal representative.
    acme.ann
        .hands_out("acme", "leo", &[Area::UserRights], None)
        .await
        .expect("demoted");
    let words = stays_open(&acme, &raise, may_not).await;
    assert!(words.contains("legal representative"), "{words}");
    acme.ann
        .changes_role("acme", "leo", Role::Collaborator)
        .await
        .expect("demoted");
    let words = stays_open(&acme, &more, may_not).await;
    assert!(words.contains("manage_users"), "{words}");
    acme.ann
        .hands_out("acme", "leo", &[Area::UserRights], None)
        .await
        .expect("an administrator again");
    applied(&acme, &more).await;
}

#[tokio::test]
async fn the_limit_of_administrators_holds_and_is_raised_by_request() {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.una().await;
    let operator = acme.world.operator();
    let unlimited = acme.ann.opens("acme", limit(5)).await;
    refused(unlimited, why::FIELD_INVALID);
    operator
        .limits_administrators("acme", Some(1))
        .await
        .expect("limited");
    let raise = for_bob(&acme.ann, becoming(Role::Administrator, &[Area::Financial])).await;
    stays_open(&acme, &raise, why::ADMINISTRATOR_LIMIT).await;
    refused(acme.ann.opens("acme", limit(1)).await, why::FIELD_INVALID);
    let more = acme.ann.opens("acme", limit(2)).await.expect("opened");
    applied(&acme, &more).await;
    applied(&acme, &raise).await;
    // What is raised already is not raised again.
    operator
        .limits_administrators("acme", Some(2))
        .await
        .expect("limited");
    let more = acme.ann.opens("acme", limit(3)).await.expect("opened");
    operator
        .limits_administrators("acme", Some(9))
        .await
        .expect("raised");
    stays_open(&acme, &more, why::CHANGE_REQUEST_OUTDATED).await;
}

#[tokio::test]
async fn a_grant_on_everything_is_acknowledged_by_who_asks_and_by_who_applies() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let everything = v1::OfferedGrant {
        scope: Some(all()),
        ..kdrive_use(&acme.drive)
    };
    let member = "organizations/acme/members/bob".to_owned();
    let seen = acme.ann.sees_access("acme", "bob").await.expect("seen");
    let create = v1::CreateChangeRequestRequest {
        parent: "organizations/acme".into(),
        change_request: Some(v1::ChangeRequest {
            change: Some(Change::ChangeMember(v1::MemberChange {
                member,
                access_etag: seen.etag,
                ..getting(everything.clone())
            })),
            ..Default::default()
        }),
        ..Default::default()
    };
    let asked: Answer<_> = acme
        .ann
        .change_requests()
        .create_change_request(create)
        .await
        .map_err(Into::into);
    refused(asked, why::ALL_PRODUCTS_NOT_ACKNOWLEDGED);
    let request = for_bob(&acme.ann, getting(everything)).await;
    let unaware = v1::ApplyChangeRequestRequest {
        name: request.name.clone(),
        ..Default::default()
    };
    let operator = acme.world.operator();
    refused(
        operator.applies_as(unaware).await,
        why::ALL_PRODUCTS_NOT_ACKNOWLEDGED,
    );
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    // All but the book, which another system manages.
    assert_eq!(applied(&acme, &request).await.opened_products, 3);
}
