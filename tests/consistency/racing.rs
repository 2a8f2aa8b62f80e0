//! Many writers at once, and calls that are dropped in the middle: the log stays whole.

use std::sync::Arc;

use grantor::v1;
use tokio::task::JoinSet;

use super::Acme;
use crate::harness::{Actor, Refused};

/// A product, asked for under a request id of its own.
fn product(id: &str) -> v1::CreateProductRequest {
    v1::CreateProductRequest {
        parent: "organizations/acme".into(),
        product_id: id.to_owned(),
        product: Some(v1::Product {
            product_type: "productTypes/kdrive".into(),
            display_name: id.to_owned(),
            ..Default::default()
        }),
        request_id: format!("make-{id}"),
        ..Default::default()
    }
}

/// Creates it; where too many write at once, does as the answer says and sends it again.
async fn makes(actor: &Actor, id: &str) -> v1::Product {
    loop {
        match actor
            .products()
            .create_product(product(id))
            .await
            .map_err(Refused::from)
        {
            Ok(made) => return made.into_inner().product.expect("the product"),
            Err(no) => assert_eq!(no.reason, "CONTENTION", "{no:?}"),
        }
    }
}

impl Acme {
    /// Revisions 1 to n, each once, and nothing for the audit to say. Answers n.
    async fn is_whole(&self) -> usize {
        let mut revisions = self.ann.sees_revisions("acme").await.expect("listed");
        revisions.reverse();
        let count = i64::try_from(revisions.len()).expect("few");
        assert_eq!(revisions, (1..=count).collect::<Vec<_>>());
        assert_eq!(self.world.audits().await, [""; 0]);
        revisions.len()
    }

    async fn has_products(&self) -> Vec<String> {
        let request = v1::ListProductsRequest {
            parent: "organizations/acme".into(),
            page_size: 1000,
            consistency: crate::harness::fully(),
            ..Default::default()
        };
        let listed = self
            .ann
            .products()
            .list_products(request)
            .await
            .expect("listed")
            .into_inner();
        listed
            .products
            .into_iter()
            .map(|product| product.display_name)
            .collect()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn sixteen_writers_at_two_instances_leave_no_gap() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let before = acme.is_whole().await;
    let mut writers = JoinSet::new();
    for writer in 0..16 {
        let here = acme.world.operator();
        let actor = if writer % 2 == 0 {
            here
        } else {
            other.hears(&here)
        };
        writers.spawn(async move {
            for count in 0..5 {
                makes(&actor, &format!("p-{writer:02}-{count}")).await;
            }
        });
    }
    while let Some(ended) = writers.join_next().await {
        ended.expect("all were made");
    }
    assert_eq!(acme.is_whole().await, before + 80);
    assert_eq!(acme.has_products().await.len(), 81);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_request_sent_sixteen_times_at_once_has_one_effect() {
    let acme = Acme::new().await;
    let other = acme.another().await;
    let before = acme.is_whole().await;
    let mut senders = JoinSet::new();
    for sender in 0..16 {
        let here = acme.world.operator();
        let actor = if sender % 2 == 0 {
            here
        } else {
            other.hears(&here)
        };
        senders.spawn(async move { makes(&actor, "once").await });
    }
    let answers = senders.join_all().await;
    assert!(
        answers.windows(2).all(|pair| pair[0] == pair[1]),
        "{answers:?}"
    );
    assert_eq!(acme.is_whole().await, before + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_call_is_done_or_not_and_its_retry_has_one_effect() {
    let acme = Acme::new().await;
    let operator = Arc::new(acme.world.operator());
    let before = acme.is_whole().await;
    for call in 0..50u32 {
        let sender = Arc::clone(&operator);
        let (sent, is_sent) = tokio::sync::oneshot::channel();
        let dropped = tokio::spawn(async move {
            sent.send(()).expect("somebody waits");
            makes(&sender, &format!("p-{call:02}")).await
        });
        is_sent.await.expect("it began");
        // A little later each time: before it left, on its way, while it is decided.
        for _ in 0..call * 4 {
            tokio::task::yield_now().await;
        }
        dropped.abort();
        let _ = dropped.await;
    }
    let done = acme.has_products().await.len() - 1;
    assert!(done <= 50);
    for call in 0..50 {
        makes(&operator, &format!("p-{call:02}")).await;
    }
    assert_eq!(acme.has_products().await.len(), 51, "{done} had been done");
    assert_eq!(acme.is_whole().await, before + 50);
    let fresh = acme.world.another().await;
    let there = fresh
        .hears(&acme.ann)
        .asks("ann", "use", "organizations/acme/products/p-49")
        .await
        .expect("answered");
    assert_eq!(there.decision(), v1::Decision::Allowed);
}
