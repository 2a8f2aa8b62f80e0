//! Nobody reaches another tenant's things, by whichever field.

use prost_reflect::Value;

use super::requests::GOOD;
use super::stage::Stage;
use super::wire::{self, Place};
use crate::harness::*;

/// Requests of people; the operator is at home everywhere.
fn of_people() -> impl Iterator<Item = &'static super::requests::Good> {
    GOOD.iter()
        .filter(|good| good.sender.is_some() && !good.answers_each())
}

#[tokio::test]
async fn a_name_of_another_tenant_is_refused_in_every_field() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut wrong = Vec::new();
    let mut swapped = 0;
    for good in of_people() {
        let message = stage.message(good);
        for place in wire::places(&message).into_iter().filter(Place::is_name) {
            let Some(rest) = place
                .text(&message)
                .and_then(|name| name.strip_prefix("organizations/acme").map(str::to_owned))
            else {
                continue;
            };
            let foreign = place.with(
                &message,
                Value::String(format!("organizations/globex{rest}")),
            );
            let answer = stage.sender(good.sender).calls(good.rpc, &foreign).await;
            let fits = answer.as_ref().is_err_and(|refused| {
                match (refused.code, refused.reason.as_str()) {
                    why::NOT_FOUND => true,
                    // Two names of one request that don't fit together.
                    why::FIELD_INVALID => !refused.fields.is_empty(),
                    _ => false,
                }
            });
            if !fits {
                wrong.push(format!("{} {}: {answer:?}", good.rpc, place.path));
            }
            swapped += 1;
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(swapped > 70, "only {swapped} names were swapped");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn an_id_that_the_organization_does_not_have_is_not_found_in_every_change() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut wrong = Vec::new();
    for good in of_people().filter(|good| good.is_mutation()) {
        let message = stage.message(good);
        for place in wire::places(&message).into_iter().filter(Place::is_name) {
            let name = place.text(&message).expect("a name");
            // Another user's account is closed, known or not; who is not in a team can be taken out of it.
            if name.starts_with("users/")
                || good.rpc == "TeamService/RemoveTeamMembers" && place.path == "members[0]"
            {
                continue;
            }
            let (collection, _) = name.rsplit_once('/').expect("a name has an id");
            let unknown = place.with(&message, Value::String(format!("{collection}/unknown")));
            let answer = stage.sender(good.sender).calls(good.rpc, &unknown).await;
            let fits = answer.as_ref().is_err_and(|refused| {
                match (refused.code, refused.reason.as_str()) {
                    why::NOT_FOUND => true,
                    // The organization is another one, and what else is named is not of it.
                    why::FIELD_INVALID => collection == "organizations",
                    // Whether there is such a partner or client is not told.
                    why::PARTNER_NOT_LISTED => place.path == "partnership.partner",
                    why::PARTNERSHIP_NOT_ACTIVE => place.path == "client_assignment.client",
                    _ => false,
                }
            });
            if !fits {
                wrong.push(format!(
                    "{} {} = {collection}/unknown: {answer:?}",
                    good.rpc, place.path
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn what_a_scope_names_in_another_organization_is_not_found() {
    let stage = Stage::new().await;
    let scope = products(&["organizations/globex/products/drive"]);
    let answer = stage
        .ann
        .grants_access(
            "acme",
            to_member("acme", "bob", rights(&["kdrive/use"]), scope),
        )
        .await;
    refused(answer, why::NOT_FOUND);
}

#[tokio::test]
async fn an_existing_and_an_unknown_organization_look_alike_from_outside() {
    let stage = Stage::new().await;
    let message = |organization: &str| {
        let refusal = |answer: Answer<_>| {
            refused::<grantor::v1::Organization>(answer, why::NOT_FOUND).message
        };
        let ann = stage.ann.clone();
        let organization = organization.to_owned();
        async move { refusal(ann.sees_organization(&organization).await).replace(&organization, "X") }
    };
    assert_eq!(message("globex").await, message("nowhere").await);
}

#[tokio::test]
async fn a_service_for_one_organization_finds_no_other() {
    let stage = Stage::new().await;
    let service = stage
        .world
        .service("acme-only", &["products.write@acme", "access.ask@acme"])
        .await;
    service
        .creates_product("acme", "extra", "kdrive")
        .await
        .expect("created");
    for organization in ["globex", "nowhere"] {
        refused(
            service
                .creates_product(organization, "extra", "kdrive")
                .await,
            why::NOT_FOUND,
        );
        let resource = format!("organizations/{organization}");
        refused(service.asks("eve", "view", &resource).await, why::NOT_FOUND);
    }
}
