//! Pages: every list gives everything exactly once, in order, to the one who asked.

use grantor::v1;
use prost_reflect::{DynamicMessage, ReflectMessage, Value};

use super::requests::{GOOD, Good};
use super::stage::Stage;
use super::wire;
use crate::harness::*;

const PAGE_TOKEN_INVALID: Why = (tonic::Code::InvalidArgument, "PAGE_TOKEN_INVALID");

fn lists() -> impl Iterator<Item = &'static Good> {
    GOOD.iter().filter(|good| {
        wire::method(good.rpc)
            .input()
            .get_field_by_name("page_token")
            .is_some()
    })
}

/// The request without its filters, fully consistent.
fn everything(stage: &Stage, good: &Good) -> DynamicMessage {
    let mut message = stage.message(good);
    let fields: Vec<_> = message.descriptor().fields().collect();
    for field in fields
        .iter()
        .filter(|field| !wire::has_behavior(field, "REQUIRED"))
    {
        message.clear_field(field);
    }
    if good.rpc == "AccessService/ListAccessibleProducts" {
        message.set_field_by_name("subject", Value::String("users/ann".into()));
    }
    if good.rpc == "AccessService/ListAccessChanges" {
        message.set_field_by_name("user", Value::String("users/bob".into()));
    }
    message
}

/// One page: what its items are called, and the token of the next one.
async fn page(
    caller: &Actor,
    rpc: &str,
    message: &DynamicMessage,
    size: i32,
    token: &str,
) -> Answer<(Vec<String>, String)> {
    let mut message = message.clone();
    message.set_field_by_name("page_size", Value::I32(size));
    message.set_field_by_name("page_token", Value::String(token.to_owned()));
    let answer = caller.calls(rpc, &message).await?;
    let items = answer
        .descriptor()
        .fields()
        .find(|field| field.is_list())
        .expect("a list");
    let items = answer.get_field(&items).as_list().expect("a list").to_vec();
    let name = |item: &Value| {
        let mut first = item;
        // Of a thing that was made, its name is in the thing.
        while let Some(message) = first.as_message() {
            first = message.fields().next().expect("a name first").1;
        }
        // What has no name has its time first.
        let name = first.as_str().map(str::to_owned);
        name.unwrap_or_else(|| format!("{item:?}"))
    };
    let next = answer
        .get_field_by_name("next_page_token")
        .expect("the field")
        .as_str()
        .expect("a text")
        .to_owned();
    Ok((items.iter().map(name).collect(), next))
}

/// Who may read all of it: the operator; one's own are somebody's.
fn reader(stage: &Stage, good: &Good) -> Actor {
    match good.rpc {
        "ChangeRequestService/ListMyChangeRequests" => stage.sender(good.sender),
        _ => stage.world.operator(),
    }
}

async fn stage() -> Stage {
    let stage = Stage::new().await;
    let uma = domain::Operator::User(domain::UserId::parse("uma").expect("an id"));
    stage.world.user("uma").await;
    stage.world.names_operator(uma).await;
    let key = v1::CreateKeyRequest {
        parent: "serviceAccounts/panel".into(),
        ..Default::default()
    };
    stage
        .world
        .operator()
        .service_accounts()
        .create_key(key)
        .await
        .expect("a second key");
    // What was done is to be settled.
    stage.world.passes(std::time::Duration::from_secs(60));
    stage
}

#[tokio::test]
async fn pages_of_every_size_give_everything_once_and_in_order() {
    let stage = stage().await;
    for good in lists() {
        let operator = reader(&stage, good);
        let message = everything(&stage, good);
        let (all, end) = page(&operator, good.rpc, &message, 1000, "")
            .await
            .expect(good.rpc);
        assert!(all.len() >= 2 && end.is_empty(), "{}: {all:?}", good.rpc);
        let mut ordered = all.clone();
        ordered.sort();
        // The log comes newest first, what was gained and lost by time, what a change did in its own order, and what was
        // made by its sort before its name.
        let otherwise = [
            "AccessService/ListAccessChanges",
            "AuditService/ListChanges",
            "AuditService/ListResourceChanges",
            "PartnershipService/ListMadeThings",
        ];
        if !otherwise.contains(&good.rpc) {
            assert_eq!(all, ordered, "{}", good.rpc);
        }
        for size in 1..=4 {
            let (mut paged, mut token) = (Vec::new(), String::new());
            loop {
                let (items, next) = page(&operator, good.rpc, &message, size, &token)
                    .await
                    .expect(good.rpc);
                assert!(items.len() <= size as usize, "{}", good.rpc);
                paged.extend(items);
                if next.is_empty() {
                    break;
                }
                token = next;
            }
            assert_eq!(paged, all, "{} by {size}", good.rpc);
        }
    }
}

#[tokio::test]
async fn changes_come_newest_first() {
    let stage = stage().await;
    let message = wire::request(
        "AuditService/ListChanges",
        r#"parent: "organizations/acme""#,
    );
    let (names, _) = page(
        &stage.world.operator(),
        "AuditService/ListChanges",
        &message,
        1000,
        "",
    )
    .await
    .expect("listed");
    let numbers: Vec<usize> = names
        .iter()
        .filter_map(|name| name.rsplit('/').next()?.parse().ok())
        .collect();
    assert_eq!(numbers, (1..=names.len()).rev().collect::<Vec<_>>());
}

#[tokio::test]
async fn a_token_is_good_for_its_own_caller_and_query_only() {
    let stage = stage().await;
    let operator = stage.world.operator();
    let (_, foreign) = page(
        &operator,
        "CatalogService/ListProductTypes",
        &wire::request("CatalogService/ListProductTypes", ""),
        1,
        "",
    )
    .await
    .expect("a page");
    for good in lists() {
        let operator = reader(&stage, good);
        let message = everything(&stage, good);
        let (_, token) = page(&operator, good.rpc, &message, 1, "")
            .await
            .expect(good.rpc);
        let other = stage.world.acting("uma");
        refused(
            page(&other, good.rpc, &message, 1, &token).await,
            PAGE_TOKEN_INVALID,
        );
        let mut bent = token.clone();
        let last = bent.pop().expect("a token");
        bent.push(if last == '0' { '1' } else { '0' });
        let capital = token.to_uppercase();
        let mut bad = vec!["x", "", ".", "\u{e9}.\u{e9}", bent.as_str(), &capital];
        bad.retain(|bad| !bad.is_empty());
        if good.rpc != "CatalogService/ListProductTypes" {
            bad.push(&foreign);
        }
        for bad in bad {
            refused(
                page(&operator, good.rpc, &message, 1, bad).await,
                PAGE_TOKEN_INVALID,
            );
        }
        page(&operator, good.rpc, &message, 1, &token)
            .await
            .expect("still good");
    }
}

#[tokio::test]
async fn a_token_is_not_good_for_another_filter() {
    let stage = stage().await;
    for (rpc, asked, other) in [
        (
            "ProductService/ListProducts",
            "",
            r#"product_type: "productTypes/kdrive""#,
        ),
        (
            "MemberService/ListMembers",
            "roles: ROLE_COLLABORATOR",
            "roles: ROLE_EXTERNAL",
        ),
        (
            "GrantService/ListGrants",
            "",
            r#"subject: "organizations/acme/members/bob""#,
        ),
        (
            "TeamService/ListTeams",
            "",
            r#"member: "organizations/acme/members/bob""#,
        ),
        (
            "InvitationService/ListInvitations",
            "",
            "state: INVITATION_STATE_OPEN",
        ),
        ("AuditService/ListChanges", "", r#"actor: "users/ann""#),
    ] {
        let message =
            |filter: &str| wire::request(rpc, &format!(r#"parent: "organizations/acme" {filter}"#));
        let (_, token) = page(&stage.ann, rpc, &message(asked), 1, "")
            .await
            .expect(rpc);
        refused(
            page(&stage.ann, rpc, &message(other), 1, &token).await,
            PAGE_TOKEN_INVALID,
        );
    }
}

/// A change of `desk`, more of ann's than one page looks at, and another of `desk`.
async fn long_log() -> World {
    let (world, ann) = World::acme().await;
    let desk = world.service("desk", &["products.write"]).await;
    let made = desk.creates_product("acme", "drive", "kdrive").await;
    made.expect("a product");
    ann.creates_team("acme", "web").await.expect("a team");
    let copies = async |method: &str, from: u32, to: u32| {
        let rest = "format, key_id, method, payload, deps, actor, caller, request_id, at, chain";
        let copy = format!(
            "WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to}) \
             INSERT INTO change (home, revision, {rest}) SELECT home, revision + i, {rest} \
             FROM change, n WHERE method = '{method}'"
        );
        assert_eq!(world.tampers(&copy).await, u64::from(to - from + 1));
    };
    copies("TeamService.CreateTeam", 1, 10_200).await;
    copies("ProductService.CreateProduct", 10_300, 10_300).await;
    world
}

#[tokio::test]
async fn a_page_of_the_audit_looks_at_10000_changes_and_the_next_one_goes_on() {
    let world = long_log().await;
    let rpc = "AuditService/ListChanges";
    let by_desk = r#"parent: "organizations/acme" actor: "serviceAccounts/desk""#;
    let message = wire::request(rpc, by_desk);
    let operator = world.operator();
    let first = page(&operator, rpc, &message, 5, "").await;
    let (newest, token) = first.expect("a page");
    assert_eq!((newest.len(), token.is_empty()), (1, false));
    let second = page(&operator, rpc, &message, 5, &token).await;
    let (oldest, token) = second.expect("a page");
    assert_eq!((oldest.len(), token.as_str()), (1, ""));
    assert_ne!(newest, oldest);
}

#[tokio::test]
async fn a_negative_page_size_is_named() {
    let stage = stage().await;
    for good in lists() {
        let answer = page(
            &stage.world.operator(),
            good.rpc,
            &everything(&stage, good),
            -1,
            "",
        )
        .await;
        assert_eq!(
            refused(answer, why::FIELD_INVALID).fields,
            ["page_size"],
            "{}",
            good.rpc
        );
    }
}

#[tokio::test]
async fn a_page_has_50_items_unless_said_and_1000_at_most() {
    let (world, ann) = World::acme().await;
    world.member("acme", &ann, "bob", collaborator()).await;
    for _ in 0..2 {
        let grant = || to_member("acme", "bob", rights(&["kdrive/use"]), of_type("kdrive"));
        ann.grants_at_once("acme", (0..600).map(|_| grant()).collect())
            .await
            .expect("granted");
    }
    let rpc = "GrantService/ListGrants";
    let message = wire::request(
        rpc,
        r#"parent: "organizations/acme" consistency { fully_consistent {} }"#,
    );
    for (asked, answered) in [(0, 50), (1, 1), (1000, 1000), (5000, 1000)] {
        let (items, next) = page(&ann, rpc, &message, asked, "").await.expect("a page");
        assert_eq!(
            (items.len(), next.is_empty()),
            (answered, false),
            "page_size {asked}"
        );
    }
}
