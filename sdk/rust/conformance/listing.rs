//! The calls that list, each by the iterator over all pages.

use std::collections::HashSet;

use grantor::client::{Client, List};
use grantor::v1;
use serde_json::json;

use crate::given::Given;
use crate::outcome::{Outcome, failed};

pub(crate) async fn products(client: &Client, with: &Given) -> Outcome {
    let list = v1::ListProductsRequest {
        parent: with.text("parent"),
        page_size: page_size(with),
        ..Default::default()
    };
    let names = names(client, list, |product| product.name).await?;
    let distinct: HashSet<_> = names.iter().collect();
    Ok(json!({
        "count": names.len(),
        "first": names.first(),
        "last": names.last(),
        "distinct": distinct.len(),
    }))
}

pub(crate) async fn accessible_products(client: &Client, with: &Given) -> Outcome {
    let list = v1::ListAccessibleProductsRequest {
        parent: with.text("parent"),
        subject: with.text("subject"),
        page_size: page_size(with),
        at_time: with.time("at_time")?,
        at_revision: with.number("at_revision").unwrap_or_default(),
        ..Default::default()
    };
    let names = names(client, list, |product| product.product).await?;
    Ok(json!({"products": names}))
}

pub(crate) async fn members(client: &Client, with: &Given) -> Outcome {
    let list = v1::ListMembersRequest {
        parent: with.text("parent"),
        page_size: page_size(with),
        ..Default::default()
    };
    let names = names(client, list, |member| member.name).await?;
    Ok(json!({"members": names}))
}

fn page_size(with: &Given) -> i32 {
    let size = with.number("page_size").unwrap_or_default();
    i32::try_from(size).unwrap_or(i32::MAX)
}

async fn names<L: List>(
    client: &Client,
    list: L,
    name: impl Fn(L::Item) -> String,
) -> Result<Vec<String>, serde_json::Value> {
    let mut names = Vec::new();
    let mut items = client.pages(list);
    while let Some(item) = items.next().await {
        names.push(name(item.map_err(failed)?));
    }
    Ok(names)
}
