//! How much the server takes at once.

use grantor::v1;
use tonic::Code;

use super::stage::{DRIVE, Stage};
use super::wire;
use crate::harness::*;

#[tokio::test]
async fn a_message_of_10_megabytes_is_refused_and_the_server_answers_on() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let text = format!(r#"name: "{DRIVE}" tags: "{}""#, "x".repeat(10 << 20));
    let message = wire::request("ProductService/AddProductTags", &text);
    let refusal = stage
        .ann
        .calls("ProductService/AddProductTags", &message)
        .await
        .expect_err("refused");
    assert_eq!(refusal.code, Code::OutOfRange, "{refusal:?}");
    stage.ann.sees_organization("acme").await.expect("answered");
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn bytes_that_are_no_message_are_refused_and_the_server_answers_on() {
    let stage = Stage::new().await;
    for bytes in [vec![0xff; 20], vec![0x0a, 0x7f], vec![0x0a, 0x01, 0xff]] {
        let answer = wire::call(
            &stage.world.channel,
            &stage.ann.headers(),
            "ProductService/GetProduct",
            bytes,
        )
        .await;
        assert_eq!(answer.expect_err("refused").code, Code::Internal);
    }
    stage.ann.sees_organization("acme").await.expect("answered");
}

#[tokio::test]
async fn a_list_over_its_bound_is_named() {
    let stage = Stage::new().await;
    let before = stage.revisions().await;
    let grant = r#"requests { grant { subject: "organizations/acme/members/bob" rights { all: true } scope { listed { entries { tag: "x" } } } } } "#;
    let name = |index: usize| format!("names: \"organizations/acme/grants/g{index}\" ");
    let member = |index: usize| format!("members: \"organizations/acme/members/m{index}\" ");
    let product = |index: usize| format!("products: \"organizations/acme/products/p{index}\" ");
    let question =
        r#"questions { subject: "users/bob" resource: "organizations/acme" right: "view" } "#;
    let many =
        |count: usize, item: &dyn Fn(usize) -> String| (0..count).map(item).collect::<String>();
    let acme = r#"parent: "organizations/acme" "#;
    let group = r#"name: "organizations/acme/productGroups/site" "#;
    let web = r#"name: "organizations/acme/teams/web" "#;
    let full = r#"name: "organizations/acme/partnerships/full" "#;
    let thing = |index: usize| {
        format!(
            "things {{ {} }} ",
            member(index).replace("members:", "member:")
        )
    };
    for (rpc, text, field) in [
        (
            "AccessService/BatchCheckAccess",
            question.repeat(1001),
            "questions",
        ),
        (
            "GrantService/BatchCreateGrants",
            acme.to_owned() + &grant.repeat(1001),
            "requests",
        ),
        (
            "MemberService/BatchCreateMembers",
            acme.to_owned()
                + &r#"requests { member { given_name: "x" email: "x@example.com" role: ROLE_EXTERNAL } } "#
                    .repeat(1001),
            "requests",
        ),
        (
            "ProductService/BatchCreateProducts",
            acme.to_owned()
                + &r#"requests { product { product_type: "productTypes/kdrive" display_name: "x" } } "#
                    .repeat(1001),
            "requests",
        ),
        (
            "GrantService/BatchDeleteGrants",
            acme.to_owned() + &many(1001, &name),
            "names",
        ),
        (
            "TeamService/AddTeamMembers",
            web.to_owned() + &many(1001, &member),
            "members",
        ),
        (
            "TeamService/RemoveTeamMembers",
            web.to_owned() + &many(1001, &member),
            "members",
        ),
        (
            "ProductService/AddProductsToGroup",
            group.to_owned() + &many(1001, &product),
            "products",
        ),
        (
            "ProductService/RemoveProductsFromGroup",
            group.to_owned() + &many(1001, &product),
            "products",
        ),
        (
            "PartnershipService/TakeBackMadeThings",
            full.to_owned() + &many(1001, &thing),
            "things",
        ),
        (
            "ProductService/AddProductTags",
            format!("name: \"{DRIVE}\" ") + &many(65, &|index| format!("tags: \"t{index}\" ")),
            "tags",
        ),
    ] {
        let answer = stage.ann.calls(rpc, &wire::request(rpc, &text)).await;
        assert_eq!(refused(answer, why::FIELD_INVALID).fields, [field], "{rpc}");
    }
    assert_eq!(stage.revisions().await, before);
}

#[tokio::test]
async fn a_thousand_questions_are_answered_in_order() {
    let stage = Stage::new().await;
    let questions: Vec<_> = (0..1000)
        .map(|index| ("bob", if index % 2 == 0 { "use" } else { "manage" }, DRIVE))
        .collect();
    let results = stage.ann.asks_at_once(&questions).await.expect("answered");
    let decisions: Vec<_> = results
        .into_iter()
        .map(|result| match result.result {
            Some(v1::access_result::Result::Answer(answer)) => answer.decision(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected: Vec<_> = (0..1000)
        .map(|index| {
            if index % 2 == 0 {
                v1::Decision::Allowed
            } else {
                v1::Decision::Denied
            }
        })
        .collect();
    assert_eq!(decisions, expected);
}

#[tokio::test]
async fn a_product_has_64_tags_at_most() {
    let stage = Stage::new().await;
    let tags: Vec<_> = (0..64).map(|index| format!("t{index}")).collect();
    let tags: Vec<_> = tags.iter().map(String::as_str).collect();
    let answer = stage.ann.tags(DRIVE, &tags).await;
    // It has one already.
    refused(answer, (Code::ResourceExhausted, "SIZE_LIMIT"));
    assert_eq!(
        stage
            .ann
            .tags(DRIVE, &tags[..63])
            .await
            .expect("tagged")
            .tags
            .len(),
        64
    );
}

#[tokio::test]
async fn an_unknown_method_or_service_is_not_found() {
    let stage = Stage::new().await;
    for rpc in ["GrantService/StealGrant", "TheftService/Steal"] {
        let answer = wire::call(&stage.world.channel, &stage.ann.headers(), rpc, Vec::new()).await;
        refused(answer, why::NOT_FOUND);
        let answer = wire::call(&stage.world.channel, &[], rpc, Vec::new()).await;
        refused(answer, (Code::Unauthenticated, "CREDENTIALS_MISSING"));
    }
}
