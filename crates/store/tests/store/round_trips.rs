//! How often does a write wait for the database? Counted on the wire, by a proxy between the store and the server.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use domain::{Home, Latch, Stamp};
use store::{Decided, Intent, Locked, Options, Store};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use crate::nouns::*;
use crate::world::World;

/// What the pool says to a connection that comes back to it, after COMMIT and beside whoever waits.
const SYNC: &[u8] = b"S\0\0\0\x04";

/// How often a client spoke after the server had.
#[derive(Clone, Default)]
struct Wire {
    turns: Arc<AtomicUsize>,
}

impl Wire {
    /// Passes on what is said, and answers where it listens.
    async fn tapped(&self, server: String) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let place = listener.local_addr().unwrap().to_string();
        let turns = Arc::clone(&self.turns);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let server = TcpStream::connect(&server).await.unwrap();
                server.set_nodelay(true).unwrap();
                let (asks, answers) = (client.into_split(), server.into_split());
                let answered = Arc::new(AtomicBool::new(true));
                let (to, from) = (Arc::clone(&answered), answered);
                let turns = Arc::clone(&turns);
                tokio::spawn(pass(asks.0, answers.1, move |said| {
                    if to.swap(false, Ordering::SeqCst) && said != SYNC {
                        turns.fetch_add(1, Ordering::SeqCst);
                    }
                }));
                tokio::spawn(pass(answers.0, asks.1, move |_| {
                    from.store(true, Ordering::SeqCst);
                }));
            }
        });
        place
    }

    /// The store, spoken to over this wire.
    async fn store(&self, world: &World) -> Store {
        let (login, place) = world.options.url.rsplit_once('@').unwrap();
        let (server, name) = place.split_once('/').unwrap();
        let tapped = self.tapped(server.to_owned()).await;
        let options = Options {
            url: format!("{login}@{tapped}/{name}"),
            ..world.options.clone()
        };
        Store::open(&options, world.ring()).await.unwrap()
    }
}

async fn pass(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    seen: impl Fn(&[u8]),
) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(read @ 1..) = from.read(&mut bytes).await {
        seen(&bytes[..read]);
        if to.write_all(&bytes[..read]).await.is_err() {
            return;
        }
    }
    let _ = to.shutdown().await;
}

/// A write that makes product groups, as a person does who has a request id.
async fn writes(store: &Store, home: &Home, groups: std::ops::Range<usize>) {
    let intent = Intent {
        birth: false,
        latches: vec![Latch::User(user("ann"))],
        consult: vec![Home::Platform, Home::People],
        request: request(&format!("request-{}", groups.start), 1),
        ..intent(home)
    };
    let decide = Deciding(move |locked: &Locked| {
        let mut change = domain::Change::new(locked.home.clone(), "Test.Many");
        for number in groups.clone() {
            let id = format!("group-{number}");
            change.save(group(&id, "Group", Stamp::new(moment(locked))));
        }
        Ok(Decided {
            changes: vec![change],
            deps: vec![],
            before: BTreeMap::new(),
        })
    });
    let done = store.transact(intent, decide).await.unwrap();
    assert!(!done.replayed);
}

/// So many writes, and every connection has sent one and prepared its statements.
const PREPARING: usize = 24;

/// The round trips of a write, from BEGIN to COMMIT, once its statements are prepared.
async fn round_trips(groups: usize) -> Option<usize> {
    let world = World::postgres("round_trips").await?;
    let home = organization("acme");
    add_group(&world.store, &home, "first").await.unwrap();
    add_person(&world.store, "ann", "ann@example.com")
        .await
        .unwrap();
    let wire = Wire::default();
    let store = wire.store(&world).await;
    // On each of the connections that write, whichever has its turn next.
    let few = groups.min(10);
    for first in (0..PREPARING).map(|number| number * few) {
        writes(&store, &home, first..first + few).await;
    }
    let (before, prepared) = (wire.turns.load(Ordering::SeqCst), PREPARING * few);
    writes(&store, &home, prepared..prepared + groups).await;
    let after = wire.turns.load(Ordering::SeqCst);
    let verified = world.store.verify(&home, |_| ()).await.unwrap();
    let written = 1 + prepared + groups;
    assert_eq!(verified.nouns, u64::try_from(written).unwrap());
    drop(store);
    world.end().await;
    Some(after - before)
}

/// BEGIN with its settings; then the lock, what is read under it, what is written, and COMMIT.
#[tokio::test(flavor = "multi_thread")]
async fn a_write_takes_four_round_trips_from_lock_to_commit() {
    if let Some(taken) = round_trips(1).await {
        assert_eq!(taken, 1 + 4);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_write_of_a_thousand_takes_no_more() {
    if let Some(taken) = round_trips(1_000).await {
        assert_eq!(taken, 1 + 4);
    }
}
