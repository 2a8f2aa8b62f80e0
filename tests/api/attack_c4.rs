//! Answers and events have a size: whatever an organization holds, a page, an event and the answer of every method stay
//! within what clients of gRPC take that are set up as they come.

use std::collections::BTreeSet;
use std::time::Duration;

use grantor::v1;
use prost::Message;
use prost_reflect::{DynamicMessage, Value};
use tonic::Request;
use v1::resource_change::After;
use v1::watch_changes_response::Event;

use super::requests::GOOD;
use super::stage::{DRIVE, Stage};
use super::wire;
use crate::harness::*;

const MIB: usize = 1 << 20;
/// Tokens and times around the items of an answer.
const AROUND: usize = 16 << 10;
/// Most clients refuse an answer beyond it.
const STOCK: usize = 4 * MIB;

/// A grant of 20 KB: on two products, and on 300 labels.
fn large(subject: &str, index: usize) -> v1::Grant {
    use v1::scope_entry::Entry;
    let products = ["drive", "gone"].map(|id| format!("organizations/acme/products/{id}"));
    // Within the quota of tags, however many grants there are.
    let set = index % 20;
    let labels = (0..300).map(|label| Entry::Tag(format!("{set:0>10}-{label:0>50}")));
    let entries = products.map(Entry::Product).into_iter().chain(labels);
    let entry = |entry| v1::ScopeEntry { entry: Some(entry) };
    let entries = entries.map(entry).collect();
    let listed = v1::scope::Scope::Listed(v1::ScopeList { entries });
    v1::Grant {
        subject: format!("organizations/acme/{subject}"),
        rights: Some(rights(&["kdrive/use"])),
        scope: Some(v1::Scope {
            scope: Some(listed),
        }),
        // 1 June 2026.
        expire_time: Some(prost_types::Timestamp {
            seconds: 1_780_272_000,
            nanos: 0,
        }),
        ..Default::default()
    }
}

/// A grant of 1 KB, of which a thousand are still one call.
fn middling(subject: &str) -> v1::Grant {
    let grant = large(subject, 0);
    let Some(v1::scope::Scope::Listed(mut list)) = grant.scope.and_then(|scope| scope.scope) else {
        unreachable!("it lists");
    };
    list.entries.truncate(14);
    let listed = v1::scope::Scope::Listed(list);
    v1::Grant {
        scope: Some(v1::Scope {
            scope: Some(listed),
        }),
        ..grant
    }
}

/// Ann gives 45 such grants in each of these calls: 0.9 MB.
async fn gives_much(ann: &Actor, subject: &str, calls: usize) -> BTreeSet<String> {
    let mut given = BTreeSet::new();
    for batch in 0..calls {
        let grants = (0..45).map(|index| large(subject, batch * 45 + index));
        let grants = ann.grants_at_once("acme", grants.collect()).await;
        given.extend(grants.expect("given").into_iter().map(|grant| grant.name));
    }
    given
}

/// The items of all pages, each as it is, and how many bytes the pages have.
async fn pages(by: &Actor, rpc: &str, text: &str, size: i32) -> (Vec<Value>, Vec<usize>) {
    let mut message = wire::request(rpc, text);
    message.set_field_by_name("page_size", Value::I32(size));
    let (mut all, mut sizes) = (Vec::new(), Vec::new());
    loop {
        let answer = by.calls(rpc, &message).await.expect(rpc);
        sizes.push(answer.encoded_len());
        let (_, items) = answer
            .fields()
            .find(|(field, _)| field.is_list())
            .expect("items");
        let items = items.as_list().expect("a list");
        assert!(!items.is_empty() && items.len() <= size as usize, "{rpc}");
        all.extend(items.iter().cloned());
        let next = answer
            .get_field_by_name("next_page_token")
            .expect("a token");
        if next.as_str() == Some("") {
            return (all, sizes);
        }
        message.set_field_by_name("page_token", next.into_owned());
    }
}

#[tokio::test]
async fn attack_c4_pages_end_by_bytes_and_lose_nothing() {
    let stage = Stage::new().await;
    let given = gives_much(&stage.ann, "members/bob", 3).await;
    let newest = stage
        .world
        .operator()
        .newest_revision("organizations/acme")
        .await;
    let change = format!(r#"parent: "organizations/acme/changes/{newest}""#);
    for (rpc, text) in [
        ("GrantService/ListGrants", r#"parent: "organizations/acme""#),
        (
            "GrantService/ListExpiringGrants",
            r#"parent: "organizations/acme" until_time { seconds: 1780272001 }"#,
        ),
        (
            "AuditService/ListChanges",
            r#"parent: "organizations/acme""#,
        ),
        ("AuditService/ListResourceChanges", &change),
    ] {
        let (all, sizes) = pages(&stage.ann, rpc, text, 1000).await;
        assert!(
            sizes.iter().all(|size| *size < MIB + AROUND),
            "{rpc}: {sizes:?}"
        );
        assert!(
            rpc.contains("Resource") || sizes.len() > 2,
            "{rpc}: {sizes:?}"
        );
        let (by_few, _) = pages(&stage.ann, rpc, text, 7).await;
        assert!(all == by_few, "{rpc}: {} and {}", all.len(), by_few.len());
    }
    let text = r#"parent: "organizations/acme" subject: "organizations/acme/members/bob""#;
    let (grants, _) = pages(&stage.ann, "GrantService/ListGrants", text, 1000).await;
    let name = |grant: &Value| {
        let name = grant.as_message()?.get_field_by_name("name")?;
        Some(name.as_str()?.to_owned())
    };
    let listed: BTreeSet<_> = grants.iter().filter_map(name).collect();
    assert!(listed.is_superset(&given));
    assert_eq!(listed.len(), grants.len(), "none comes twice");
}

/// All that a change did.
async fn whole(by: &Actor, change: &str) -> Vec<v1::ResourceChange> {
    let mut request = v1::ListResourceChangesRequest {
        parent: change.to_owned(),
        page_size: 1000,
        ..Default::default()
    };
    let mut all = Vec::new();
    loop {
        let page = by.audit().list_resource_changes(request.clone()).await;
        let page = page.expect("listed").into_inner();
        assert!(page.encoded_len() < MIB + AROUND);
        all.extend(page.resource_changes);
        if page.next_page_token.is_empty() {
            return all;
        }
        request.page_token = page.next_page_token;
    }
}

#[tokio::test]
async fn attack_c4_a_change_of_much_is_an_event_that_says_what_it_leaves_out() {
    let stage = Stage::new().await;
    let (ann, operator) = (&stage.ann, stage.world.operator());
    let mut of_acme = ann
        .watches(watching("organizations/acme"))
        .await
        .expect("open");
    let mut of_all = operator
        .watches(watching("organizations/-"))
        .await
        .expect("open");
    let grants = (0..1000).map(|_| middling("members/bob")).collect();
    let given = ann.grants_at_once("acme", grants).await.expect("given");
    // Another tenant's change arrives behind it.
    let eve = stage.world.acting("eve");
    eve.creates_team("globex", "behind").await.expect("created");
    let told = of_acme.change().await;
    assert!(told.encoded_len() < MIB + AROUND, "{}", told.encoded_len());
    assert!(told.omitted_resource_change_count > 0);
    assert_eq!(of_all.change().await, told);
    let behind = of_all.change().await;
    assert!(
        behind.name.starts_with("organizations/globex/"),
        "{behind:?}"
    );
    let all = whole(ann, &told.name).await;
    let (first, rest) = all.split_at(told.resource_changes.len());
    assert_eq!(first, told.resource_changes);
    assert_eq!(rest.len(), told.omitted_resource_change_count as usize);
    let changed: BTreeSet<_> = all.iter().map(|change| &change.resource).collect();
    assert!(given.iter().all(|grant| changed.contains(&grant.name)));
    let request = v1::GetChangeRequest {
        name: told.name.clone(),
    };
    let logged = ann.audit().get_change(request).await.expect("logged");
    assert_eq!(logged.into_inner().change, Some(told));
}

#[tokio::test]
async fn attack_c4_what_a_deletion_touches_is_told_by_what_it_loses() {
    let stage = Stage::new().await;
    let (ann, operator) = (&stage.ann, stage.world.operator());
    let given = gives_much(ann, "members/bob", 2).await;
    let mut watch = ann
        .watches(watching("organizations/acme"))
        .await
        .expect("open");
    let gone = "organizations/acme/products/gone";
    operator.deletes_product(gone).await.expect("deleted");
    let told = watch.change().await;
    // Of ninety scopes of 20 KB each.
    assert!(told.encoded_len() < 64 << 10, "{}", told.encoded_len());
    let narrowed = told.resource_changes.iter();
    let narrowed = narrowed.filter(|change| given.contains(&change.resource));
    let lost = Some(v1::list_entry::Entry::ScopeEntry(v1::ScopeEntry {
        entry: Some(v1::scope_entry::Entry::Product(gone.into())),
    }));
    for change in narrowed.clone() {
        assert!(change.after_truncated && change.added_entries.is_empty());
        let Some(After::Grant(after)) = &change.after else {
            panic!("{change:?}");
        };
        assert!(!after.covers_nothing, "300 labels are left");
        let removed = change.removed_entries.iter().map(|it| it.entry.clone());
        assert_eq!(removed.collect::<Vec<_>>(), std::slice::from_ref(&lost));
    }
    assert_eq!(narrowed.count(), given.len());
    // Asked for that alone, each is told whole.
    let request = v1::ListResourceChangesRequest {
        parent: told.name.clone(),
        ..Default::default()
    };
    let each = ann.audit().list_resource_changes(request).await;
    let each = each.expect("listed").into_inner().resource_changes;
    let narrowed = each.iter().find(|change| given.contains(&change.resource));
    let narrowed = narrowed.expect("one of them");
    assert!(!narrowed.after_truncated);
    let Some(After::Grant(after)) = &narrowed.after else {
        panic!("{narrowed:?}");
    };
    assert_eq!(entries(after.scope.clone()).len(), 301);
    let name = given.first().expect("one").clone();
    let request = v1::GetGrantRequest { name };
    let left = ann.grants().get_grant(request).await.expect("there");
    let scope = left.into_inner().grant.and_then(|grant| grant.scope);
    assert_eq!(entries(scope).len(), 301);
}

fn entries(scope: Option<v1::Scope>) -> Vec<v1::ScopeEntry> {
    match scope.and_then(|scope| scope.scope) {
        Some(v1::scope::Scope::Listed(listed)) => listed.entries,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn attack_c4_a_thing_that_has_grown_is_left_out_of_its_event() {
    let stage = Stage::new().await;
    let ann = &stage.ann;
    let ticket = "organizations/acme/changeRequests/talk";
    let mut watch = ann
        .watches(watching("organizations/acme"))
        .await
        .expect("open");
    let mut last = None;
    for _ in 0..70 {
        ann.comments(ticket, &"x".repeat(4096)).await.expect("said");
        let change = watch.change().await;
        assert!(change.encoded_len() < (256 << 10) + AROUND);
        last = change.resource_changes.into_iter().next();
    }
    let last = last.expect("a change");
    assert!(last.after_truncated && last.after.is_none(), "{last:?}");
    assert_eq!(last.resource, ticket);
    let seen = ann.sees_request(ticket).await.expect("seen");
    assert_eq!(seen.comments.len(), 70);
    // What is smaller comes as it always did.
    ann.creates_team("acme", "small").await.expect("created");
    let small = watch.change().await.resource_changes.remove(0);
    assert!(!small.after_truncated && matches!(small.after, Some(After::Team(_))));
}

#[tokio::test]
async fn attack_c4_what_a_change_takes_with_it_is_counted_where_it_is_too_much() {
    let stage = Stage::new().await;
    let given = gives_much(&stage.ann, "teams/gone", 2).await;
    let mut request = v1::DeleteTeamRequest {
        name: "organizations/acme/teams/gone".into(),
        request_id: "once".into(),
        validate_only: true,
        ..Default::default()
    };
    let mut teams = stage.ann.teams();
    let foreseen = teams.delete_team(request.clone()).await.expect("foreseen");
    request.validate_only = false;
    let done = teams.delete_team(request.clone()).await.expect("done");
    let again = teams.delete_team(request).await.expect("answered again");
    for answer in [foreseen, done, again] {
        let answer = answer.into_inner();
        assert!(answer.encoded_len() < MIB, "{}", answer.encoded_len());
        let named = answer.removed_grants.iter().map(|grant| &grant.name);
        assert!(named.clone().all(|name| given.contains(name)));
        let omitted = answer.omitted_removed_grant_count as usize;
        assert!(omitted > 0 && named.count() + omitted == given.len());
    }
}

#[tokio::test]
async fn attack_c4_replaced_access_is_answered_however_many_grants_it_changes() {
    let stage = Stage::new().await;
    gives_much(&stage.ann, "members/bob", 5).await;
    let none = v1::replace_member_access_request::Access::Own(own(&[]));
    let mut request = v1::ReplaceMemberAccessRequest {
        name: "organizations/acme/members/bob".into(),
        product_type: "productTypes/kdrive".into(),
        access: Some(none),
        request_id: "once".into(),
        validate_only: true,
        ..Default::default()
    };
    // It is asked what is answered, not how soon.
    let patient = |message: &v1::ReplaceMemberAccessRequest| {
        let mut request = Request::new(message.clone());
        request.set_timeout(Duration::from_secs(60));
        request
    };
    let mut members = stage.ann.members();
    let foreseen = members.replace_member_access(patient(&request)).await;
    request.validate_only = false;
    let done = members.replace_member_access(patient(&request)).await;
    let again = members.replace_member_access(patient(&request)).await;
    for answer in [foreseen, done, again] {
        let answer = answer.expect("answered").into_inner();
        assert!(answer.encoded_len() < 2 * MIB, "{}", answer.encoded_len());
        let omitted = answer.omitted_saved_grant_count as usize;
        assert!(omitted > 0 && answer.saved_grants.len() + omitted >= 225);
    }
}

/// Whether the answer says that it leaves something out, anywhere.
fn leaves_out(answer: &DynamicMessage) -> bool {
    answer.fields().any(|(field, value)| {
        let within = match value {
            Value::Message(message) => leaves_out(message),
            Value::List(items) => items.iter().filter_map(Value::as_message).any(leaves_out),
            _ => false,
        };
        let counted = field.name().starts_with("omitted_") && value.as_i32() > Some(0);
        within || counted
    })
}

#[tokio::test]
async fn attack_c4_every_answer_is_small_enough_for_every_client() {
    let stage = Stage::new().await;
    for subject in ["members/bob", "teams/gone"] {
        gives_much(&stage.ann, subject, 1).await;
    }
    let on_drive = || to_member("acme", "bob", rights(&["kdrive/use"]), products(&[DRIVE]));
    let grants = (0..1000).map(|_| on_drive()).collect();
    stage
        .ann
        .grants_at_once("acme", grants)
        .await
        .expect("given");
    let mut shortened = BTreeSet::new();
    for good in GOOD {
        let sender = stage.sender(good.sender);
        let mut message = stage.message(good);
        if message.get_field_by_name("page_size").is_some() {
            message.set_field_by_name("page_size", Value::I32(1000));
        }
        // As a preview first, with its effect; what can't be carried out now has none.
        if good.is_mutation() && good.rpc != "UserService/ReactivateUser" {
            message.set_field_by_name("validate_only", Value::Bool(true));
            let foreseen = sender.calls(good.rpc, &message).await.expect(good.rpc);
            assert!(foreseen.encoded_len() < STOCK, "{} foreseen", good.rpc);
            message.set_field_by_name("validate_only", Value::Bool(false));
        }
        let answer = sender.calls(good.rpc, &message).await.expect(good.rpc);
        assert!(answer.encoded_len() < STOCK, "{}", good.rpc);
        if leaves_out(&answer) {
            shortened.insert(good.rpc);
        }
    }
    let expected = ["AccessService/ListAccessors", "TeamService/DeleteTeam"];
    for rpc in expected {
        assert!(shortened.contains(rpc), "{rpc}: {shortened:?}");
    }
}

#[tokio::test]
async fn attack_c4_a_watch_from_the_first_change_gets_past_all_of_it() {
    let stage = Stage::new().await;
    gives_much(&stage.ann, "members/bob", 2).await;
    let operator = stage.world.operator();
    let gone = "organizations/acme/products/gone";
    operator.deletes_product(gone).await.expect("deleted");
    let newest = operator.newest_revision("organizations/acme").await;
    let mut watch = stage.ann.watches_all_of("organizations/acme").await;
    let mut last = 0;
    while last < newest {
        if let Event::Change(change) = watch.next().await.expect("it goes on") {
            assert!(change.encoded_len() < MIB + AROUND);
            assert_eq!(change.revision, last + 1);
            last = change.revision;
        }
    }
}
