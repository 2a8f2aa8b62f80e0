//! What is too much for one page to look at is looked at by the next ones, and nothing is told twice or left out.

use grantor::v1;
use v1::scope_entry::Entry;

use super::{Request, in_short, of_user, settled};
use crate::consistency::Acme;
use crate::harness::{listed, rights, to_member};

const MANY: i64 = 100;
const WINDOWS: i64 = 250;

/// Bob is given this many times, each within the one before; answers when that began and passes until all have ended.
async fn in_windows(acme: &Acme, entries: &[Entry]) -> prost_types::Timestamp {
    let (world, ann) = (&acme.world, &acme.ann);
    let start = settled(world);
    let windowed = |number| v1::Grant {
        start_time: Some(world.later(1000 + number)),
        expire_time: Some(world.later(2000 - number)),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/manage"]),
            listed(entries.iter().cloned()),
        )
    };
    let windows = (0..WINDOWS).map(windowed).collect();
    ann.grants_at_once("acme", windows).await.expect("given");
    world.passes(std::time::Duration::from_secs(3000));
    settled(world);
    start
}

/// Every page, as it comes.
async fn pages(acme: &Acme, request: &Request) -> Vec<v1::ListAccessChangesResponse> {
    let mut pages: Vec<v1::ListAccessChangesResponse> = Vec::new();
    loop {
        let before = pages.last().map(|page| page.next_page_token.clone());
        if before.as_ref().is_some_and(String::is_empty) {
            return pages;
        }
        let request = Request {
            page_token: before.unwrap_or_default(),
            ..request.clone()
        };
        let page = acme.ann.page_of_changes(request).await;
        pages.push(page.expect("a page"));
    }
}

#[tokio::test]
async fn a_page_ends_where_its_work_does_and_all_of_them_tell_everything() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let mut entries = Vec::new();
    for number in 0..MANY {
        let id = format!("d{number}");
        let product = operator.creates_product("acme", &id, "kdrive").await;
        entries.push(Entry::Product(product.expect("created")));
    }
    let start = in_windows(&acme, &entries).await;
    let of_bob = Request {
        page_size: 50,
        ..of_user("bob", start)
    };
    let pages = pages(&acme, &of_bob).await;
    let is_short = |page: &&v1::ListAccessChangesResponse| {
        page.access_changes.len() < 50 && !page.next_page_token.is_empty()
    };
    assert!(pages.iter().filter(is_short).count() > 1, "{}", pages.len());
    let told: Vec<_> = pages.into_iter().flat_map(|it| it.access_changes).collect();
    let each = |sign: &str| {
        let mut ids: Vec<_> = (0..MANY).map(|number| format!("d{number}")).collect();
        ids.sort();
        let of = ids.iter().map(|id| format!("bob {id} {sign}kdrive/manage"));
        format!("TIME: {}", of.collect::<Vec<_>>().join("; "))
    };
    assert_eq!(in_short(&told), [each("+"), each("-")]);
}
