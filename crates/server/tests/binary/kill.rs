//! The power goes off while somebody writes, again and again.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use grantor::v1;
use tonic::Code;
use v1::product_service_client::ProductServiceClient;

use crate::site::{Server, Site, drive};

const ROUNDS: u64 = 20;

/// What the writer knows.
#[derive(Default)]
struct Writer {
    next: usize,
    /// Sent, and not answered.
    open: Option<String>,
    acknowledged: BTreeSet<String>,
}

impl Writer {
    /// Writes until the server is gone.
    async fn writes(&mut self, server: &Server) {
        let mut client = ProductServiceClient::new(server.connect().await);
        loop {
            let id = format!("w-{:05}", self.next);
            self.next += 1;
            self.open = Some(id.clone());
            match client.create_product(server.request(drive(&id))).await {
                Ok(_) => self.acknowledged.extend(self.open.take()),
                Err(gone) => {
                    let expected = [
                        Code::Unavailable,
                        Code::Unknown,
                        Code::Cancelled,
                        Code::Internal,
                    ];
                    assert!(
                        expected.contains(&gone.code()) && gone.details().is_empty(),
                        "{gone:?}"
                    );
                    return;
                }
            }
        }
    }

    /// Sends what was not answered once more, twice, and then it is there once.
    async fn retries(&mut self, server: &Server) {
        let Some(id) = self.open.take() else { return };
        let mut client = ProductServiceClient::new(server.connect().await);
        let first = client
            .create_product(server.request(drive(&id)))
            .await
            .expect("done, now or before")
            .into_inner();
        let again = client
            .create_product(server.request(drive(&id)))
            .await
            .expect("done before")
            .into_inner();
        assert_eq!(first.product, again.product);
        self.acknowledged.insert(id);
    }
}

/// Every acknowledged product is there once, and no other of this writer's.
async fn holds(server: &Server, acknowledged: &BTreeSet<String>, open: Option<&String>) {
    let written: Vec<_> = server
        .products()
        .await
        .into_iter()
        .filter(|id| id.starts_with("w-"))
        .collect();
    let there: BTreeSet<_> = written.iter().cloned().collect();
    assert_eq!(written.len(), there.len(), "each once");
    let mut expected = acknowledged.clone();
    // What was not answered may have been done.
    expected.extend(open.filter(|id| there.contains(*id)).cloned());
    assert_eq!(there, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_write_is_lost_and_none_is_done_twice_when_the_server_is_killed() {
    let drawn = || {
        std::collections::hash_map::RandomState::new()
            .build_hasher()
            .finish()
    };
    let seed = std::env::var("TEST_SEED")
        .ok()
        .map_or_else(drawn, |seed| seed.parse().expect("a number"));
    println!("TEST_SEED={seed}");
    let site = Site::empty();
    let mut writer = Writer::default();
    for round in 0..ROUNDS {
        let server = site.dev(&[]);
        holds(&server, &writer.acknowledged, writer.open.as_ref()).await;
        writer.retries(&server).await;
        holds(&server, &writer.acknowledged, None).await;
        server.running.is_killed_in(Duration::from_micros(
            seed.wrapping_mul(round * 2 + 1) % 150_000,
        ));
        writer.writes(&server).await;
    }
    let server = site.dev(&[]);
    holds(&server, &writer.acknowledged, writer.open.as_ref()).await;
    writer.retries(&server).await;
    holds(&server, &writer.acknowledged, None).await;
    assert!(
        writer.acknowledged.len() > 20,
        "too few to mean anything: {}",
        writer.acknowledged.len()
    );
    drop(server);
    site.runs(&["audit", "verify"]).with(0);
}
