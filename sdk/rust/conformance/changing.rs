//! The calls by the generated stub: a grant is made, read, and taken away.

use grantor::client::Client;
use grantor::v1;
use serde_json::{Value, json};

use crate::given::Given;
use crate::outcome::{Outcome, failed};

pub(crate) async fn create_grant(client: &Client, with: &Given) -> Outcome {
    let product = v1::ScopeEntry {
        entry: Some(v1::scope_entry::Entry::Product(with.text("product"))),
    };
    let listed = v1::ScopeList {
        entries: vec![product],
    };
    let grant = v1::Grant {
        subject: with.text("subject"),
        scope: Some(v1::Scope {
            scope: Some(v1::scope::Scope::Listed(listed)),
        }),
        rights: Some(v1::Rights {
            names: with.texts("rights"),
            ..Default::default()
        }),
        note: with.text("note"),
        ..Default::default()
    };
    let request = v1::CreateGrantRequest {
        parent: with.text("parent"),
        grant_id: with.text("grant_id"),
        grant: Some(grant),
        request_id: with.text("request_id"),
        ..Default::default()
    };
    let answer = client
        .grants()
        .create_grant(request)
        .await
        .map_err(failed)?;
    Ok(shown(answer.into_inner().grant))
}

pub(crate) async fn get_grant(client: &Client, with: &Given) -> Outcome {
    let request = v1::GetGrantRequest {
        name: with.text("name"),
    };
    let answer = client.grants().get_grant(request).await.map_err(failed)?;
    Ok(shown(answer.into_inner().grant))
}

pub(crate) async fn delete_grant(client: &Client, with: &Given) -> Outcome {
    let request = v1::DeleteGrantRequest {
        name: with.text("name"),
        ..Default::default()
    };
    client
        .grants()
        .delete_grant(request)
        .await
        .map_err(failed)?;
    Ok(json!({}))
}

fn shown(grant: Option<v1::Grant>) -> Value {
    let grant = grant.unwrap_or_default();
    json!({"name": grant.name, "note": grant.note})
}
