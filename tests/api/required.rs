//! What is required is required: every REQUIRED field of every RPC, and every choice without default.

use super::requests::GOOD;
use super::stage::Stage;
use super::wire;
use crate::harness::*;

/// Not a field to fill in but a choice to make: its refusal has a reason of its own.
const ACKNOWLEDGED: &str = "acknowledge_all_products";

#[tokio::test]
async fn an_empty_request_names_every_required_field() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut unnamed = Vec::new();
    for good in GOOD {
        let input = wire::method(good.rpc).input();
        let required = input
            .fields()
            .filter(|field| wire::has_behavior(field, "REQUIRED"));
        let mut required: Vec<_> = required.map(|field| field.name().to_owned()).collect();
        required.retain(|name| name != ACKNOWLEDGED);
        // An empty question of a stream is a question, with an error of its own.
        let is_a_question = wire::method(good.rpc).is_client_streaming();
        if required.is_empty() || is_a_question {
            continue;
        }
        let answer = stage
            .sender(good.sender)
            .calls(good.rpc, &wire::request(good.rpc, ""))
            .await;
        let wrong = refused(answer, why::FIELD_INVALID).fields;
        let missing = required.into_iter().filter(|field| !wrong.contains(field));
        unnamed.extend(missing.map(|field| format!("{} {field}", good.rpc)));
    }
    assert!(unnamed.is_empty(), "{unnamed:#?}");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn a_request_without_one_required_field_names_it() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let mut wrong = Vec::new();
    for good in GOOD {
        let message = stage.message(good);
        for place in wire::places(&message)
            .into_iter()
            .filter(|place| place.is_required())
        {
            // What stands above the batch need not be said again in its items.
            let said_above = place.path == "requests[0].parent";
            if place.path == ACKNOWLEDGED || place.path.ends_with(']') || said_above {
                continue;
            }
            let answer = stage
                .sender(good.sender)
                .calls(good.rpc, &place.cleared(&message))
                .await;
            let named = match answer {
                Err(refused) if (refused.code, refused.reason.as_str()) == why::FIELD_INVALID => {
                    refused.fields
                }
                other => vec![format!("{other:?}")],
            };
            if !good.answers_each() && named != [place.path.as_str()] {
                wrong.push(format!("{} without {}: {named:?}", good.rpc, place.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn all_that_is_wrong_is_named_at_once() {
    let stage = Stage::new().await;
    for (rpc, text, fields) in [
        (
            "GrantService/CreateGrant",
            "grant {}",
            "grant.rights grant.scope grant.subject parent",
        ),
        (
            "GrantService/BatchCreateGrants",
            "requests { grant {} }",
            "parent requests[0].grant.rights requests[0].grant.scope requests[0].grant.subject",
        ),
        (
            "MemberService/BatchCreateMembers",
            "requests { member { areas: 9 panel: 9 } locale: \"-\" user_id: \"A\" }",
            "parent requests[0].locale requests[0].member.areas[0] requests[0].member.email \
             requests[0].member.given_name requests[0].member.panel requests[0].member.role requests[0].user_id",
        ),
        (
            "ProductService/BatchCreateProducts",
            "requests { product { tags: \"\" product_groups: \"x\" } }",
            "parent requests[0].product.display_name requests[0].product.product_groups[0] \
             requests[0].product.product_type requests[0].product.tags[0]",
        ),
        (
            "InvitationService/CreateInvitation",
            "invitation { teams: \"x\" }",
            "invitation.email invitation.role invitation.teams[0] parent",
        ),
        (
            "ChangeRequestService/CreateChangeRequest",
            "change_request { create_user { teams: \"x\" } }",
            "change_request.create_user.email change_request.create_user.given_name \
             change_request.create_user.role change_request.create_user.teams[0] parent",
        ),
        (
            "ChangeRequestService/CreateChangeRequest",
            "change_request {}",
            "change_request.change parent",
        ),
        (
            "ChangeRequestService/CreateChangeRequest",
            "change_request { change_member {} }",
            "change_request.change_member change_request.change_member.access_etag \
             change_request.change_member.member parent",
        ),
        (
            "MemberService/UpdateMember",
            "member { areas: 99 panel: 99 }",
            "member.areas[0] member.name member.panel",
        ),
        (
            "MemberService/ReplaceMemberAccess",
            "own {}",
            "name own.future_products product_type",
        ),
        (
            "TeamService/AddTeamMembers",
            "members: \"x\"",
            "members[0] name",
        ),
        (
            "ProductService/ListProducts",
            "product_group: \"x\" page_size: -1",
            "page_size parent product_group",
        ),
    ] {
        let mut wrong = refused(
            stage.ann.calls(rpc, &wire::request(rpc, text)).await,
            why::FIELD_INVALID,
        )
        .fields;
        wrong.sort();
        assert_eq!(wrong.join(" "), fields, "{rpc}");
    }
}

#[tokio::test]
async fn a_list_with_an_empty_item_names_the_item() {
    let stage = Stage::new().await;
    let ann = &stage.ann;
    for (rpc, text, field) in [
        (
            "TeamService/AddTeamMembers",
            r#"name: "organizations/acme/teams/web" members: """#,
            "members[0]",
        ),
        (
            "ProductService/AddProductTags",
            r#"name: "organizations/acme/products/drive" tags: "a" tags: """#,
            "tags[1]",
        ),
        (
            "GrantService/BatchDeleteGrants",
            r#"parent: "organizations/acme" names: """#,
            "names[0]",
        ),
        (
            "GrantService/BatchCreateGrants",
            r#"parent: "organizations/acme" requests {}"#,
            "requests[0].grant",
        ),
        (
            "ProductService/BatchCreateProducts",
            r#"parent: "organizations/acme" requests {}"#,
            "requests[0].product",
        ),
        (
            "MemberService/BatchCreateMembers",
            r#"parent: "organizations/acme" requests {}"#,
            "requests[0].member",
        ),
    ] {
        let wrong = refused(
            ann.calls(rpc, &wire::request(rpc, text)).await,
            why::FIELD_INVALID,
        );
        assert_eq!(wrong.fields, [field], "{rpc}");
    }
}

#[tokio::test]
async fn one_question_of_a_batch_without_subject_has_an_error_and_the_others_answers() {
    let stage = Stage::new().await;
    let drive = "organizations/acme/products/drive";
    let results = stage
        .ann
        .asks_at_once(&[("", "use", drive), ("bob", "use", drive)])
        .await
        .expect("results");
    let Some(grantor::v1::access_result::Result::Error(error)) = &results[0].result else {
        panic!("{:?}", results[0]);
    };
    assert_eq!(
        (error.code, error.reason()),
        (3, grantor::v1::ErrorReason::FieldInvalid)
    );
    assert!(matches!(
        results[1].result,
        Some(grantor::v1::access_result::Result::Answer(_))
    ));
}

#[tokio::test]
async fn full_access_is_not_given_unacknowledged() {
    let stage = Stage::new().await;
    let request = grantor::v1::GrantFullAccessRequest {
        name: "organizations/acme/members/bob".into(),
        ..Default::default()
    };
    let answer = stage
        .ann
        .members()
        .grant_full_access(request)
        .await
        .map_err(Refused::from);
    refused(answer, why::ALL_PRODUCTS_NOT_ACKNOWLEDGED);
    assert!(
        !stage
            .world
            .acting("bob")
            .may("use", "organizations/acme/products/gone")
            .await
    );
}
