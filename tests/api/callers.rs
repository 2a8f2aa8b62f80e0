//! Who may call what: every RPC asked by every kind of caller. Nothing is stored: all of it is previews and reads.

use std::collections::BTreeMap;
use std::fmt::Write;

use domain::{Operator, UserId};
use grantor::v1;
use prost::Message;
use prost_reflect::{DynamicMessage, Value};

use super::requests::{GOOD, Good};
use super::stage::Stage;
use crate::harness::*;

/// Every kind of caller, by what it is called in the table.
async fn callers(stage: &Stage) -> Vec<(&'static str, Actor)> {
    let world = &stage.world;
    let unknown_key = Actor::new(world.channel.clone(), Some("grk_unknown".into()), None);
    let mut callers = vec![("no key", world.stranger()), ("unknown key", unknown_key)];
    for (label, id, scopes) in [
        ("service without scopes", "none", &[][..]),
        ("access.ask", "ask", &["access.ask"]),
        ("read", "read", &["read"]),
        ("watch", "watch", &["watch"]),
        ("users.write", "users", &["users.write"]),
        ("products.write", "products", &["products.write"]),
        ("type.contacts.write", "contacts", &["type.contacts.write"]),
        ("act.for.users for nobody", "act", &["act.for.users"]),
        ("scope operator, no operator", "claims", &["operator"]),
        ("read elsewhere", "read-globex", &["read@globex"]),
        (
            "products.write elsewhere",
            "products-globex",
            &["products.write@globex"],
        ),
    ] {
        callers.push((label, world.service(id, scopes).await));
    }
    let elsewhere = world.service("act-globex", &["act.for.users@globex"]).await;
    callers.push((
        "legal representative by act.for.users elsewhere",
        elsewhere.speaking_for("ann"),
    ));
    let no_operator = world.service("act-only", &["act.for.users"]).await;
    world.user("uma").await;
    world
        .names_operator(Operator::User(UserId::parse("uma").expect("an id")))
        .await;
    callers.push((
        "operator user without scope operator",
        no_operator.speaking_for("uma"),
    ));
    callers.push(("operator service", world.operator()));
    world.user("gil").await;
    world
        .operator()
        .deactivates_user("gil")
        .await
        .expect("stopped");
    for (label, user) in [
        ("operator user", "uma"),
        ("legal representative", "ann"),
        ("FINANCIAL", "fin"),
        ("SECURITY", "sec"),
        ("USER_RIGHTS", "usr"),
        ("TECHNICAL", "tec"),
        ("TECHNICAL, narrowed", "nar"),
        ("collaborator", "carl"),
        ("external", "dora"),
        ("deactivated member", "off"),
        ("user concerned", "bob"),
        ("stranger user", "sam"),
        ("unknown user", "nobody"),
        ("user stopped everywhere", "gil"),
    ] {
        callers.push((label, world.acting(user)));
    }
    callers
}

/// What the caller gets, in short.
async fn verdict(caller: &Actor, good: &Good, message: &DynamicMessage) -> String {
    match caller.calls(good.rpc, message).await {
        Err(refused) if refused.reason.is_empty() => format!("{:?} without reason", refused.code),
        Err(refused) => format!("{:?} {}", refused.code, refused.reason),
        Ok(answer) => match first_result(good.rpc, &answer.encode_to_vec()) {
            Some(v1::access_result::Result::Error(error)) => {
                format!("item: {} {:?}", error.code, error.reason())
            }
            Some(v1::access_result::Result::Answer(_)) | None => "ok".to_owned(),
        },
    }
}

/// The first result, where each question has one of its own.
fn first_result(rpc: &str, answer: &[u8]) -> Option<v1::access_result::Result> {
    let result = match rpc {
        "AccessService/BatchCheckAccess" => {
            let answer = v1::BatchCheckAccessResponse::decode(answer).expect("answers");
            answer.results.into_iter().next()
        }
        "AccessService/StreamCheckAccess" => {
            let answer = v1::StreamCheckAccessResponse::decode(answer).expect("an answer");
            answer.result
        }
        _ => return None,
    };
    let result = result.and_then(|result| result.result);
    Some(result.expect("a result"))
}

#[tokio::test]
async fn every_rpc_lets_in_exactly_those_whom_the_table_says() {
    let stage = Stage::new().await;
    let callers = callers(&stage).await;
    let before = stage.revisions().await;
    let mut table = String::new();
    for good in GOOD {
        let mut message = stage.message(good);
        if good.is_mutation() {
            message.set_field_by_name("validate_only", Value::Bool(true));
        }
        let mut verdicts: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (label, caller) in &callers {
            verdicts
                .entry(verdict(caller, good, &message).await)
                .or_default()
                .push(label);
        }
        writeln!(table, "{}", good.rpc).expect("written");
        let let_in = verdicts.remove("ok").unwrap_or_default();
        writeln!(table, "    ok: {}", let_in.join("; ")).expect("written");
        for (verdict, callers) in verdicts {
            writeln!(table, "    {verdict}: {}", callers.join("; ")).expect("written");
        }
    }
    assert_eq!(stage.revisions().await, before, "asking changed something");
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("callers", table);
    });
}

#[tokio::test]
async fn every_good_request_is_good() {
    let stage = Stage::new().await;
    for good in GOOD {
        let before = stage.revisions().await;
        let answer = stage
            .sender(good.sender)
            .calls(good.rpc, &stage.message(good))
            .await;
        answer.unwrap_or_else(|refused| panic!("{}: {refused:?}", good.rpc));
        let changed = stage.revisions().await != before;
        assert_eq!(changed, good.is_mutation(), "{}", good.rpc);
    }
}
